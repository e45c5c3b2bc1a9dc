// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/cancel_dialog.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>

namespace batuta::views {

CancelDialog::CancelDialog(const QString &flow, int running, QWidget *parent)
    : QWidget(parent)
    , m_no(new Button(tr("Let it run"), QString(), Button::Variant::Normal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    auto *title = new Label(tr("Cancel this run of %1?").arg(flow), TextStyle::Title, Ink::Primary, this);
    title->setElide(Qt::ElideMiddle);
    auto *sentence = new Label(
        tr("%n step(s) under way will be asked to stop, and no other one will start.", nullptr, running) +
            '\n' + tr("What a called function has already done stays done."),
        TextStyle::Text, Ink::Secondary, this);
    sentence->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    auto *yes = new Button(tr("Ask it to cancel"), "stop", Button::Variant::Danger, this);
    yes->setObjectName("confirmCancel");
    row->addStretch(1);
    row->addWidget(m_no);
    row->addWidget(yes);
    column->addLayout(row);
    setFocusProxy(m_no); // a hasty Enter cancels nothing
    setAccessibleName(title->text());
    setAccessibleDescription(sentence->text());
    connect(m_no, &QAbstractButton::clicked, this, &CancelDialog::declined);
    connect(yes, &QAbstractButton::clicked, this, &CancelDialog::confirmed);
}

} // namespace batuta::views
