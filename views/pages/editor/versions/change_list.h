// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/versions/comparison.h"

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace batuta::views {

/// What differs between two versions as a tree: steps with their fields before and after, connections,
/// settings of the flow. The linear alternative to DiffGraph.
class ChangeList final : public QTreeView
{
    Q_OBJECT

public:
    explicit ChangeList(QWidget *parent = nullptr);
    void present(const Comparison &comparison);
    /// Selects the step's row, when it has one; does not emit stepChosen().
    void select(const QString &step);

signals:
    void stepChosen(const QString &step);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void shareWidth();
    void addStep(const versions::StepChange &change);
    void addEdge(const versions::EdgeChange &edge);
    QStandardItem *addRow(versions::ChangeKind kind, const QString &words, const QString &step);
    void addField(QStandardItem *to, const versions::FieldChange &field);

    QStandardItemModel *m_model;
    versions::FlowDiff m_diff;
    bool m_isSelecting = false;
};

} // namespace batuta::views
