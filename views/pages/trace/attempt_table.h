// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_run.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace batuta::views {

/// The attempts of one step: number, start, wait before it, duration, result.
class AttemptModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Start, Waited, Length, Result, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setStep(const TraceRun &run, int step, WallTime now); ///< -1 for none; keeps rows that stay
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TraceStep m_step;
    WallTime m_origin{};
    WallTime m_now{};
    int m_rows = 0;
};

/// Shows them; as high as its rows, up to seven.
class AttemptTable final : public QTableView
{
    Q_OBJECT

public:
    explicit AttemptTable(QWidget *parent = nullptr);
    void setStep(const TraceRun &run, int step, WallTime now);
    int attempt() const; ///< the selected one, -1 for none
    void setAttempt(int attempt);

signals:
    void attemptChosen(int attempt); ///< by a person

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    AttemptModel *m_model;
};

} // namespace batuta::views
