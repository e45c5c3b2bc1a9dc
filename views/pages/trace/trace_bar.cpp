// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/trace_bar.h"

#include "views/pages/trace/trace_words.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLocale>

#include <cmath>

namespace batuta::views {

TraceBar::TraceBar(TimeAxis &axis, const TraceRun &run, Actions actions, QWidget *parent)
    : QWidget(parent)
    , m_axis(axis)
    , m_run(run)
    , m_path(new QCheckBox(this))
    , m_attempts(new QCheckBox(this))
    , m_graph(new QCheckBox(this))
    , m_cursorTitle(new Label(TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_cursor(new Label(TextStyle::MonoSmall, Ink::Primary, this))
    , m_clock(new Label(TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_zoom(new Label(TextStyle::MonoSmall, Ink::Secondary, this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSizeConstraint(QLayout::SetNoConstraint); // gives up its figures before it asks for room
    setMinimumWidth(120);
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    setFixedHeight(bar->height());
    connect(&themeOf(this), &Theme::changed, this, [this, bar] {
        setFixedHeight(bar->height());
        updateCursor();
    });
    whole->addWidget(bar);
    QHBoxLayout *row = bar->row();
    for (QCheckBox *box : {m_path, m_attempts, m_graph}) {
        box->setChecked(true);
        row->addWidget(box);
        row->addSpacing(8);
        connect(box, &QCheckBox::clicked, this, &TraceBar::changed);
    }
    row->addStretch(1);
    for (Label *label : {m_cursorTitle, m_cursor, m_clock})
        row->addWidget(label);
    row->addSpacing(8);
    const auto iconButton = [&](QAction *action) {
        auto *button = new Button(action, Button::Variant::Ghost, this);
        button->setIconOnly(true);
        button->setSmall(true);
        row->addWidget(button);
    };
    iconButton(actions.zoomOut);
    m_zoom->setAlignment(Qt::AlignCenter);
    row->addWidget(m_zoom);
    iconButton(actions.zoomIn);
    iconButton(actions.fit);
    connect(&axis, &TimeAxis::cursorChanged, this, &TraceBar::updateCursor);
    connect(&axis, &TimeAxis::viewChanged, this, &TraceBar::updateZoom);
    retranslate();
    updateCursor();
}

void TraceBar::retranslate()
{
    m_path->setText(tr("Critical path"));
    m_attempts->setText(tr("Attempts"));
    m_graph->setText(tr("Mini graph"));
    m_cursorTitle->setText(tr("cursor"));
    m_zoom->setAccessibleDescription(tr("Zoom"));
    updateZoom();
}

void TraceBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TraceBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateCursor();
}

WaterfallLook TraceBar::look() const
{
    return {m_path->isChecked(), m_attempts->isChecked()};
}

void TraceBar::setLook(WaterfallLook look)
{
    m_path->setChecked(look.path);
    m_attempts->setChecked(look.attempts);
}

bool TraceBar::isGraphShown() const
{
    return m_graph->isChecked();
}

void TraceBar::setGraphShown(bool shown)
{
    m_graph->setChecked(shown);
}

void TraceBar::setUtc(bool utc)
{
    m_utc = utc;
    updateCursor();
}

void TraceBar::togglePath()
{
    m_path->click();
}

void TraceBar::toggleAttempts()
{
    m_attempts->click();
}

void TraceBar::toggleGraph()
{
    m_graph->click();
}

void TraceBar::updateCursor()
{
    const bool isThere = m_axis.cursor() && !m_run.isEmpty();
    const Theme &theme = themeOf(this);
    const int digit = QFontMetrics(theme.font(TextStyle::MonoSmall)).horizontalAdvance('0');
    m_cursorTitle->setVisible(isThere && width() >= theme.scaled(760));
    m_cursor->setVisible(isThere && width() >= theme.scaled(620));
    m_clock->setVisible(isThere && width() >= theme.scaled(760));
    m_cursor->setMinimumWidth(11 * digit); // so that nothing shifts while the pointer moves
    m_clock->setMinimumWidth(13 * digit);
    if (!isThere)
        return;
    const Duration offset(std::llround(*m_axis.cursor()));
    m_cursor->setText('+' + secondsWord(offset));
    m_clock->setText(clockTimeMs(m_run.record().startedAt + offset, m_utc));
}

void TraceBar::updateZoom()
{
    m_zoom->setText(QLocale().toString(m_axis.zoom() * 100, 'f', 0) + QChar(0x2009) + '%');
}

} // namespace batuta::views
