// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/keys_sheet.h"

#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/command_registry.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>

namespace batuta::views {
namespace {

QWidget *column(const QString &title, const std::vector<QAction *> &actions)
{
    auto *holder = new QWidget;
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins(18, 14, 18, 14);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(0, 1);
    grid->addWidget(new Label(title, TextStyle::Caption, Ink::Tertiary), 0, 0, 1, 2);
    int row = 1;
    for (const QAction *action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        auto *text = new Label(action->text(), TextStyle::Body);
        text->setElide(Qt::ElideRight);
        grid->addWidget(text, row, 0);
        grid->addWidget(new KeyHint(action->shortcut().toString(QKeySequence::NativeText)), row++, 1,
                        Qt::AlignRight);
    }
    grid->setRowStretch(row, 1);
    return holder;
}

} // namespace

KeysSheet::KeysSheet(const CommandRegistry &commands, const QWidget *page, QWidget *parent)
    : QWidget(parent)
{
    std::vector<QAction *> window, own;
    for (QAction *action : commands.commandsOf(page))
        (commands.scopeOf(action) == page ? own : window).push_back(action);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *head = new Bar(Bar::Kind::ViewHeader);
    auto *close = new Button(tr("Close"), "x", Button::Variant::Ghost);
    close->setIconOnly(true);
    connect(close, &QAbstractButton::clicked, this, &KeysSheet::closeRequested);
    head->row()->addWidget(new Label(tr("Keys"), TextStyle::Title), 1);
    head->row()->addWidget(close);
    whole->addWidget(head);
    auto *body = new QWidget;
    auto *columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(column(tr("This view"), own), 1);
    columns->addWidget(column(tr("Everywhere"), window), 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    whole->addWidget(scroll, 1);
    setAccessibleName(tr("Keys"));
    close->setFocus();
}

} // namespace batuta::views
