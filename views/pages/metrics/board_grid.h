// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/board_layout.h"
#include "views/pages/metrics/panel_frame.h"

#include <QScrollArea>
#include <QUndoStack>

namespace batuta::views {

/// The panels of a board on three columns with a hairline between them; rows share the height as long as they
/// are not too low. While it is edited, panels are dragged by their titles and resized by their corners, step
/// by step of the grid; each change can be undone.
class BoardGrid final : public QScrollArea
{
    Q_OBJECT

public:
    BoardGrid(BoardFeed &feed, BoardAxis &axis, QWidget *parent = nullptr);

    void setUtc(bool utc);
    void setEditing(bool editing);
    bool isEditing() const { return m_isEditing; }
    QUndoStack &undo() { return m_undo; }
    BoardPlaces places() const { return placesOf(m_feed.board()); }
    void setPlaces(const BoardPlaces &places);
    PanelFrame *frame(int panel) const { return m_frames.value(panel); }
    int panels() const { return static_cast<int>(m_frames.size()); }
    /// The panel that has the focus, or -1.
    int current() const;

signals:
    void currentChanged();
    void runsWanted(int panel, int step, int line);
    void menuWanted(int panel, const QPoint &at);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void arrange();
    QRect rectOf(const series::PanelPlace &place) const;
    QPoint cellAt(const QPoint &at) const;
    void drag(int panel, const QPoint &at, bool isResize, bool isOver);
    void nudge(int panel, int columns, int rows, bool isResize);
    void change(const BoardPlaces &before, const BoardPlaces &after);

    BoardFeed &m_feed;
    BoardAxis &m_axis;
    QWidget *m_sheet;
    PanelTip *m_tip;
    QList<PanelFrame *> m_frames;
    QUndoStack m_undo;
    BoardPlaces m_before; ///< when a drag began
    int m_rowHeight = 1;
    bool m_isEditing = false;
    bool m_utc = false;
};

} // namespace batuta::views
