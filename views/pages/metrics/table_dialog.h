// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/value_table.h"
#include "views/widgets/pane.h"

namespace batuta::views {

/// The values of a panel as a table, to be read and copied.
class TableDialog final : public Surface
{
    Q_OBJECT

public:
    TableDialog(const QString &title, const QString &sample, ValueTable *model, QWidget *parent = nullptr);

signals:
    void closeRequested();
    void told(const QString &text);
};

} // namespace batuta::views
