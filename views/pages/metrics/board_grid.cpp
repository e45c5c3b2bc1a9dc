// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/board_grid.h"

#include "views/pages/metrics/panel_tip.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QUndoCommand>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kLowest = 180; ///< pixels of a row, at text scale 1

/// The ground that shows as hairlines between the panels.
class Sheet final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), themeOf(this).colors().borderSubtle);
    }
};

class MovePanels final : public QUndoCommand
{
public:
    MovePanels(BoardGrid &grid, BoardPlaces before, BoardPlaces after, const QString &text)
        : QUndoCommand(text)
        , m_grid(grid)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_grid.setPlaces(m_before); }
    void redo() override { m_grid.setPlaces(m_after); }

private:
    BoardGrid &m_grid;
    BoardPlaces m_before, m_after;
};

} // namespace

BoardGrid::BoardGrid(BoardFeed &feed, BoardAxis &axis, QWidget *parent)
    : QScrollArea(parent)
    , m_feed(feed)
    , m_axis(axis)
    , m_sheet(new Sheet)
    , m_tip(new PanelTip(m_sheet))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_sheet);
    connect(&feed, &BoardFeed::boardChanged, this, &BoardGrid::rebuild);
    connect(&feed, &BoardFeed::panelChanged, this, [this](int panel) {
        if (panel < m_frames.size())
            m_frames[panel]->refresh();
    });
    connect(&axis, &BoardAxis::rangeChanged, m_tip, &QWidget::hide);
}

void BoardGrid::setUtc(bool utc)
{
    m_utc = utc;
    for (PanelFrame *frame : m_frames)
        frame->body().showAgain();
}

void BoardGrid::rebuild()
{
    m_tip->hide();
    qDeleteAll(m_frames);
    m_frames.clear();
    for (int panel = 0; panel < static_cast<int>(m_feed.board().panels.size()); ++panel) {
        auto *frame = new PanelFrame({m_axis, m_feed, m_utc}, m_feed, panel, *m_tip, m_sheet);
        connect(frame, &PanelFrame::focused, this, &BoardGrid::currentChanged);
        connect(frame, &PanelFrame::runsWanted, this, &BoardGrid::runsWanted);
        connect(frame, &PanelFrame::menuWanted, this, &BoardGrid::menuWanted);
        connect(frame, &PanelFrame::dragged, this, &BoardGrid::drag);
        connect(frame, &PanelFrame::nudged, this, &BoardGrid::nudge);
        frame->setEditing(m_isEditing);
        frame->show();
        m_frames.append(frame);
    }
    arrange();
}

void BoardGrid::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

/// The last column and row take the pixels that are left.
QRect BoardGrid::rectOf(const series::PanelPlace &place) const
{
    const int wide = m_sheet->width() + 1;
    const auto x = [&](int column) { return wide * column / kBoardColumns; };
    return {x(place.column), place.row * m_rowHeight, x(place.column + place.wide) - x(place.column) - 1,
            place.high * m_rowHeight - 1};
}

void BoardGrid::arrange()
{
    const BoardPlaces all = places();
    const int rows = std::max(1, rowsOf(all));
    m_rowHeight = std::max(themeOf(this).scaled(kLowest), (viewport()->height() + 1) / rows);
    m_sheet->setFixedSize(viewport()->width(), std::max(viewport()->height(), rows * m_rowHeight));
    for (int i = 0; i < m_frames.size(); ++i)
        m_frames[i]->setGeometry(rectOf(all[static_cast<std::size_t>(i)]));
}

int BoardGrid::current() const
{
    for (int i = 0; i < m_frames.size(); ++i)
        if (m_frames[i]->hasFocus() || m_frames[i]->isAncestorOf(focusWidget()))
            return i;
    return -1;
}

void BoardGrid::setEditing(bool editing)
{
    m_isEditing = editing;
    for (PanelFrame *frame : m_frames)
        frame->setEditing(editing);
}

void BoardGrid::setPlaces(const BoardPlaces &places)
{
    std::vector<series::Panel> &panels = m_feed.board().panels;
    for (std::size_t i = 0; i < panels.size() && i < places.size(); ++i)
        panels[i].place = places[i];
    arrange();
}

QPoint BoardGrid::cellAt(const QPoint &at) const
{
    return {std::clamp(at.x() * kBoardColumns / std::max(1, m_sheet->width()), 0, kBoardColumns - 1),
            std::max(0, at.y() / std::max(1, m_rowHeight))};
}

void BoardGrid::drag(int panel, const QPoint &at, bool isResize, bool isOver)
{
    if (m_before.empty())
        m_before = places();
    series::PanelPlace wanted = m_before[static_cast<std::size_t>(panel)];
    const QPoint cell = cellAt(at);
    if (isResize) {
        wanted.wide = std::clamp(cell.x() - wanted.column + 1, 1, kBoardColumns - wanted.column);
        wanted.high = std::max(1, cell.y() - wanted.row + 1);
    } else {
        wanted.column = cell.x();
        wanted.row = cell.y();
    }
    const BoardPlaces after = placed(m_before, static_cast<std::size_t>(panel), wanted);
    setPlaces(after);
    if (isOver)
        change(std::exchange(m_before, {}), after);
}

void BoardGrid::nudge(int panel, int columns, int rows, bool isResize)
{
    const BoardPlaces before = places();
    series::PanelPlace wanted = before[static_cast<std::size_t>(panel)];
    (isResize ? wanted.wide : wanted.column) += columns;
    (isResize ? wanted.high : wanted.row) += rows;
    change(before, placed(before, static_cast<std::size_t>(panel), wanted));
}

void BoardGrid::change(const BoardPlaces &before, const BoardPlaces &after)
{
    if (before != after)
        m_undo.push(new MovePanels(*this, before, after, tr("Arrange panels")));
}

} // namespace batuta::views
