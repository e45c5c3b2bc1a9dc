// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/value_table.h"

#include <cmath>

namespace batuta::views {

ValueTable::ValueTable(PanelData data, Words words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_data(std::move(data))
    , m_words(std::move(words))
{
}

int ValueTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_data.steps();
}

int ValueTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_data.lines.size());
}

QString ValueTable::textAt(int row, int column) const
{
    const int step = m_data.steps() - 1 - row;
    if (column == 0)
        return m_words.time(m_data.from + m_data.step * step);
    const double value =
        m_data.lines[static_cast<std::size_t>(column - 1)].values[static_cast<std::size_t>(step)];
    return std::isnan(value) ? QStringLiteral("–") : m_words.value(value);
}

QVariant ValueTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            static_cast<int>((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return textAt(index.row(), index.column());
}

QVariant ValueTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_words.timeTitle : m_data.lines[static_cast<std::size_t>(section - 1)].name;
}

QString ValueTable::text() const
{
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells << (row < 0 ? headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                              : textAt(row, column));
        lines << cells.join('\t');
    }
    return lines.join('\n') + '\n';
}

} // namespace batuta::views
