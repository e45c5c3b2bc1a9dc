// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace batuta::views {

/// Steps by runs: how long each step took in each run, beside how long it took in the others.
class HeatModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { HeatRole = Qt::UserRole + 1, StatusRole, StepRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<client::ExecutionRecord> runs, bool utc);
    const std::vector<client::ExecutionRecord> &runs() const { return m_runs; }
    /// Null where the run has no such step.
    const client::StepRecord *cell(int row, int column) const;
    const std::string &step(int row) const { return m_steps[static_cast<std::size_t>(row)]; }
    /// From 0, as quick as the quickest, to 1, as slow as the slowest of the row; -1 where it did not run.
    double heat(int row, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<client::ExecutionRecord> m_runs;
    std::vector<std::string> m_steps;   ///< of all runs, each where it first stood
    std::vector<std::vector<int>> m_at; ///< by step, by run: the position among the run's steps, or -1
    bool m_utc = false;
};

class HeatTable final : public QTableView
{
    Q_OBJECT

public:
    explicit HeatTable(HeatModel &model, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
};

} // namespace batuta::views
