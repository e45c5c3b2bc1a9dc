// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/delegates.h"

#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kCellInset = 8;

/// The row's background, without text.
void drawGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

QColor inkOf(const Theme &theme, const QModelIndex &index)
{
    const QVariant status = index.data(StatusInkRole);
    if (status.isValid())
        return theme.colors().of(static_cast<Status>(status.toInt())).fg;
    return index.data(MutedRole).toBool() ? theme.colors().textSecondary : theme.colors().textPrimary;
}

QStyleOptionViewItem prepared(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem own = option;
    own.index = index;
    const QVariant ground = index.data(Qt::BackgroundRole);
    if (ground.isValid())
        own.backgroundBrush = ground.value<QBrush>();
    return own;
}

} // namespace

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    drawGround(painter, prepared(option, index));
    const Theme &theme = themeOf(option.widget);
    const auto status = static_cast<Status>(index.data(StatusRole).toInt());
    const int glyph = theme.scaled(13), x = option.rect.x() + kCellInset + 6;
    painter->drawPixmap(x, option.rect.center().y() - glyph / 2,
                        theme.statusPixmap(status, glyph, option.widget->devicePixelRatioF()));
    painter->setFont(theme.font(TextStyle::Body));
    painter->setPen(theme.colors().of(status).fg);
    const QRect text = option.rect.adjusted(kCellInset + 6 + glyph + 7, 0, -2, 0);
    const QString word = statusWord(index.data().toString().toStdString());
    painter->drawText(text, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(word, Qt::ElideRight, text.width()));
}

void MonoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    drawGround(painter, prepared(option, index));
    const Theme &theme = themeOf(option.widget);
    painter->setFont(theme.font(TextStyle::Mono));
    painter->setPen(inkOf(theme, index));
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool right = alignment.isValid() && alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight);
    const QRect text = option.rect.adjusted(kCellInset, 0, -kCellInset, 0);
    painter->drawText(
        text, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
}

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    drawGround(painter, prepared(option, index));
    const Theme &theme = themeOf(option.widget);
    painter->setFont(theme.font(TextStyle::Body));
    painter->setPen(inkOf(theme, index));
    const QRect text = option.rect.adjusted(kCellInset, 0, -kCellInset, 0);
    painter->drawText(
        text, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

} // namespace batuta::views
