// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/models/document/flow_document.h"

#include <QWidget>

class QModelIndex;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace batuta::views {

class Label;
class StatePane;

/// The steps of the flow one below the other, each behind what it needs, and under each what that is: the
/// graph for those who do not look at it. Its selection is the document's; Del removes and bridges, F2 gives
/// another id.
class OutlinePane final : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePane(FlowDocument &document, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    QTreeView *tree() const { return m_tree; }

signals:
    /// Enter or a double click: the step is to be seen elsewhere as well.
    void stepActivated(const QString &step);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void present();
    void retranslate();
    void followSelection();
    void takeSelection();
    void removeSelected();
    void rename(const QModelIndex &index, const QString &to);
    QStandardItem *itemOf(const std::string &step) const;
    QStandardItem *makeItem(int node, int errors) const;

    FlowDocument &m_document;
    QStandardItemModel *m_model;
    QTreeView *m_tree;
    StatePane *m_state;
    Label *m_title, *m_count;
    std::optional<FlowGraph> m_graph; ///< of the last text that could be read
    bool m_isStale = false;           ///< it was changed while nobody saw it
    bool m_isFollowing = false;
    bool m_readOnly = false;
};

} // namespace batuta::views
