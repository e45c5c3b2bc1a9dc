// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/compare/run_comparison.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QTableView>

namespace batuta::views {

/// The pairs of a comparison as rows, below a row for the runs as a whole.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, Bars, Delta, Calls, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const RunComparison *runs); ///< must outlive the model, or be replaced before it goes
    const RunComparison *runs() const { return m_runs; }
    /// Position among the steps; -1 for the runs as a whole.
    static int stepOf(int row) { return row - 1; }

    /// Bars of B are moved so that this step begins in both at once; -1: the runs begin at once.
    void setAligned(int step);
    int aligned() const { return m_aligned; }
    /// By how much the bars of each run are moved, and the time that the bars need together.
    Duration shiftA() const { return m_shiftA; }
    Duration shiftB() const { return m_shiftB; }
    Duration span() const { return m_span; }
    /// The largest difference of a step: the length of the widest bar of differences.
    Duration widest() const { return m_widest; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString word(int step, int column) const;

    const RunComparison *m_runs = nullptr;
    int m_aligned = -1;
    Duration m_shiftA{}, m_shiftB{}, m_span{}, m_widest{};
};

/// Shows them: two bars a row. Arrows choose a row.
class CompareTable final : public QTableView
{
    Q_OBJECT

public:
    explicit CompareTable(CompareModel &model, QWidget *parent = nullptr);
    int step() const; ///< -1 for the runs as a whole, or when nothing is chosen
    void setStep(int step);

signals:
    void stepChosen(int step);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
};

} // namespace batuta::views
