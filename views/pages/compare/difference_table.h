// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/compare/value_difference.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace batuta::views {

/// Fields of two runs as rows: name, value in A, value in B. Those that are the same may be among them.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, A, B, kColumns };
    enum Role { DiffersRole = Qt::UserRole + 1 };
    struct Row
    {
        QString field, a, b;
        bool hasA = true, hasB = true;
        bool differs = true;
        bool operator==(const Row &) const = default;
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QList<Row> rows);
    const QList<Row> &rows() const { return m_rows; }
    static Row rowOf(const ValueDifference &difference);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Row> m_rows;
};

/// Shows them; Ctrl+Shift+C copies the row as JSON.
class DifferenceTable final : public QTableView
{
    Q_OBJECT

public:
    explicit DifferenceTable(QWidget *parent = nullptr);
    DifferenceModel &rows() { return *m_model; }

signals:
    void told(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();

    DifferenceModel *m_model;
};

} // namespace batuta::views
