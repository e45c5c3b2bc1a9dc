// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/close_dialog.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>

namespace batuta::views {

CloseDialog::CloseDialog(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(TextStyle::Title))
    , m_text(new Label(TextStyle::Text, Ink::Secondary))
    , m_stay(new Button(QString(), {}))
    , m_cancel(new Button(QString(), "stop", Button::Variant::Danger))
    , m_finish(new Button(QString(), "check", Button::Variant::Primary))
{
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_stay);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_finish);
    column->addLayout(row);
    setFocusProxy(m_finish);
    connect(m_stay, &QAbstractButton::clicked, this, &CloseDialog::stayChosen);
    connect(m_cancel, &QAbstractButton::clicked, this, &CloseDialog::cancelChosen);
    connect(m_finish, &QAbstractButton::clicked, this, &CloseDialog::finishChosen);
    retranslate();
}

void CloseDialog::setRunning(int running)
{
    m_running = running;
    retranslate();
}

void CloseDialog::setWaiting()
{
    m_waiting = true;
    m_cancel->setEnabled(false);
    m_finish->setEnabled(false);
    m_stay->setFocus();
    retranslate();
}

void CloseDialog::retranslate()
{
    m_title->setText(tr("%n run(s) still going", nullptr, m_running));
    m_text->setText(
        m_waiting
            ? tr("The window closes when the last one has ended and is recorded. New runs are not started.")
            : tr("They run inside this window. Let them finish, or cancel them: either way their end is "
                 "recorded before the window closes."));
    m_stay->setText(tr("Keep the window open"));
    m_cancel->setText(tr("Cancel them and close"));
    m_finish->setText(tr("Finish, then close"));
    for (Button *button : {m_stay, m_cancel, m_finish}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
    setAccessibleName(m_title->text());
}

void CloseDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
