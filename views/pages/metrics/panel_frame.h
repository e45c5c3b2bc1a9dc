// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/metrics/panel_body.h"

namespace batuta::views {

class Button;
class Label;
class Legend;
class PanelTip;
class PlotOverlay;
class StatePane;

/// One panel of a board: title, what its figures stand on, its menu, its body and legend; empty, loading and
/// error states. Keys while it has the focus: Left and Right move the crosshair and read values aloud, Enter
/// opens the runs of that step, 1 to 9 hide or show a line, Alt and 1 to 9 show it alone.
class PanelFrame final : public QWidget
{
    Q_OBJECT

public:
    PanelFrame(PanelBody::Scene scene, BoardFeed &feed, int panel, PanelTip &tip, QWidget *parent);

    void refresh(); ///< from the feed
    int index() const { return m_index; }
    PanelBody &body() { return *m_body; }
    /// Being edited: the title is a handle, and there is one in the corner.
    void setEditing(bool editing);
    void toggleLine(int line, bool isolate);
    /// What the crosshair says: `14:00, 5 min bucket: p99 24.96 s, p95 19.03 s`.
    QString reading() const;
    QString sampleText() const;

signals:
    void focused();
    void runsWanted(int panel, int step, int line);
    void tableWanted(int panel);
    void menuWanted(int panel, const QPoint &at);
    /// While it is edited, in pixels of the parent; `isOver`: the pointer was released.
    void dragged(int panel, const QPoint &at, bool isResize, bool isOver);
    /// By keys: one step of the grid.
    void nudged(int panel, int columns, int rows, bool isResize);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Grip { None, Title, Corner };
    void retranslate();
    void showLegend();
    void showTip(std::optional<int> step);
    void moveCursor(int by);
    Grip gripAt(const QPoint &at) const;
    QRect cornerRect() const;
    void paintHeatKey(QPainter &painter) const;

    BoardFeed &m_feed;
    BoardAxis &m_axis;
    int m_index;
    PanelTip &m_tip;
    PanelBody *m_body;
    PlotOverlay *m_overlay;
    StatePane *m_pane;
    Legend *m_legend;
    QWidget *m_head;
    Label *m_title;
    Label *m_note;
    Label *m_sample;
    Button *m_menu;
    Grip m_grip = Grip::None;
    bool m_isEditing = false;
};

} // namespace batuta::views
