// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/environments/matrix_table.h"

#include <QTableView>

namespace batuta::views {

class MatrixHeader;

/// The matrix as a table: arrows go from cell to cell, F2, Enter or a double click edit, a cell is dragged
/// onto another environment. The current cell stays where it is when rows come and go.
class MatrixView final : public QTableView
{
    Q_OBJECT

public:
    MatrixView(EnvironmentsModel &model, MatrixTable &table, QWidget *parent = nullptr);

    std::string currentKey() const { return m_key; }
    /// -1 while the key or its template is current.
    int currentEnvironment() const { return MatrixTable::environmentOf(m_column); }
    void go(const std::string &key, int environment);
    /// Opens the field of the current cell; says why not otherwise.
    void editCurrent();
    bool isEditing() const { return state() == EditingState; }
    MatrixHeader &head() { return *m_header; }

signals:
    void currentCellChanged();
    /// The current cell has its value in the store of secrets.
    void secretWanted();
    void refused(const batuta::Error &error);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void layOut();

    EnvironmentsModel &m_model;
    MatrixTable &m_table;
    MatrixHeader *m_header;
    std::string m_key;
    int m_column = MatrixTable::FirstEnvironment;
};

} // namespace batuta::views
