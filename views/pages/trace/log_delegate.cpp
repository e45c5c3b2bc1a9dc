// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/log_delegate.h"

#include "views/pages/trace/log_panel.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {
namespace {

struct LevelLook
{
    Status status = Status::Running;
    QString icon;
};

/// As tokens.json has them under `severity`.
LevelLook lookOf(const QString &level)
{
    if (level == "ERROR" || level == "CRITICAL")
        return {Status::Failed, "warnf"};
    if (level == "WARNING")
        return {Status::Waiting, "warn"};
    return level == "DEBUG" ? LevelLook{Status::Skipped, QString()} : LevelLook{Status::Running, "info"};
}

} // namespace

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const QString level = index.data(LogLineModel::LevelRole).toString();
    const LevelLook look = lookOf(level);
    if (look.status == Status::Failed)
        painter->fillRect(option.rect, c.of(Status::Failed).soft);
    QStyleOptionViewItem ground = option;
    ground.index = index;
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      c.borderSubtle);
    painter->setFont(theme.font(TextStyle::Mono));
    QRect room = option.rect.adjusted(14, 0, -14, 0);
    const auto column = [&](int width, const QString &text, const QColor &ink) {
        painter->setPen(ink);
        painter->drawText(QRect(room.left(), room.top(), width, room.height()), Qt::AlignVCenter, text);
        room.setLeft(room.left() + width);
    };
    const QFontMetrics metrics = painter->fontMetrics();
    const int digit = metrics.horizontalAdvance('0');
    column(digit * 12 + 18, index.data(LogLineModel::TimeRole).toString(), c.textSecondary);
    const int icon = theme.scaled(12);
    if (!look.icon.isEmpty())
        painter->drawPixmap(
            room.left(), room.center().y() - icon / 2,
            theme.pixmap(look.icon, icon, c.of(look.status).fg, option.widget->devicePixelRatioF()));
    room.setLeft(room.left() + icon + 6);
    column(digit * 8 + 8, level, c.of(look.status).fg);
    column(digit * 3 + 10, index.data(LogLineModel::AttemptRole).toString(), c.textTertiary);
    const QString message = index.data(LogLineModel::MessageRole).toString();
    const QString shown = metrics.elidedText(message, Qt::ElideRight, room.width());
    column(metrics.horizontalAdvance(shown) + 2 * digit, shown, c.textPrimary);
    if (room.width() > 4 * digit)
        column(
            room.width(),
            metrics.elidedText(index.data(LogLineModel::FieldsRole).toString(), Qt::ElideRight, room.width()),
            c.textSecondary);
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, themeOf(option.widget).scaled(24)};
}

} // namespace batuta::views
