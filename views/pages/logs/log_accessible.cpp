// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_accessible.h"

#include "views/pages/logs/log_header.h"
#include "views/pages/logs/log_table.h"

#include <QAccessibleTableInterface>
#include <QAccessibleWidget>
#include <QPointer>

#include <limits>
#include <map>

namespace batuta::views {
namespace {

constexpr std::size_t kCells = 2000; // kept; a reader asks for those on the screen

/// One cell of one line.
class CellAccessible final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    CellAccessible(LogTable &table, int row, int column)
        : m_table(&table)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override
    {
        return m_table && static_cast<std::uint64_t>(m_row) < m_table->lines().count() &&
               m_column < m_table->lines().columns().size();
    }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_table ? QAccessible::queryAccessibleInterface(m_table) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Value))
            return {};
        return m_table->lines().row(static_cast<std::uint64_t>(m_row)).cells.value(m_column);
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect row = m_table->rowRect(static_cast<std::uint64_t>(m_row));
        const QRect column = m_table->header().columnRect(m_column);
        return {m_table->viewport()->mapToGlobal(QPoint(column.left(), row.top())),
                QSize(column.width(), row.height())};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.readOnly = true;
        state.invalid = !isValid();
        state.selected = isSelected();
        state.focused =
            isValid() && m_table->hasFocus() && isSelected() && m_table->currentColumn() == m_column;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this)
                                                       : nullptr;
    }
    bool isSelected() const override
    {
        return isValid() && m_table->hasCurrent() && m_table->current() == static_cast<std::uint64_t>(m_row);
    }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QPointer<LogTable> m_table;
    int m_row;
    int m_column;
};

/// The table itself.
class TableAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit TableAccessible(LogTable *table)
        : QAccessibleWidget(table, QAccessible::Table)
    {
    }
    ~TableAccessible() override { forget(); }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    int columnCount() const override
    {
        return table() ? static_cast<int>(table()->lines().columns().size()) : 0;
    }
    int rowCount() const override
    {
        return table() ? static_cast<int>(
                             qMin<std::uint64_t>(table()->lines().count(), std::numeric_limits<int>::max()))
                       : 0;
    }
    QString columnDescription(int column) const override
    {
        return column >= 0 && column < columnCount()
                   ? LogLines::columnTitle(table()->lines().columns()[column].name)
                   : QString();
    }
    QString rowDescription(int row) const override { return QString::number(row + 1); }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        if (m_cells.size() > kCells)
            forget();
        QAccessible::Id &id = m_cells[{row, column}];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(
                new CellAccessible(*table(), row, column)); // Qt owns it
        return QAccessible::accessibleInterface(id);
    }

    int selectedCellCount() const override { return selectedRowCount() * columnCount(); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return table() && table()->hasCurrent() ? 1 : 0; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        for (int column = 0; selectedRowCount() > 0 && column < columnCount(); ++column)
            cells << cellAt(selectedRows().constFirst(), column);
        return cells;
    }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override
    {
        return selectedRowCount() > 0 ? QList<int>{static_cast<int>(table()->current())} : QList<int>();
    }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override { return selectedRows().contains(row); }
    bool selectRow(int row) override
    {
        if (row < 0 || row >= rowCount())
            return false;
        table()->setCurrent(static_cast<std::uint64_t>(row));
        return true;
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override
    {
        table()->clearCurrent();
        return true;
    }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forget(); }

    QAccessibleInterface *focusChild() const override
    {
        return selectedRowCount() > 0 ? cellAt(selectedRows().constFirst(), table()->currentColumn())
                                      : nullptr;
    }

private:
    LogTable *table() const { return qobject_cast<LogTable *>(widget()); }
    void forget() const
    {
        for (const auto &[place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells; ///< those that were asked for
};

QAccessibleInterface *makeLogAccessible(const QString &, QObject *object)
{
    auto *table = qobject_cast<LogTable *>(object);
    return table ? new TableAccessible(table) : nullptr; // Qt owns it
}

} // namespace

void installLogAccessibility()
{
    QAccessible::installFactory(makeLogAccessible); // does nothing the second time
}

void announceCell(LogTable &table)
{
    if (!QAccessible::isActive() || !table.hasFocus())
        return;
    const auto *own = dynamic_cast<TableAccessible *>(QAccessible::queryAccessibleInterface(&table));
    if (QAccessibleInterface *cell = own ? own->focusChild() : nullptr) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace batuta::views
