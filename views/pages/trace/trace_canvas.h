// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/trace/trace_tree.h"
#include "views/pages/trace/waterfall_view.h"

#include "engine/client/values.h"

#include <QWidget>

class QScrollBar;

namespace batuta::views {

class MiniGraph;
class TimeBrush;
class TimeRuler;
class Label;

inline constexpr int kWide = 1280; ///< px: in a narrower window the panes are narrower, too

/// Tree and waterfall side by side with overview and ruler above them, one vertical scroll bar, and the small
/// graph floating over the upper right. Selects; the page says what follows from it.
class TraceCanvas final : public QWidget
{
    Q_OBJECT

public:
    TraceCanvas(TraceModel &model, TimeAxis &axis, QWidget *parent = nullptr);

    TraceTree &tree() { return *m_tree; }
    WaterfallView &waterfall() { return *m_waterfall; }
    TimeBrush &brush() { return *m_brush; }
    void setFlow(const client::FlowSummary *flow); ///< null: no small graph
    void setLook(WaterfallLook look);
    void setMiniGraphShown(bool shown);
    /// Selects the step as a person would by key: unfolds its attempts when they are shown.
    void select(int step, int attempt = -1);
    /// Next or previous step among the rows; -1 when there is none. `failedOnly` passes the others over.
    int stepFrom(int direction, bool failedOnly) const;

signals:
    void miniGraphClosed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    void makeMiniGraph();
    void retranslate();
    void updateRows();
    void updateSelection();
    void updateGraph();
    void placeMiniGraph();
    void sizeTree();

    TraceModel &m_model;
    TimeAxis &m_axis;
    TraceTree *m_tree;
    WaterfallView *m_waterfall;
    TimeBrush *m_brush;
    TimeRuler *m_ruler;
    QScrollBar *m_scroll; ///< that of tree and waterfall together
    QWidget *m_treeHead = nullptr;
    Label *m_stepTitle = nullptr;
    Label *m_marksTitle = nullptr;
    QWidget *m_graphBox = nullptr;
    Label *m_graphTitle = nullptr;
    QWidget *m_graphClose = nullptr;
    MiniGraph *m_graph = nullptr;
    bool m_graphWanted = true;
    bool m_hasFlow = false;
};

} // namespace batuta::views
