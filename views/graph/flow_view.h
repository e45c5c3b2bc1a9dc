// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/dotted_ground.h"
#include "views/graph/flow_graph.h"
#include "views/graph/layout.h"
#include "views/graph/step_marks.h"
#include "views/models/status.h"

#include <QGraphicsView>

#include <map>
#include <string>
#include <vector>

namespace batuta::views {

class FlowScene;
class GraphLayouter;
enum class Way;

/// Where one looks: the point of the scene in the middle of the view. A zoom of 0 means: choose.
struct Camera
{
    qreal zoom = 0;
    QPointF centre;
};

/// The canvas: a flow from left to right on dotted ground. Pan by the middle button, Space and drag, or
/// scrolling; Ctrl and the wheel zoom at the pointer; arrows walk along the edges; F, Shift+F, 0, + and - fit
/// and zoom; Esc drops the selection. Read only; EditView lets it be edited. Lays out on a worker; the old
/// picture stays until then. As long as nobody has moved the camera, the graph stays in sight when it grows
/// or the view gets another size; afterwards the point in the middle stays there.
class FlowView : public QGraphicsView
{
    Q_OBJECT

public:
    static constexpr qreal kSmallestZoom = 0.25, kLargestZoom = 2;

    explicit FlowView(QWidget *parent = nullptr);
    ~FlowView() override;

    /// The selection is dropped when it is another flow, or a step is gone. `camera` is used once it is laid
    /// out; another version of the flow that is shown keeps the own one.
    void setFlow(const client::FlowSummary &flow, Camera camera = {});
    /// The same with a graph; `name` is that of its flow.
    void setGraph(const std::string &name, FlowGraph graph, Camera camera = {});
    void clear();
    /// Where a person has put steps, by id; the others stand where the layout puts them.
    void setPlaces(std::map<std::string, QPointF> places);
    /// By step id; shown as colour and glyph. Empty: no states.
    void setStatuses(const std::map<std::string, Status> &statuses);
    void setMarks(std::map<std::string, StepMarks> marks);

    /// "" for none. Emits selectionChanged() when it is another.
    void select(const std::string &step) { setSelection({step}); }
    /// In the order of the selection; ids that the graph does not have are left out.
    void setSelection(const std::vector<std::string> &steps);
    std::vector<std::string> selection() const;
    /// The one that was selected last, or "".
    std::string selected() const;
    /// Scrolls as far as it takes to see the step that was selected last.
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
    void fitSelection(); ///< all of it when nothing is selected
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
    FlowScene &items() { return *m_scene; }
    /// Before the items are replaced: whoever holds one lets go.
    virtual void aboutToShow() {}
    void selectNodes(const std::vector<int> &nodes);
    void revealNode(int node);
    void walkTo(Way way);
    bool isPanning() const { return m_isPanning || m_isSpaceDown; }

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
    void paintEvent(QPaintEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void retranslate();
    void layOut();
    void take(const GraphLayout &layout);
    GraphLayout placed(const FlowGraph &graph, const LayoutInput &input) const;
    void look(Camera camera);
    void hold(const QPointF &point, const QPoint &at);
    void chooseCamera();
    bool isCut() const;
    void applyZoom(qreal zoom, const QPoint &anchor);
    void showRect(const QRectF &rect, qreal smallest);
    void updateSceneRect();
    void updateFocusRing(int dx, int dy);
    void startPan(const QPoint &at);
    void endPan();

    GraphLayouter *m_layouter;
    FlowScene *m_scene;
    FlowGraph m_coming;  ///< asked for
    LayoutInput m_input; ///< of the coming graph
    LayoutInput m_shownInput;
    GraphLayout m_automatic; ///< of the graph that is shown, before m_places
    std::map<std::string, QPointF> m_places;
    std::string m_shown;
    std::string m_flow;    ///< its name
    Camera m_wanted;       ///< for when it is laid out
    bool m_isOther = true; ///< the coming graph is of another flow than the one shown
    DottedGround m_ground;
    QRegion m_exposed; ///< of the viewport, while it is painted
    QPoint m_panFrom;
    QSize m_seen;            ///< of the viewport when it was shown last
    bool m_isChosen = false; ///< where one looks: by chooseCamera(), and nobody has looked elsewhere since
    bool m_isPanning = false;
    bool m_isSpaceDown = false;
};

} // namespace batuta::views
