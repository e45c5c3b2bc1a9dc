// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/matrix_view.h"

#include "views/pages/environments/matrix_delegate.h"
#include "views/pages/environments/matrix_header.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace batuta::views {

MatrixView::MatrixView(EnvironmentsModel &model, MatrixTable &table, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_table(table)
    , m_header(new MatrixHeader(model, this))
{
    setHorizontalHeader(m_header);
    setModel(&table);
    setItemDelegate(new MatrixDelegate(table, this));
    verticalHeader()->hide();
    setFrameShape(QFrame::NoFrame);
    setShowGrid(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::CopyAction);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    connect(&table, &MatrixTable::arranged, this, &MatrixView::arrange);
    connect(&themeOf(this), &Theme::changed, this, &MatrixView::layOut);
    arrange();
}

/// Groups go over all columns; the current cell is found again.
void MatrixView::arrange()
{
    clearSpans();
    for (int row = 0; row < m_table.rowCount(); ++row)
        if (m_table.isGroup(row))
            setSpan(row, 0, 1, m_table.columnCount());
    layOut();
    const int row = m_table.rowOf(m_key);
    if (row >= 0)
        setCurrentIndex(m_table.index(row, std::min(m_column, m_table.columnCount() - 1)));
}

void MatrixView::layOut()
{
    const Theme &theme = themeOf(this);
    verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    if (m_table.columnCount() <= MatrixTable::FirstEnvironment)
        return;
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.colors().panel);
    setPalette(colors);
    const int environments = m_table.columnCount() - MatrixTable::FirstEnvironment;
    const int wide = viewport()->width();
    const int keys = std::clamp(wide * 28 / 100, theme.scaled(200), theme.scaled(300));
    const int shown = theme.scaled(108);
    const int each = std::max(theme.scaled(140), (wide - keys - shown) / environments);
    setColumnWidth(MatrixTable::KeyColumn, keys);
    setColumnWidth(MatrixTable::TemplateColumn, shown);
    for (int i = 0; i < environments; ++i)
        setColumnWidth(MatrixTable::FirstEnvironment + i, each);
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void MatrixView::go(const std::string &key, int environment)
{
    const int row = m_table.rowOf(key);
    if (row < 0)
        return;
    setCurrentIndex(m_table.index(row, MatrixTable::FirstEnvironment + std::max(0, environment)));
    scrollTo(currentIndex());
}

void MatrixView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (!current.isValid())
        return;
    const environments::Row *row = m_table.keyRow(current.row());
    m_key = row ? row->key : std::string();
    if (row)
        m_column = current.column();
    emit currentCellChanged();
}

void MatrixView::editCurrent()
{
    const environments::Row *row = m_table.keyRow(currentIndex().row());
    const int environment = currentEnvironment();
    if (!row || environment < 0)
        return;
    if (m_table.asideAt(environment))
        return emit refused({ErrorCode::ActRefused,
                             row->key,
                             "what runs is shown here, and not changed",
                             {},
                             "Change the file beside it, apply and deploy."});
    if (const Result<void> allowed = m_model.mayEdit(static_cast<std::size_t>(environment)); !allowed)
        return emit refused(allowed.error());
    if (row->cells[static_cast<std::size_t>(environment)].isStored)
        return emit secretWanted();
    edit(currentIndex());
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState && !hasFocus()) // the field passes on what it has used
        return QTableView::keyPressEvent(event);
    const int row = currentIndex().row();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_table.isGroup(row) && (isEnter || event->key() == Qt::Key_Space)) {
        const QString name = m_table.group(row);
        m_table.toggle(row);
        for (int i = 0; i < m_table.rowCount(); ++i)
            if (m_table.isGroup(i) && m_table.group(i) == name)
                setCurrentIndex(m_table.index(i, 0));
        return;
    }
    if (isEnter || event->key() == Qt::Key_F2)
        return editCurrent();
    QTableView::keyPressEvent(event);
}

void MatrixView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid() && m_table.isGroup(at.row()) && event->button() == Qt::LeftButton)
        return m_table.toggle(at.row());
    QTableView::mousePressEvent(event);
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (indexAt(event->pos()).isValid())
        editCurrent();
}

} // namespace batuta::views
