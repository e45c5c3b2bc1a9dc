// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/step_history.h"

#include <QAbstractTableModel>
#include <QWidget>

class QTableView;

namespace batuta::views {

class FactStrip;
class Label;

/// The runs of a StepHistory as rows: start, duration, attempts, result.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, Length, Attempts, Result, kColumns };
    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(std::vector<StepPast> runs, const std::string &self);
    const StepPast &at(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<StepPast> m_runs;
    std::string m_self;
};

/// How a step went in the newest runs of its flow: p50, p95, failures, and the runs. A row opens its run.
class HistoryPane final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPane(QWidget *parent = nullptr);
    /// `past` says whether the runs are there, and whether they are all.
    void setHistory(StepHistory history, const FlowPast &past);
    const HistoryModel &model() const { return *m_model; }
    QTableView &table() { return *m_table; }

signals:
    void runRequested(const QString &execution);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    FactStrip *m_facts;
    Label *m_sample;
    QTableView *m_table;
    HistoryModel *m_model;
};

} // namespace batuta::views
