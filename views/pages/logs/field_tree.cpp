// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_detail.h"
#include "views/pages/logs/log_header.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kIcon = 20; ///< width of one act

} // namespace

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, themeOf(option.widget).scaled(22)};
}

FieldDelegate::Act FieldDelegate::actAt(const QRect &rect, const QPoint &at)
{
    const int fromRight = rect.right() - at.x();
    if (!rect.contains(at) || fromRight >= 3 * kIcon + 4)
        return Act::None;
    return fromRight < kIcon + 4 ? Act::Copy : fromRight < 2 * kIcon + 4 ? Act::Out : Act::For;
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const bool isHere =
        option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus | QStyle::State_Selected);
    if (isHere)
        painter->fillRect(option.rect, c.active);
    painter->setFont(theme.font(TextStyle::Mono));
    const QModelIndex first = index.siblingAtColumn(0);
    const int kind = first.data(FieldTree::KindRole).toInt();
    const bool hasActs = index.column() == 1 && isHere && !first.data(FieldTree::IsMaskedRole).toBool();
    painter->setPen(
        index.column() == 0 ? c.code.key
        : kind == 0         ? c.code.string
        : kind == 1         ? c.code.number
        : kind == 4
            ? c.of(lookOf(logs::severityOf(first.data(FieldTree::ValueRole).toString().toStdString())).status)
                  .fg
            : c.textTertiary);
    const QRect room = option.rect.adjusted(2, 0, hasActs ? -3 * kIcon - 6 : -6, 0);
    painter->drawText(room, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight,
                                                        room.width()));
    if (!hasActs)
        return;
    const int size = theme.scaled(12);
    int right = option.rect.right() - 4;
    for (const char *icon : {"copy", "minus", "plus"}) {
        painter->drawPixmap(right - size - 4, option.rect.center().y() - size / 2,
                            theme.pixmap(icon, size, c.textSecondary, option.widget->devicePixelRatioF()));
        right -= kIcon;
    }
}

FieldTree::FieldTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(true);
    setIndentation(14);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setItemDelegate(new FieldDelegate(this));
    header()->setStretchLastSection(true);
    header()->setDefaultSectionSize(themeOf(this).scaled(130));
    header()->setMinimumSectionSize(60);
}

void FieldTree::act(FieldDelegate::Act act, const QTreeWidgetItem *item)
{
    if (item && act != FieldDelegate::Act::None && !item->data(0, IsMaskedRole).toBool())
        emit acted(act, item->data(0, PathRole).toString(), item->data(0, ValueRole).toString());
}

void FieldTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeWidget::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QTreeWidgetItem *item = itemAt(at);
    if (item && event->button() == Qt::LeftButton && columnAt(at.x()) == 1)
        act(FieldDelegate::actAt(visualRect(indexFromItem(item, 1)), at), item);
}

void FieldTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return act(FieldDelegate::Act::Copy, currentItem());
    if (event->key() == Qt::Key_F)
        return act(event->modifiers() & Qt::ShiftModifier ? FieldDelegate::Act::Out : FieldDelegate::Act::For,
                   currentItem());
    if (event->key() == Qt::Key_Insert && currentItem())
        return emit columnWanted(currentItem()->data(0, PathRole).toString());
    QTreeWidget::keyPressEvent(event);
}

void FieldTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QTreeWidgetItem *item =
        event->reason() == QContextMenuEvent::Keyboard ? currentItem() : itemAt(event->pos());
    if (!item)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString field = item->data(0, PathRole).toString();
    const QString value = item->data(0, ValueRole).toString();
    if (!item->data(0, IsMaskedRole).toBool())
        for (const auto &[text, act] : {std::pair{tr("Filter for this value"), FieldDelegate::Act::For},
                                        std::pair{tr("Filter this value out"), FieldDelegate::Act::Out},
                                        std::pair{tr("Copy the value"), FieldDelegate::Act::Copy}})
            connect(menu->addAction(text), &QAction::triggered, this,
                    [this, act = act, field, value] { emit acted(act, field, value); });
    connect(menu->addAction(tr("Add as a column")), &QAction::triggered, this,
            [this, field] { emit columnWanted(field); });
    menu->popup(event->globalPos());
}

QMimeData *FieldTree::mimeData(const QList<QTreeWidgetItem *> &items) const
{
    if (items.isEmpty())
        return nullptr;
    auto *dragged = new QMimeData;
    const QString field = items.first()->data(0, PathRole).toString();
    dragged->setData(LogHeader::kFieldMime, field.toUtf8());
    dragged->setText(field);
    return dragged;
}

} // namespace batuta::views
