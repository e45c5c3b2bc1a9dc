// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/payload/payload_delegate.h"

#include "views/models/payload/payload_tree.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QPainter>

namespace batuta::views {
namespace {

QColor inkOf(PayloadTree::Kind kind, const Colors &c)
{
    switch (kind) {
    case PayloadTree::Kind::Text:
        return c.code.string;
    case PayloadTree::Kind::Number:
        return c.code.number;
    case PayloadTree::Kind::Word:
        return c.code.keyword;
    case PayloadTree::Kind::Object:
    case PayloadTree::Kind::Array:
        break;
    }
    return c.textTertiary;
}

} // namespace

void PayloadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, c.selection);
    const auto kind = static_cast<PayloadTree::Kind>(index.data(PayloadTree::KindRole).toInt());
    painter->setFont(theme.font(TextStyle::Code));
    QRect room = option.rect.adjusted(2, 0, -6, 0);
    const QString key = index.data(PayloadTree::KeyRole).toString();
    if (!key.isEmpty()) {
        const QString shown =
            painter->fontMetrics().elidedText(key, Qt::ElideMiddle, std::max(60, room.width() * 2 / 3));
        painter->setPen(index.data(PayloadTree::ItemRole).toBool() ? c.textTertiary : c.code.key);
        painter->drawText(room, Qt::AlignVCenter, shown);
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(shown + ' ') + 4);
    }
    QString value = index.data(PayloadTree::ValueRole).toString();
    if (kind == PayloadTree::Kind::Object || kind == PayloadTree::Kind::Array) {
        const int count = index.data(PayloadTree::CountRole).toInt();
        const QString inside =
            count >= 0 ? QString::number(count) : sizeWord(index.data(PayloadTree::SizeRole).toLongLong());
        value = kind == PayloadTree::Kind::Object ? "{ " + inside + " }" : "[ " + inside + " ]";
    }
    painter->setPen(inkOf(kind, c));
    painter->drawText(room, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(value, Qt::ElideRight, room.width()));
}

QSize PayloadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, themeOf(option.widget).scaled(22)};
}

} // namespace batuta::views
