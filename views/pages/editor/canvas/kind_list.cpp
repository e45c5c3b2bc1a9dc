// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/kind_list.h"

#include "views/graph/edit_view.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QStyledItemDelegate>

namespace batuta::views {
namespace {

enum Role { KindRole = Qt::UserRole, IconRole };

class KindDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        return {0, isHeading(index) ? theme.scaled(index.row() == 0 ? 24 : 32) : theme.rowHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        const int inset = theme.scaled(12);
        QRect row = option.rect.adjusted(inset, 0, -inset / 2, 0);
        painter->save();
        if (isHeading(index)) {
            row.setTop(row.bottom() - theme.scaled(22));
            painter->setFont(theme.font(TextStyle::Caption));
            painter->setPen(c.textTertiary);
            painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
            painter->restore();
            return;
        }
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, isSelected ? c.selection : c.active);
        if (isSelected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), c.accent.fg);
        const int icon = theme.scaled(14);
        painter->drawPixmap(row.left(), row.center().y() - icon / 2,
                            theme.pixmap(index.data(IconRole).toString(), icon, c.textSecondary,
                                         painter->device()->devicePixelRatioF()));
        painter->setFont(theme.font(TextStyle::Small));
        painter->setPen(c.textPrimary);
        row.setLeft(row.left() + icon + theme.scaled(9));
        painter->drawText(
            row, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, row.width()));
        painter->restore();
    }

private:
    static bool isHeading(const QModelIndex &index) { return index.data(KindRole).toString().isEmpty(); }
};

} // namespace

KindList::KindList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new KindDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setMouseTracking(true);
    setUniformItemSizes(false);
    connect(this, &QListWidget::itemDoubleClicked, this, [this](const QListWidgetItem *item) {
        if (const QString kind = item->data(KindRole).toString(); !kind.isEmpty())
            emit chosen(kind);
    });
    connect(&themeOf(this), &Theme::changed, this, &QListView::doItemsLayout);
}

void KindList::setKinds(const std::vector<StepKind> &kinds, bool withHeadings)
{
    const QString before = currentKind();
    clear();
    m_kinds = static_cast<int>(kinds.size());
    QString group;
    for (const StepKind &kind : kinds) {
        if (withHeadings && kind.group != group) {
            group = kind.group;
            auto *heading = new QListWidgetItem(group, this);
            heading->setFlags(Qt::NoItemFlags);
        }
        auto *item = new QListWidgetItem(kind.name, this);
        item->setData(KindRole, QString::fromStdString(kind.id));
        item->setData(IconRole, kind.icon);
        item->setData(Qt::AccessibleTextRole, kind.name);
        item->setData(Qt::AccessibleDescriptionRole, kind.group);
        if (item->data(KindRole).toString() == before)
            setCurrentItem(item);
    }
}

QString KindList::currentKind() const
{
    return currentItem() ? currentItem()->data(KindRole).toString() : QString();
}

void KindList::step(int by)
{
    int row = currentRow() + by;
    while (row >= 0 && row < count() && item(row)->data(KindRole).toString().isEmpty())
        row += by;
    if (row >= 0 && row < count())
        setCurrentRow(row);
}

QStringList KindList::mimeTypes() const
{
    return {EditView::kKindMime};
}

QMimeData *KindList::mimeData(const QList<QListWidgetItem *> &items) const
{
    if (items.isEmpty() || items.front()->data(KindRole).toString().isEmpty())
        return nullptr;
    auto *mime = new QMimeData; // the drag owns it
    mime->setData(EditView::kKindMime, items.front()->data(KindRole).toString().toUtf8());
    return mime;
}

void KindList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !currentKind().isEmpty())
        emit chosen(currentKind());
    else
        QListWidget::keyPressEvent(event);
}

} // namespace batuta::views
