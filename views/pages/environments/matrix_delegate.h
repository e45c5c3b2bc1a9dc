// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace batuta::views {

class MatrixTable;
struct CellLook;

/// Paints groups, keys and cells of the matrix, and edits a cell in its place: a secret in a field that shows
/// nothing of it.
class MatrixDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MatrixDelegate(MatrixTable &table, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void commit(QWidget *editor);
    bool isHidden(const QModelIndex &index) const;
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    void paintKey(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTemplate(QPainter &painter, const QStyleOptionViewItem &option, int row) const;
    void paintCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, QRect text,
                   const CellLook &look) const;

    MatrixTable &m_table;
};

/// The ground of a key that is needed and has no value; also of the legend.
void drawMissing(QPainter &painter, const QRect &rect, const QColor &soft, const QColor &line);

} // namespace batuta::views
