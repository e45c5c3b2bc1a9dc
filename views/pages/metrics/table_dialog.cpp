// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/table_dialog.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/delegates.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

namespace batuta::views {

TableDialog::TableDialog(const QString &title, const QString &sample, ValueTable *model, QWidget *parent)
    : Surface(Level::Panel, parent)
{
    model->setParent(this);
    setAccessibleName(title);
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *copy = new Button(tr("Copy all"), "copy", Button::Variant::Normal, head);
    auto *close = new Button(tr("Close"), "x", Button::Variant::Ghost, head);
    close->setIconOnly(true);
    head->row()->addWidget(new Label(title, TextStyle::Title, Ink::Primary, head));
    head->row()->addWidget(new Label(sample, TextStyle::Small, Ink::Secondary, head), 1);
    head->row()->addWidget(copy);
    head->row()->addWidget(close);
    auto *table = new QTableView(this);
    table->setModel(model);
    table->setItemDelegate(new MonoDelegate(table));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultSectionSize(themeOf(this).scaled(130));
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(table, 1);
    setFocusProxy(table);
    connect(close, &QAbstractButton::clicked, this, &TableDialog::closeRequested);
    connect(copy, &QAbstractButton::clicked, this, [this, model] {
        QGuiApplication::clipboard()->setText(model->text());
        emit told(tr("Copied"));
    });
}

} // namespace batuta::views
