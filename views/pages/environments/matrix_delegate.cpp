// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/matrix_delegate.h"

#include "views/models/environments/env_mask.h"
#include "views/pages/environments/cell_edit.h"
#include "views/pages/environments/env_words.h"
#include "views/pages/environments/matrix_table.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QTableView>

namespace batuta::views {
namespace {

constexpr int kInset = 10;

bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    return view && view->currentIndex().row() == index.row();
}

bool isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    return view && view->currentIndex() == index;
}

} // namespace

void drawMissing(QPainter &painter, const QRect &rect, const QColor &soft, const QColor &line)
{
    painter.save();
    painter.setClipRect(rect);
    painter.fillRect(rect, soft);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 3));
    for (int x = rect.left() - rect.height(); x < rect.right(); x += 11)
        painter.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top());
    painter.restore();
}

MatrixDelegate::MatrixDelegate(MatrixTable &table, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_table(table)
{
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Colors &c = themeOf(option.widget).colors();
    painter->save();
    if (m_table.isGroup(index.row())) {
        paintGroup(*painter, option, index.row());
    } else {
        painter->fillRect(option.rect, isCurrentRow(option, index) ? c.selection : c.panel);
        if (index.column() == MatrixTable::KeyColumn)
            paintKey(*painter, option, index);
        else if (index.column() == MatrixTable::TemplateColumn)
            paintTemplate(*painter, option, index.row());
        else
            paintCell(*painter, option, index);
        if (isCurrent(option, index))
            drawFocusRing(*painter, QRectF(option.rect), 2, c.focus, true);
        const int environment = MatrixTable::environmentOf(index.column());
        if (environment >= 0 && m_table.look(index.row(), environment).isPending) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(c.accent.solid);
            const QPoint corner = option.rect.topRight() + QPoint(1, 0);
            painter->drawPolygon(QPolygon({corner - QPoint(11, 0), corner, corner + QPoint(0, 11)}));
        }
    }
    painter->restore();
}

void MatrixDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, int row) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool isHere = view && view->currentIndex().row() == row;
    painter.fillRect(option.rect, isHere ? c.selection : c.canvas);
    drawChevron(painter, QRectF(option.rect.left() + 14, option.rect.top(), 12, option.rect.height()),
                c.textSecondary, m_table.isFolded(row) ? Qt::RightArrow : Qt::DownArrow);
    QRect text = option.rect.adjusted(33, 0, -kInset, 0);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    const QString name = m_table.group(row);
    painter.drawText(text, Qt::AlignVCenter, name);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(name) + 8);
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    const int keys = m_table.keysIn(row);
    painter.drawText(text, Qt::AlignVCenter,
                     m_table.isFolded(row) ? tr("%n key(s), folded", nullptr, keys)
                                           : tr("%n key(s)", nullptr, keys));
}

void MatrixDelegate::paintKey(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    if (isCurrentRow(option, index))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
                         theme.colors().accent.solid);
    painter.setFont(theme.font(TextStyle::Mono));
    painter.setPen(theme.colors().textPrimary);
    const QRect text = option.rect.adjusted(14, 0, -4, 0);
    painter.drawText(
        text, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
}

void MatrixDelegate::paintTemplate(QPainter &painter, const QStyleOptionViewItem &option, int row) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const environments::Row *own = m_table.keyRow(row);
    if (!own)
        return;
    const QColor ink = !own->isInTemplate ? c.of(Status::Waiting).fg : c.textSecondary;
    const QColor mark = own->isInTemplate && own->isRequired ? c.of(Status::Success).fg : ink;
    const int size = theme.scaled(13);
    painter.drawPixmap(
        option.rect.left() + 6, option.rect.center().y() - size / 2,
        theme.pixmap(own->isInTemplate ? "check" : "plus", size, mark, option.widget->devicePixelRatioF()));
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(ink);
    painter.drawText(option.rect.adjusted(6 + size + 5, 0, -2, 0), Qt::AlignVCenter, templateWord(*own));
}

void MatrixDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const CellLook look = m_table.look(index.row(), MatrixTable::environmentOf(index.column()));
    const Role &failed = c.of(Status::Failed);
    if (look.kind == CellLook::Missing)
        drawMissing(painter, option.rect, failed.soft, mixed(failed.soft, failed.softBorder, 0.5));
    else if (look.differs)
        painter.fillRect(option.rect, c.of(Status::Waiting).soft);
    const bool isProduction =
        environmentKind(
            index.model()->headerData(index.column(), Qt::Horizontal).toString().toLower().toStdString()) ==
        EnvironmentKind::Production;
    const QColor line = isProduction ? c.of(EnvironmentKind::Production).softBorder : c.borderSubtle;
    painter.fillRect(QRect(option.rect.left(), option.rect.top(), 1, option.rect.height()), line);
    QRect text = option.rect.adjusted(kInset, 0, -kInset, 0);
    const int size = theme.scaled(13), y = option.rect.center().y() - size / 2;
    const auto icon = [&](const QString &name, const QColor &ink, int x) {
        painter.drawPixmap(x, y, theme.pixmap(name, size, ink, option.widget->devicePixelRatioF()));
    };
    if (look.isWrong) {
        painter.drawPixmap(text.left(), y,
                           theme.statusPixmap(Status::Failed, size, option.widget->devicePixelRatioF()));
        text.setLeft(text.left() + size + 5);
    } else if (look.kind == CellLook::Secret || look.kind == CellLook::Stored ||
               look.kind == CellLook::Reference) {
        icon("key", c.textSecondary, text.left());
        text.setLeft(text.left() + size + 5);
    }
    if (look.differs) {
        painter.setFont(theme.font(TextStyle::Strong));
        painter.setPen(c.of(Status::Waiting).fg);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, QString(QChar(0x2260)));
        text.setRight(text.right() - size - 4);
    }
    paintText(painter, option, text, look);
}

void MatrixDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, QRect text,
                               const CellLook &look) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const bool isWord = look.kind == CellLook::Missing || look.kind == CellLook::NotSet ||
                        look.kind == CellLook::Empty || look.kind == CellLook::Stored;
    painter.setFont(theme.font(isWord ? TextStyle::Body : TextStyle::Mono));
    painter.setPen(look.kind == CellLook::Missing                                   ? c.of(Status::Failed).fg
                   : look.kind == CellLook::NotSet || look.kind == CellLook::Empty  ? c.textTertiary
                   : look.kind == CellLook::Secret || look.kind == CellLook::Stored ? c.textSecondary
                                                                                    : c.textPrimary);
    QString shown = look.text;
    if (!isWord &&
        painter.fontMetrics().horizontalAdvance(shown) > text.width()) // what all begin with says nothing
        for (const char *scheme : {"https://", "http://"})
            if (shown.startsWith(QLatin1String(scheme)))
                shown.remove(0, static_cast<qsizetype>(qstrlen(scheme)));
    painter.drawText(text, static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(shown, Qt::ElideMiddle, text.width()));
}

void MatrixDelegate::commit(QWidget *editor)
{
    emit commitData(editor);
    emit closeEditor(editor);
}

/// Whether the field may show nothing of the value.
bool MatrixDelegate::isHidden(const QModelIndex &index) const
{
    const environments::Row *own = m_table.keyRow(index.row());
    const int environment = MatrixTable::environmentOf(index.column());
    const CellLook look = m_table.look(index.row(), environment);
    return own && look.kind != CellLook::Reference && !m_table.isRevealed(environment, own->key) &&
           (own->isSecret || look.kind == CellLook::Secret);
}

QWidget *MatrixDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    QWidget *editor = nullptr;
    if (isHidden(index)) {
        auto *field = new QLineEdit(parent);
        field->setMaxLength(1 << 16);
        field->setFont(themeOf(parent).font(TextStyle::Mono));
        field->setEchoMode(QLineEdit::Password);
        field->setPlaceholderText(tr("a new value"));
        editor = field;
    } else {
        auto *field = new CellEdit(parent);
        connect(field, &CellEdit::committed, this,
                [this, field] { const_cast<MatrixDelegate *>(this)->commit(field); });
        editor = field;
    }
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    return editor;
}

void MatrixDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const environments::Row *own = m_table.keyRow(index.row());
    const auto environment = static_cast<std::size_t>(MatrixTable::environmentOf(index.column()));
    if (auto *field = qobject_cast<CellEdit *>(editor); field && own) {
        field->setPlainText(QString::fromStdString(own->cells[environment].value));
        field->selectAll();
        field->document()->setModified(false);
    }
}

/// A field that was left as it was changes nothing; nor does an empty one over a secret.
void MatrixDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *field = qobject_cast<CellEdit *>(editor)) {
        if (field->document()->isModified())
            model->setData(index, field->toPlainText(), Qt::EditRole);
    } else if (const auto *secret = qobject_cast<QLineEdit *>(editor)) {
        if (secret->isModified() && !secret->text().isEmpty())
            model->setData(index, secret->text(), Qt::EditRole);
    }
}

void MatrixDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    if (auto *field = qobject_cast<CellEdit *>(editor))
        field->place(option.rect);
    else
        QStyledItemDelegate::updateEditorGeometry(editor, option, index);
}

} // namespace batuta::views
