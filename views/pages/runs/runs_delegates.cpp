// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/runs_delegates.h"

#include "views/models/runs/runs_model.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace batuta::views {
namespace {

constexpr int kInset = 8;
constexpr int kPitch = 12; // of the step cells: 10 and a gap of 2

void drawCross(QPainter &painter, const QRectF &cell, const QColor &color)
{
    const QRectF cross = cell.adjusted(3, 3, -3, -3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Each state has its own shape besides its colour: outline, dots, half, cross, bars, cut.
void drawCell(QPainter &painter, const QRectF &cell, Status status, const Theme &theme)
{
    const Colors &c = theme.colors();
    const Role &role = c.of(status);
    switch (status) {
    case Status::Queued:
        return drawBox(painter, cell, 2, {}, c.borderStrong);
    case Status::Skipped: {
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(role.solid, 1);
        pen.setDashPattern({1.5, 1.5});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
        return;
    }
    case Status::Running:
        drawBox(painter, cell, 2, role.soft, role.solid);
        return painter.fillRect(QRectF(cell.x() + 1, cell.y() + 1, cell.width() / 2 - 1, cell.height() - 2),
                                role.solid);
    case Status::Success:
        return drawBox(painter, cell, 2, mixed(c.panel, role.solid, 0.72), {});
    case Status::Failed:
        drawBox(painter, cell, 2, role.solid, {});
        return drawCross(painter, cell, role.onSolid);
    case Status::Cancelled:
        drawBox(painter, cell, 2, role.solid, {});
        painter.setPen(QPen(c.panel, 1.4));
        return painter.drawLine(cell.bottomLeft() + QPointF(2, -2), cell.topRight() + QPointF(-2, 2));
    case Status::Waiting:
        drawBox(painter, cell, 2, role.solid, {});
        painter.fillRect(QRectF(cell.x() + 3, cell.y() + 2, 1.5, cell.height() - 4), role.onSolid);
        return painter.fillRect(QRectF(cell.right() - 4.5, cell.y() + 2, 1.5, cell.height() - 4),
                                role.onSolid);
    }
}

} // namespace

void drawRowGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem own = option;
    own.index = index;
    const QVariant ground = index.data(Qt::BackgroundRole);
    if (ground.isValid())
        own.backgroundBrush = ground.value<QBrush>();
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &own, painter, option.widget);
}

void StepCellsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    drawRowGround(painter, option, index);
    const QByteArray cells = index.data(RunsModel::CellsRole).toByteArray();
    if (cells.isEmpty())
        return;
    const Theme &theme = themeOf(option.widget);
    const int pitch = theme.scaled(kPitch), side = pitch - 2;
    const int room = option.rect.width() - 2 * kInset;
    auto fitting = static_cast<int>(cells.size());
    QString rest;
    if (fitting * pitch - 2 > room) {
        painter->setFont(theme.font(TextStyle::MonoSmall));
        const QString most = '+' + QString::number(cells.size());
        fitting = qMax(0, (room - painter->fontMetrics().horizontalAdvance(most)) / pitch);
        rest = '+' + QString::number(cells.size() - fitting);
    }
    int x = option.rect.x() + kInset;
    const int y = option.rect.y() + (option.rect.height() - side) / 2;
    for (int i = 0; i < fitting; ++i, x += pitch)
        drawCell(*painter, QRectF(x, y, side, side), static_cast<Status>(cells[i]), theme);
    if (rest.isEmpty())
        return;
    painter->setPen(theme.colors().textTertiary);
    painter->drawText(QRect(x, option.rect.y(), option.rect.right() - x, option.rect.height()),
                      Qt::AlignVCenter, rest);
}

qreal DurationBarDelegate::share(qint64 micros)
{
    constexpr qreal kShortest = 100'000, kLongest = 120'000'000;
    const qreal bounded = qBound(kShortest, static_cast<qreal>(micros), kLongest);
    return std::log(bounded / kShortest) / std::log(kLongest / kShortest);
}

void DurationBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    drawRowGround(painter, option, index);
    const QVariant micros = index.data(RunsModel::DurationRole);
    if (!micros.isValid())
        return;
    const Theme &theme = themeOf(option.widget);
    const QRect room = option.rect.adjusted(kInset, 0, -kInset, 0);
    const int width = qMin(theme.scaled(52), room.width() / 2), height = theme.scaled(5);
    const QRectF track(room.x(), room.center().y() - height / 2.0, width, height);
    const auto status = static_cast<Status>(index.data(RunsModel::StatusRole).toInt());
    drawBox(*painter, track, height / 2.0, theme.colors().active, {});
    QRectF bar = track;
    bar.setWidth(qMax<qreal>(height, track.width() * share(micros.toLongLong())));
    // Of success the figure beside it speaks; failures stand out (ui.md §2.2).
    const QColor solid = theme.colors().of(status).solid;
    drawBox(*painter, bar, height / 2.0,
            status == Status::Success ? mixed(theme.colors().panel, solid, 0.72) : solid, {});
    painter->setFont(theme.font(TextStyle::Mono));
    painter->setPen(theme.colors().textPrimary);
    painter->drawText(
        room.adjusted(width + 4, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width() - width - 4));
}

} // namespace batuta::views
