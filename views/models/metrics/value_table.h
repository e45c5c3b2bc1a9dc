// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/panel_data.h"

#include <QAbstractTableModel>

#include <functional>

namespace batuta::views {

/// The values of a panel as a table: a row for each step, the newest first; a column for each line.
class ValueTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Words
    {
        std::function<QString(WallTime)> time;
        std::function<QString(double)> value;
        QString timeTitle;
    };

    ValueTable(PanelData data, Words words, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// All of it, parted by tabs, for the clipboard.
    QString text() const;

private:
    QString textAt(int row, int column) const;

    PanelData m_data;
    Words m_words;
};

} // namespace batuta::views
