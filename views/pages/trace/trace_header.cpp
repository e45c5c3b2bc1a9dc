// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/trace_header.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPainter>

namespace batuta::views {
namespace {

/// Between two crumbs.
class Arrow final : public QWidget
{
public:
    explicit Arrow(QWidget *parent)
        : QWidget(parent)
    {
        setFixedWidth(themeOf(this).scaled(10));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawChevron(painter, rect(), themeOf(this).colors().textTertiary, Qt::RightArrow);
    }
};

} // namespace

TraceHeader::TraceHeader(Actions actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(std::move(actions))
    , m_runs(new Button(QString(), QString(), Button::Variant::Ghost, this))
    , m_flow(new Button(QString(), QString(), Button::Variant::Ghost, this))
    , m_flowArrow(new Arrow(this))
    , m_id(new Label(TextStyle::Mono, Ink::Primary, this))
    , m_status(new Chip(QString(), this))
    , m_cancel(new Button(m_actions.cancel, Button::Variant::Danger, this))
    , m_pause(new Button(m_actions.pause, Button::Variant::Normal, this))
    , m_resume(new Button(m_actions.resume, Button::Variant::Primary, this))
    , m_copyAs(new Button(QString(), "copy", Button::Variant::Normal, this))
    , m_retry(new Button(m_actions.retry, Button::Variant::Normal, this))
    , m_reruns(new Button(QString(), "down", Button::Variant::Normal, this))
    , m_menu(new QMenu(this))
    , m_rerunMenu(new QMenu(this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    whole->addWidget(bar);
    QHBoxLayout *row = bar->row();
    row->setSpacing(4);
    row->setContentsMargins(4, 0, 14, 0);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_id->setElide(Qt::ElideMiddle);
    m_id->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *copyId = new Button(m_actions.copyId, Button::Variant::Ghost, this);
    copyId->setIconOnly(true);
    copyId->setSmall(true);
    row->addWidget(m_runs);
    row->addWidget(new Arrow(this));
    row->addWidget(m_flow);
    row->addWidget(m_flowArrow);
    row->addSpacing(6);
    row->addWidget(m_id);
    row->addWidget(copyId);
    row->addSpacing(6);
    row->addWidget(m_status);
    row->addStretch(1);
    row->setSpacing(8);
    m_copyAs->setHasMenu(true);
    row->addWidget(m_pause);
    row->addWidget(m_resume);
    row->addWidget(m_cancel);
    row->addWidget(new Button(m_actions.compare, Button::Variant::Normal, this));
    row->addWidget(m_copyAs);
    row->addWidget(m_retry);
    row->setSpacing(4);
    m_reruns->setIconOnly(true);
    row->addWidget(m_reruns);
    fillMenus();
    connect(m_runs, &QAbstractButton::clicked, this, &TraceHeader::runsRequested);
    connect(m_flow, &QAbstractButton::clicked, this, &TraceHeader::flowRequested);
    retranslate();
}

void TraceHeader::fillMenus()
{
    for (QAction *action : m_actions.copies)
        m_menu->addAction(action);
    for (QAction *action : m_actions.reruns)
        m_rerunMenu->addAction(action);
    connect(m_reruns, &QAbstractButton::clicked, this,
            [this] { m_rerunMenu->popup(m_reruns->mapToGlobal(QPoint(0, m_reruns->height() + 2))); });
    connect(m_copyAs, &QAbstractButton::clicked, this,
            [this] { m_menu->popup(m_copyAs->mapToGlobal(QPoint(0, m_copyAs->height() + 2))); });
}

void TraceHeader::retranslate()
{
    m_runs->setText(tr("Runs"));
    m_runs->setAccessibleName(tr("Back to Runs"));
    m_copyAs->setText(tr("Copy as"));
    m_copyAs->setAccessibleName(tr("Copy as"));
    m_reruns->setText(tr("More ways to run it again"));
    m_reruns->setAccessibleName(m_reruns->text());
    m_reruns->setToolTip(m_reruns->text());
    for (Button *button : {m_runs, m_copyAs})
        button->updateGeometry();
}

void TraceHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TraceHeader::setRun(const QString &id, const TraceRun &run, bool isPast)
{
    m_id->setText(id);
    m_id->setAccessibleName(tr("Execution %1").arg(id));
    const QString flow = QString::fromStdString(run.record().flow);
    if (m_flow->text() != flow) {
        m_flow->setText(flow);
        m_flow->setAccessibleName(tr("Open the flow %1").arg(flow));
        m_flow->updateGeometry();
    }
    m_flow->setVisible(!flow.isEmpty());
    m_flowArrow->setVisible(!flow.isEmpty());
    m_status->setVisible(!run.isEmpty());
    m_status->setStatus(run.picture());
    m_status->setText(statusWord(run.record().status));
    const bool isLive = !run.isEmpty() && !run.hasEnded() && !isPast;
    const bool isPaused = run.record().status == "paused";
    m_cancel->setVisible(isLive);
    m_pause->setVisible(isLive && !isPaused);
    m_resume->setVisible(isLive && isPaused);
    m_retry->setVisible(!run.isEmpty() && !isLive);
}

} // namespace batuta::views
