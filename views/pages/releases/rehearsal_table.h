// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/rehearsal.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace batuta::views {

/// What a rehearsal found: a row for each step of each execution that called the service, what is worse
/// first.
class RehearsalRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { End, Run, Step, Outcome, Latency, Difference, ColumnCount };
    enum Role { EndRole = Qt::UserRole + 1 };
    struct Row
    {
        std::string origin, execution; ///< ids
        std::string why;               ///< of what could not be run
        client::RehearsedCall call;
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setReports(const std::vector<client::RehearsalReport> &reports);
    const Row *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Row &row, int column) const;

    std::vector<Row> m_rows;
};

/// Shows them; a row that is not as it was has its colour, and its word.
class RehearsalTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RehearsalTable(RehearsalRows &rows, QWidget *parent = nullptr);

signals:
    void rowChosen();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
};

/// same, different, worse, mended, not_run in words.
QString rehearsalEndWord(const std::string &end);
/// `output.score: 0.91 → 0.87`
QString differenceLine(const client::RehearsedDifference &difference);
/// `12 ms`, `3.4 s`; `–` for what was not called.
QString rehearsalTime(const std::optional<double> &ms);

} // namespace batuta::views
