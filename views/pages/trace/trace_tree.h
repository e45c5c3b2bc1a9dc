// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/trace/trace_words.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace batuta::views {

/// A row of the tree: glyph, name, how many attempts, and the mark of the critical path at its end.
class TraceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setPathShown(bool shown) { m_pathShown = shown; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_pathShown = true;
};

/// Run, groups, steps and attempts by name. Knows which rows are unfolded; the waterfall beside it shows the
/// same ones.
class TraceTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit TraceTree(TraceModel &model, QWidget *parent = nullptr);

    TraceModel::Node currentNode() const;
    /// Makes the row visible and current; unfolds what it is in.
    void setCurrent(int step, int attempt = -1);
    void setCurrentRow(const TraceModel::Node &node);
    /// Unfolded rows from top to bottom.
    std::vector<TraceModel::Node> visibleNodes() const;
    /// Unfolds run and groups, and folds all attempts.
    void unfoldGroups();
    void setFolded(int step, bool folded);
    bool isFolded(int step) const;
    void foldAttempts();
    void setPathShown(bool shown);

signals:
    void currentNodeChanged();
    void rowsChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void retranslate();
    void collect(const QModelIndex &parent, std::vector<TraceModel::Node> &nodes) const;
    QModelIndex shown(const QModelIndex &source) const;

    TraceModel &m_trace;
    TraceTreeModel *m_words;
    TraceDelegate *m_delegate;
};

} // namespace batuta::views
