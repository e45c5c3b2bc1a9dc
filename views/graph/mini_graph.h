// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/graph/layout.h"
#include "views/models/status.h"

#include <QWidget>

#include <map>
#include <string>

namespace batuta::views {

class GraphLayouter;

/// A flow as small boxes in the colours of their states, for a corner of another picture. A click or the
/// arrow keys choose a step. Fits any size; wants 216 × 128. Paints no background.
class MiniGraph final : public QWidget
{
    Q_OBJECT

public:
    explicit MiniGraph(QWidget *parent = nullptr);
    ~MiniGraph() override;

    /// Laid out on a worker; the old picture stays until then. The same flow again costs nothing.
    void setFlow(const client::FlowSummary &flow);
    /// By step id. Steps that are not in it are queued; ids that the flow does not have are left out.
    void setStatuses(const std::map<std::string, Status> &statuses);
    /// "" for none. Does not emit stepClicked().
    void setSelected(const std::string &step);

    QSize sizeHint() const override;

signals:
    void stepClicked(const QString &step); ///< or chosen with a key

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void describe();
    QTransform toWidget() const;
    int nodeAt(const QPointF &at) const;
    void choose(int node);

    GraphLayouter *m_layouter;
    FlowGraph m_coming, m_graph; ///< asked for, and shown
    std::string m_version;       ///< of the flow that was asked for
    GraphLayout m_layout;
    std::map<std::string, Status> m_statuses;
    std::string m_selected;
};

} // namespace batuta::views
