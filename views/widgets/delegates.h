// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace batuta::views {

/// Roles that the delegates below read besides the display text.
enum DelegateRole {
    StatusRole = Qt::UserRole + 100, ///< int of Status
    MutedRole,                       ///< bool: secondary ink
    StatusInkRole,                   ///< int of Status: the text is in that state's colour
};

/// Glyph and word of a state, the word in the state's colour. The model gives StatusRole; the word is
/// statusWord() of the display text.
class StatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// Ids, times and numbers: mono; middle elided when left aligned, right aligned when the model says so.
class MonoDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// Plain text with 8 px inset, elided at its end, in the ink that MutedRole says.
class TextDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace batuta::views
