// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_graph.h"
#include "views/models/status.h"

#include <QGraphicsView>
#include <QPixmap>

#include <map>
#include <string>

namespace batuta::views {

class FlowScene;
class GraphLayouter;
struct GraphLayout;
enum class Way;

/// Where one looks: the point of the scene in the middle of the view. A zoom of 0 means: choose.
struct Camera
{
    qreal zoom = 0;
    QPointF centre;
};

/// The canvas: a flow from left to right on dotted ground. Pan by the middle button, Space and drag, or
/// scrolling; Ctrl and the wheel zoom at the pointer; arrows walk along the edges; F, Shift+F, 0, + and - fit
/// and zoom; Esc drops the selection. Read only. Lays out on a worker; the old picture stays until then.
class FlowView final : public QGraphicsView
{
    Q_OBJECT

public:
    static constexpr qreal kSmallestZoom = 0.25, kLargestZoom = 2;

    explicit FlowView(QWidget *parent = nullptr);
    ~FlowView() override;

    /// The selection is dropped when it is another flow, or a step is gone. `camera` is used once it is laid
    /// out; another version of the flow that is shown keeps the own one.
    void setFlow(const client::FlowSummary &flow, Camera camera = {});
    void clear();
    /// By step id; shown as colour and glyph. Empty: no states.
    void setStatuses(const std::map<std::string, Status> &statuses);

    /// "" for none. Emits selectionChanged() when it is another.
    void select(const std::string &step);
    std::string selected() const;
    /// Scrolls as far as it takes to see the selected step.
    void revealSelection();
    bool isLaidOut() const;
    /// Of the flow that is shown, not of one that is still laid out; "" for none.
    const std::string &flowName() const { return m_shown; }

    /// Between kSmallestZoom and kLargestZoom; fit() may go below.
    qreal zoom() const;
    void setZoom(qreal zoom);
    Camera camera() const;

    const FlowScene &flowScene() const { return *m_scene; }
    /// Of a step, in words; for hints and screen readers.
    QString sentenceOf(int node) const;

public slots:
    void fit();
    void fitSelection();
    void zoomIn();
    void zoomOut();
    void resetZoom();

signals:
    void selectionChanged(const QString &step);
    void zoomChanged(qreal zoom);
    void laidOut();
    /// Another part is seen, or another graph.
    void cameraChanged();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void retranslate();
    void layOut();
    void take(const GraphLayout &layout);
    void look(Camera camera);
    void hold(const QPointF &point, const QPoint &at);
    void chooseCamera();
    void applyZoom(qreal zoom, const QPoint &anchor);
    void showRect(const QRectF &rect, qreal smallest);
    void updateSceneRect();
    void walkTo(Way way);
    void selectNode(int node);
    void announce(int node);
    void startPan(const QPoint &at);
    void endPan();

    GraphLayouter *m_layouter;
    FlowScene *m_scene;
    FlowGraph m_coming; ///< asked for
    std::string m_shown;
    std::string m_flow;    ///< its name
    Camera m_wanted;       ///< for when it is laid out
    bool m_isOther = true; ///< the coming graph is of another flow than the one shown
    QPixmap m_dots;
    QPoint m_panFrom;
    bool m_isPanning = false;
    bool m_isSpaceDown = false;
};

} // namespace batuta::views
