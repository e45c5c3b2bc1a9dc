// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/gestures.h"
#include "views/graph/rim_scroll.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace batuta::views {

enum class CanvasMode { Select, Connect };

/// Two connected steps: `to` needs `from`.
struct EdgeEnds
{
    std::string from, to;
    bool operator==(const EdgeEnds &) const = default;
};

/// The canvas of a flow that is edited: steps are selected, moved, connected and dropped here. It changes
/// nothing itself but tells what a hand wants; whoever has the flow answers with another graph. What is
/// dragged to the rim scrolls it. Esc cancels what the hand is at, then the connect mode, then the selection.
class EditView final : public FlowView
{
    Q_OBJECT

public:
    /// The kind of a step that is dragged here from a palette.
    static constexpr const char *kKindMime = "application/x-batuta-step-kind";

    explicit EditView(QWidget *parent = nullptr);
    ~EditView() override;

    /// Otherwise steps can be selected only.
    void setEditable(bool isEditable);
    bool isEditable() const { return m_isEditable; }
    /// In the mode Connect a press on a step begins a line.
    void setMode(CanvasMode mode);
    CanvasMode mode() const { return m_mode; }
    void setSnapping(bool isSnapping) { m_isSnapping = isSnapping; }
    bool isSnapping() const { return m_isSnapping; }

    /// With the keyboard: arrows choose what follows the selected step, Enter connects, Esc leaves.
    void startConnecting();
    bool isConnecting() const { return m_keyboardLine != nullptr; }

    std::optional<EdgeEnds> selectedEdge() const;
    void selectEdge(const EdgeEnds &edge);
    /// Of the step that was selected last: its edges, one after the other.
    void selectNextEdge();
    /// The places of the selected steps, moved by squares of the grid.
    std::map<std::string, QPointF> nudged(const QPoint &squares) const;
    /// Where all selected steps stand now.
    std::map<std::string, QPointF> placesOf(const std::vector<std::string> &steps) const;
    QRectF boxOfStep(const std::string &step) const; ///< null for an unknown one

public slots:
    void selectAll();

signals:
    void stepsMoved(const std::map<std::string, QPointF> &places);
    void nudgeWanted(const QPoint &squares);
    void connectWanted(const batuta::views::EdgeEnds &edge);
    void reconnectWanted(const batuta::views::EdgeEnds &edge, const batuta::views::EdgeEnds &instead);
    void stepActivated(const QString &step); ///< a double click, or Enter
    void edgeSelectionChanged();
    /// A kind was dropped: its left upper corner, or the edge it stands on.
    void kindDropped(const QString &kind, const QPointF &place,
                     const std::optional<batuta::views::EdgeEnds> &between);
    void hintChanged(const QString &hint); ///< "" when there is nothing to say
    void modeChanged();

protected:
    void aboutToShow() override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// What was pressed; a gesture begins when the pointer has gone far enough.
    struct Press
    {
        QPoint at;
        Port port;
        int step = -1, edge = -1;
        bool isExtending = false; ///< with Ctrl or Shift
        bool wasSelected = false;
    };
    qreal inScene(qreal pixels) const { return pixels / zoom(); }
    bool canDrawLines() const;
    std::unique_ptr<Gesture> begin(const Press &press);
    std::unique_ptr<Gesture> beginLine(Port port);
    std::unique_ptr<Gesture> line(Port fixed, int replaced);
    void pressed(const Press &press);
    void showCursor(const QPoint &at);
    bool cancelGesture();
    bool takeKey(QKeyEvent *event);
    void aim(Way way);
    EdgeEnds endsOf(int edge) const;
    void pickEdge(int edge);
    void showDropEdge(int edge);

    std::unique_ptr<Gesture> m_gesture;
    RimScroll m_rim;
    QPoint m_pointer; ///< of the gesture, in the viewport
    Qt::KeyboardModifiers m_keys;
    std::unique_ptr<ConnectGesture> m_keyboardLine;
    int m_keyboardAim = -1;
    std::string m_edgesOf; ///< the step whose edges are walked through
    std::optional<Press> m_press;
    CanvasMode m_mode = CanvasMode::Select;
    int m_dropEdge = -1;
    bool m_isEditable = true;
    bool m_isSnapping = true;
};

} // namespace batuta::views

Q_DECLARE_METATYPE(batuta::views::EdgeEnds)
