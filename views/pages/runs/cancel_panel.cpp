// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/cancel_panel.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>

namespace batuta::views {

CancelPanel::CancelPanel(const RunRow &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_title(new Label(TextStyle::Title, Ink::Primary, this))
    , m_text(new Label(TextStyle::Text, Ink::Secondary, this))
    , m_keep(new Button(QString(), {}, Button::Variant::Normal, this))
    , m_cancel(new Button(QString(), "stop", Button::Variant::Danger, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    m_title->setElide(Qt::ElideRight);
    m_text->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    setFocusProxy(m_keep);
    connect(m_keep, &QAbstractButton::clicked, this, &CancelPanel::dismissed);
    connect(m_cancel, &QAbstractButton::clicked, this, &CancelPanel::confirmed);
    retranslate();
}

void CancelPanel::retranslate()
{
    m_title->setText(tr("Cancel run %1?").arg(shortId(m_run.id)));
    m_text->setText(
        tr("%1 has been running for %2. Steps that run now are told to stop and those that wait do not "
           "start. What steps have already done stays done.")
            .arg(QString::fromStdString(m_run.flow), durationWord(m_run.lasted(SystemClock().wall()))));
    m_keep->setText(tr("Keep it running"));
    m_keep->setAccessibleName(m_keep->text());
    m_cancel->setText(tr("Cancel the run"));
    m_cancel->setAccessibleName(m_cancel->text());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
}

void CancelPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
