// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_delegate.h"

#include "views/pages/flows/flow_list_model.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kInset = 14;

bool isKind(const QModelIndex &index, FlowListModel::Kind kind)
{
    return index.data(FlowListModel::KindRole).toInt() == static_cast<int>(kind);
}

/// Draws `text` elided in `rect`; gives the width it took.
int drawText(QPainter &painter, const QRect &rect, const QString &text, Qt::TextElideMode elide,
             Qt::Alignment align = Qt::AlignLeft)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, elide, rect.width());
    painter.drawText(rect, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace

void FlowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    if (isKind(index, FlowListModel::Kind::Title))
        paintTitle(*painter, option, index);
    else
        paintEntry(*painter, option, index);
    painter->restore();
}

QSize FlowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const int extra = theme.rowHeight() - theme.scaled(26); // of the comfortable density
    if (isKind(index, FlowListModel::Kind::Title))
        return {0, theme.scaled(index.row() == 0 ? 25 : 33)};
    return {0, theme.scaled(44) + extra};
}

void FlowDelegate::paintTitle(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    QRect row = option.rect.adjusted(kInset, 0, -kInset, 0);
    row.setTop(row.bottom() - theme.scaled(25));
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(theme.colors().textTertiary);
    const int count = drawText(painter, row, index.data(FlowListModel::CountRole).toString(), Qt::ElideNone,
                               Qt::AlignRight);
    painter.setFont(theme.font(TextStyle::Caption));
    row.setRight(row.right() - count - 8);
    drawText(painter, row, index.data().toString(), Qt::ElideRight);
}

void FlowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Colors &c = themeOf(option.widget).colors();
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter.fillRect(option.rect, c.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, c.active);
    if (isSelected)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), c.accent.fg);
    if (isSelected && (option.state & QStyle::State_HasFocus))
        drawFocusRing(painter, QRectF(option.rect), 2, c.focus, true);
}

void FlowDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const bool isProblem = isKind(index, FlowListModel::Kind::Problem);
    paintGround(painter, option);
    const QRect row = option.rect.adjusted(kInset, 0, -kInset, 0);
    const int half = theme.scaled(17);
    QRect first(row.left(), row.center().y() - half + 1, row.width(), half);
    QRect second(row.left(), row.center().y() + 1, row.width(), half);
    if (isProblem || index.data(FlowListModel::HasProblemRole).toBool()) {
        const int size = theme.scaled(14);
        const QPixmap glyph =
            theme.pixmap("warn", size, c.of(Status::Waiting).fg, option.widget->devicePixelRatioF());
        painter.drawPixmap(first.left(), first.center().y() - size / 2, glyph);
        first.setLeft(first.left() + size + 6);
    }
    painter.setPen(c.textPrimary);
    painter.setFont(theme.font(TextStyle::Body));
    drawText(painter, first, index.data().toString(), Qt::ElideRight);
    painter.setPen(c.textTertiary);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    if (isProblem) {
        drawText(painter, second, index.data(FlowListModel::PlaceRole).toString(), Qt::ElideLeft);
        return;
    }
    const QString steps =
        FlowListModel::tr("%n step(s)", nullptr, index.data(FlowListModel::StepsRole).toInt());
    painter.setFont(theme.font(TextStyle::Caption));
    const int taken = drawText(painter, second, steps, Qt::ElideNone, Qt::AlignRight);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    second.setRight(second.right() - taken - 8);
    drawText(painter, second, index.data(FlowListModel::NameRole).toString(), Qt::ElideMiddle);
}

} // namespace batuta::views
