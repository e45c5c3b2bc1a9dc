// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/testing/test_bench.h"

#include <QAbstractTableModel>

namespace batuta::views {

/// The steps of the flow on the screen: how each stands in the test that is shown, and what is set up for it.
/// On the window's thread; the bench must outlive it.
class TestStepsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, State, Time, Marks, ColumnCount };

    explicit TestStepsModel(TestBench &bench, QObject *parent = nullptr);

    std::string stepAt(int row) const;
    int rowOf(const std::string &step) const; ///< -1 when it is not there
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    void changed();
    QString marks(const std::string &step) const;
    QVariant text(const std::string &step, int column) const;

    TestBench &m_bench;
    std::vector<std::string> m_steps;
};

} // namespace batuta::views
