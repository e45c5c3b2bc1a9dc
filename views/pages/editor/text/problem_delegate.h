// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace batuta::views {

/// A problem in two lines: glyph, message and place, and the button of its first fix.
class ProblemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the button of the row is; empty when it has none.
    static QRect buttonOf(const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace batuta::views
