// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace batuta::views {

/// One 12 px cell for each step in the order of the flow, filled as its state; cells that do not fit give way
/// to a number.
class StepCellsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// A bar on a logarithmic scale from 0.1 s to 120 s, and the figure.
class DurationBarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// The share of the bar that a duration fills, 0 to 1.
    static qreal share(qint64 micros);
};

/// The ground of a row, as the shared delegates paint it.
void drawRowGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace batuta::views
