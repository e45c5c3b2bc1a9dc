// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/unapplied_dialog.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>

namespace batuta::views {

UnappliedDialog::UnappliedDialog(int changes, QWidget *parent)
    : QWidget(parent)
{
    auto *title = new Label(tr("%n change(s) of env files not applied", nullptr, changes), TextStyle::Title,
                            Ink::Primary, this);
    auto *text = new Label(tr("No file has them yet. Kept, they are here again the next time, for you alone: "
                              "values are sealed."),
                           TextStyle::Text, Ink::Secondary, this);
    text->setWordWrap(true);
    auto *stay = new Button(tr("Keep the window open"), {}, Button::Variant::Normal, this);
    auto *discard = new Button(tr("Discard and close"), "trash", Button::Variant::Danger, this);
    auto *keep = new Button(tr("Keep and close"), "check", Button::Variant::Primary, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(text, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(stay);
    row->addStretch(1);
    row->addWidget(discard);
    row->addWidget(keep);
    column->addLayout(row);
    setFocusProxy(keep);
    setAccessibleName(title->text());
    connect(stay, &QAbstractButton::clicked, this, &UnappliedDialog::stayChosen);
    connect(discard, &QAbstractButton::clicked, this, &UnappliedDialog::discardChosen);
    connect(keep, &QAbstractButton::clicked, this, &UnappliedDialog::keepChosen);
}

} // namespace batuta::views
