// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/waterfall_view.h"

#include "views/pages/trace/trace_words.h"
#include "views/theme/draw.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr double kZoomStep = 1.25; // of one notch of the wheel

} // namespace

WaterfallView::WaterfallView(TraceModel &model, TimeAxis &axis, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_axis(axis)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the owner shows one for tree and bars
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(themeOf(this).rowHeight());
    connect(&axis, &TimeAxis::viewChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&axis, &TimeAxis::cursorChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &TraceModel::picturesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&themeOf(this), &Theme::changed, this, &WaterfallView::sizeScrollBar);
    retranslate();
}

void WaterfallView::retranslate()
{
    setAccessibleName(tr("Waterfall"));
    setAccessibleDescription(
        tr("Bars over time for the rows of the list of steps, which says the same in words."));
}

void WaterfallView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractScrollArea::changeEvent(event);
}

void WaterfallView::setRows(std::vector<TraceModel::Node> rows)
{
    m_rows = std::move(rows);
    m_rowOfStep.assign(m_model.run().steps().size(), -1);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const TraceModel::Node &node = m_rows[i];
        const int row = static_cast<int>(i);
        if (node.kind == TraceModel::Kind::Step)
            m_rowOfStep[static_cast<std::size_t>(node.at)] = row;
        else if (node.kind == TraceModel::Kind::Group)
            for (const int step : m_model.groups()[static_cast<std::size_t>(node.at)].steps)
                m_rowOfStep[static_cast<std::size_t>(step)] = row;
    }
    sizeScrollBar();
    viewport()->update();
}

void WaterfallView::setSelectedRow(int row)
{
    m_selected = row;
    viewport()->update();
}

void WaterfallView::setLook(WaterfallLook look)
{
    m_look = look;
    viewport()->update();
}

void WaterfallView::fitBar(const TraceModel::Node &node)
{
    const TraceRun &run = m_model.run();
    double from = 0, to = static_cast<double>(run.length(m_model.now()).count());
    if (node.kind == TraceModel::Kind::Step || node.kind == TraceModel::Kind::Attempt) {
        const QModelIndex index = m_model.indexOf(node.at, node.attempt);
        from = static_cast<double>(index.data(TraceModel::StartRole).toLongLong());
        to = from + static_cast<double>(index.data(TraceModel::DurationRole).toLongLong());
    } else if (node.kind == TraceModel::Kind::Group) {
        const TraceGroup &group = m_model.groups()[static_cast<std::size_t>(node.at)];
        from = static_cast<double>(run.offset(group.startedAt).count());
        to = static_cast<double>(run.offset(group.endedAt).count());
    } else {
        return m_axis.fit();
    }
    const double room = std::max((to - from) * 0.08, 10.0);
    m_axis.show(from - room, to + room);
}

bool WaterfallView::isFree(const QRect &area) const
{
    const int rowHeight = themeOf(this).rowHeight(), width = viewport()->width();
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const TraceModel::Node &node = m_rows[static_cast<std::size_t>(row)];
        const int y = yOf(row);
        if (node.kind != TraceModel::Kind::Step || y + rowHeight <= area.top() || y >= area.bottom())
            continue;
        const QModelIndex index = m_model.indexOf(node.at);
        const double start = index.data(TraceModel::StartRole).toDouble();
        const double end = start + index.data(TraceModel::DurationRole).toDouble();
        if (index.data(TraceModel::HasRunRole).toBool() && m_axis.toPixel(end, width) >= area.left() &&
            m_axis.toPixel(start, width) <= area.right())
            return false;
    }
    return true;
}

void WaterfallView::sizeScrollBar()
{
    const int row = themeOf(this).rowHeight();
    const int height = static_cast<int>(m_rows.size()) * row;
    verticalScrollBar()->setSingleStep(row);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
}

int WaterfallView::yOf(int row) const
{
    return row * themeOf(this).rowHeight() - verticalScrollBar()->value();
}

int WaterfallView::rowAt(int y) const
{
    const int row = (y + verticalScrollBar()->value()) / themeOf(this).rowHeight();
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? row : -1;
}

double WaterfallView::timeAt(qreal x) const
{
    return m_axis.toTime(x, viewport()->width());
}

void WaterfallView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(viewport()->rect(), c.panel);
    if (m_model.run().isEmpty())
        return;
    const WaterfallPainter::Scene scene{theme, m_model, m_axis, m_look, viewport()->size()};
    WaterfallPainter bars(painter, scene);
    const int rowHeight = theme.rowHeight();
    const int first = verticalScrollBar()->value() / rowHeight;
    const int last =
        std::min(static_cast<int>(m_rows.size()) - 1, first + viewport()->height() / rowHeight + 1);
    if (m_selected >= 0)
        painter.fillRect(QRect(0, yOf(m_selected), viewport()->width(), rowHeight), c.selection);
    bars.grid();
    if (m_look.path)
        paintPath(bars);
    for (int row = first; row <= last; ++row)
        bars.row(m_rows[static_cast<std::size_t>(row)], yOf(row));
    bars.cursor();
    if (m_dragFrom && m_axis.cursor()) {
        const qreal from = m_axis.toPixel(*m_dragFrom, viewport()->width());
        const qreal to = m_axis.toPixel(*m_axis.cursor(), viewport()->width());
        QColor tint = c.accent.fg;
        tint.setAlphaF(0.16F);
        painter.fillRect(QRectF(std::min(from, to), 0, std::abs(to - from), viewport()->height()), tint);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, viewport()->rect(), 0, c.focus, true);
}

void WaterfallView::paintPath(WaterfallPainter &painter) const
{
    const TraceRun &run = m_model.run();
    const std::vector<int> &path = run.path();
    const int height = viewport()->height(), rowHeight = themeOf(this).rowHeight();
    for (std::size_t i = 0; i < path.size(); ++i) {
        const int row = m_rowOfStep[static_cast<std::size_t>(path[i])];
        if (row < 0)
            continue;
        const int y = yOf(row);
        if (y + rowHeight > 0 && y < height)
            painter.underline(run.step(path[i]), y);
        const int next = i + 1 < path.size() ? m_rowOfStep[static_cast<std::size_t>(path[i + 1])] : -1;
        if (next < 0)
            continue;
        const int nextY = yOf(next);
        if (std::max(y, nextY) + rowHeight > 0 && std::min(y, nextY) < height)
            painter.elbow(run.step(path[i]), y, run.step(path[i + 1]), nextY);
    }
}

void WaterfallView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    sizeScrollBar();
}

void WaterfallView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void WaterfallView::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        m_axis.zoomAt(timeAt(event->position().x()), std::pow(kZoomStep, notches));
        return event->accept();
    }
    if (event->modifiers() & Qt::ShiftModifier || (turn.x() != 0 && turn.y() == 0)) {
        const double shift = -notches * (m_axis.to() - m_axis.from()) / 8;
        m_axis.slide(m_axis.from() + shift, m_axis.to() + shift);
        return event->accept();
    }
    QAbstractScrollArea::wheelEvent(event);
}

void WaterfallView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ShiftModifier) {
        m_dragFrom = timeAt(event->position().x());
        return;
    }
    if (const int row = rowAt(static_cast<int>(event->position().y())); row >= 0)
        emit rowClicked(row);
}

void WaterfallView::mouseMoveEvent(QMouseEvent *event)
{
    m_axis.setCursor(timeAt(event->position().x()));
}

void WaterfallView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragFrom || event->button() != Qt::LeftButton)
        return;
    const double from = *m_dragFrom, to = timeAt(event->position().x());
    m_dragFrom.reset();
    viewport()->update();
    if (std::abs(m_axis.toPixel(from, viewport()->width()) - event->position().x()) > 4)
        m_axis.show(std::min(from, to), std::max(from, to));
}

void WaterfallView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int row = rowAt(static_cast<int>(event->position().y())); row >= 0)
        fitBar(m_rows[static_cast<std::size_t>(row)]);
}

bool WaterfallView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_axis.setCursor(std::nullopt);
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = hint(help->pos());
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

/// Of the attempt under the pointer with its phases, else of the row.
QString WaterfallView::hint(const QPoint &at) const
{
    const int row = rowAt(at.y());
    if (row < 0)
        return {};
    const TraceModel::Node &node = m_rows[static_cast<std::size_t>(row)];
    if (node.kind == TraceModel::Kind::Run || node.kind == TraceModel::Kind::Group)
        return {};
    const QString sentence = rowSentence(m_model, m_model.indexOf(node.at, node.attempt));
    const TraceRun &run = m_model.run();
    const double time = timeAt(at.x());
    const std::vector<TraceAttempt> &attempts = run.step(node.at).rows();
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        const TraceAttempt &attempt = attempts[i];
        const auto start = static_cast<double>(run.offset(attempt.startedAt).count());
        const bool isUnder =
            node.attempt >= 0
                ? static_cast<int>(i) == node.attempt
                : time >= start && time <= start + static_cast<double>(attempt.duration.count());
        if (const auto phases = phasesOf(attempt); phases && isUnder)
            return sentence + '\n' + phasesText(*phases);
    }
    return sentence;
}

} // namespace batuta::views
