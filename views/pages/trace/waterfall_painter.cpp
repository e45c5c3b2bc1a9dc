// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/waterfall_painter.h"

#include "views/pages/trace/trace_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kBar = 12;      // px: bar of a step
constexpr int kAttempt = 10;  // px: bar of an attempt in a row of its own
constexpr int kRun = 6;       // px: bar of the whole execution
constexpr int kGap = 7;       // px between a bar and its label
constexpr qreal kBeyond = 40; // px: bars are cut so far outside the view

} // namespace

WaterfallPainter::WaterfallPainter(QPainter &painter, const Scene &scene)
    : m_painter(painter)
    , m_scene(scene)
    , m_colors(scene.theme.colors())
    , m_rowHeight(scene.theme.rowHeight())
    , m_font(scene.theme.font(TextStyle::MonoSmall))
    , m_metrics(m_font)
{
    m_painter.setFont(m_font);
}

qreal WaterfallPainter::x(WallTime at) const
{
    const auto time = static_cast<double>((at - m_scene.model.run().record().startedAt).count());
    return std::clamp(m_scene.axis.toPixel(time, m_scene.size.width()), -kBeyond,
                      m_scene.size.width() + kBeyond);
}

QRectF WaterfallPainter::span(WallTime from, WallTime to, int y, int height) const
{
    const qreal left = x(from);
    const int tall = m_scene.theme.scaled(height);
    return {left, y + (m_rowHeight - tall) / 2.0, std::max(2.0, x(to) - left), static_cast<qreal>(tall)};
}

WallTime WaterfallPainter::attemptEnd(const TraceAttempt &attempt) const
{
    return attempt.isOpen ? std::max(m_scene.model.now(), attempt.startedAt)
                          : attempt.startedAt + attempt.duration;
}

void WaterfallPainter::grid()
{
    const QColor minor = mixed(m_colors.panel, m_colors.borderSubtle, 0.55);
    for (const TimeAxis::Tick &tick : m_scene.axis.ticks(m_scene.size.width(), m_scene.theme.scaled(100))) {
        const auto at = static_cast<int>(m_scene.axis.toPixel(tick.time, m_scene.size.width()));
        m_painter.fillRect(QRect(at, 0, 1, m_scene.size.height()),
                           tick.isMajor ? m_colors.borderSubtle : minor);
    }
}

void WaterfallPainter::row(const TraceModel::Node &node, int y)
{
    switch (node.kind) {
    case TraceModel::Kind::Run:
        return run(y);
    case TraceModel::Kind::Group:
        return group(m_scene.model.groups()[static_cast<std::size_t>(node.at)], y);
    case TraceModel::Kind::Step:
        return step(m_scene.model.run().step(node.at), y);
    case TraceModel::Kind::Attempt:
        return attempt(m_scene.model.run().step(node.at), static_cast<std::size_t>(node.attempt), y);
    }
}

QRectF WaterfallPainter::barRect(const TraceModel::Node &node, int y) const
{
    const TraceRun &trace = m_scene.model.run();
    switch (node.kind) {
    case TraceModel::Kind::Run:
        return span(trace.record().startedAt, trace.record().startedAt + trace.length(m_scene.model.now()), y,
                    kRun);
    case TraceModel::Kind::Group: {
        const TraceGroup &group = m_scene.model.groups()[static_cast<std::size_t>(node.at)];
        return group.hasRun ? span(group.startedAt, group.endedAt, y, kRun) : QRectF();
    }
    case TraceModel::Kind::Step: {
        const TraceStep &of = trace.step(node.at);
        return of.hasRun() ? span(of.startedAt, of.end(m_scene.model.now()), y, kBar) : QRectF();
    }
    case TraceModel::Kind::Attempt: {
        const TraceAttempt &of = trace.step(node.at).rows()[static_cast<std::size_t>(node.attempt)];
        return span(of.startedAt, attemptEnd(of), y, kAttempt);
    }
    }
    return {};
}

void WaterfallPainter::run(int y)
{
    const QRectF rect = barRect({TraceModel::Kind::Run, 0, -1}, y);
    m_painter.fillRect(rect, m_colors.of(Status::Skipped).solid);
}

void WaterfallPainter::group(const TraceGroup &group, int y)
{
    if (!group.hasRun)
        return;
    const QRectF rect = span(group.startedAt, group.endedAt, y, kRun);
    const QColor color = m_colors.of(group.status).solid;
    const qreal top = rect.top();
    m_painter.fillRect(QRectF(rect.left(), top, rect.width(), 2), color);
    m_painter.fillRect(QRectF(rect.left(), top, 2, 7), color);
    m_painter.fillRect(QRectF(rect.right() - 2, top, 2, 7), color);
    label(rect, lengthWord(std::chrono::duration_cast<Duration>(group.endedAt - group.startedAt)));
}

void WaterfallPainter::step(const TraceStep &step, int y)
{
    if (!step.hasRun()) {
        if (step.hasEnded())
            skipped(step, y);
        return;
    }
    const WallTime now = m_scene.model.now();
    const QRectF whole = span(step.startedAt, step.end(now), y, kBar);
    if (!m_scene.look.attempts || step.attempts.size() < 2) {
        bar(whole, step.picture());
    } else {
        for (std::size_t i = 0; i < step.attempts.size(); ++i) {
            const TraceAttempt &attempt = step.attempts[i];
            if (i > 0)
                dotted(x(attemptEnd(step.attempts[i - 1])), x(attempt.startedAt), whole.center().y());
            bar(span(attempt.startedAt, attemptEnd(attempt), y, kBar), attempt.status);
        }
    }
    if (step.isOpen() && !step.attempts.back().isOpen) // it waits for its next attempt
        dotted(x(attemptEnd(step.attempts.back())), x(now), whole.center().y());
    const auto length = std::chrono::duration_cast<Duration>(step.end(now) - step.startedAt);
    const bool recovered = step.picture() == Status::Success && step.attempts.size() > 1;
    label(whole, lengthWord(length), recovered ? resultWord(step) : QString());
}

void WaterfallPainter::skipped(const TraceStep &step, int y)
{
    const int side = m_scene.theme.scaled(kBar);
    const QRectF rect(std::min(x(step.startedAt), m_scene.size.width() - side - 2.0),
                      y + (m_rowHeight - side) / 2.0, side, side);
    drawStatusBar(m_painter, rect, Status::Skipped, m_colors, m_scene.theme.patterns());
    label(rect, QString::fromStdString(step.reason));
}

void WaterfallPainter::attempt(const TraceStep &step, std::size_t at, int y)
{
    const TraceAttempt &of = step.rows()[at];
    const QRectF rect = span(of.startedAt, attemptEnd(of), y, kAttempt);
    bar(rect, of.status);
    const QString code = of.statusCode != 0 ? QString::number(of.statusCode) : QString();
    if (!code.isEmpty() && rect.width() > m_metrics.horizontalAdvance(code) + 12) {
        m_painter.setPen(m_colors.of(of.status).onSolid);
        m_painter.drawText(rect.adjusted(6, -4, 0, 4), Qt::AlignVCenter | Qt::AlignLeft, code);
    } else {
        label(rect, of.isOpen ? QString() : lengthWord(of.duration), code);
    }
    const Duration wait = backoffBefore(step, at);
    if (wait <= Duration{})
        return;
    const qreal from = x(attemptEnd(step.rows()[at - 1]));
    dotted(from, rect.left(), rect.center().y());
    const QString text = TraceText::tr("backoff %1").arg(durationWord(wait));
    const int width = m_metrics.horizontalAdvance(text);
    if (from - kGap - width < 0)
        return;
    m_painter.setPen(m_colors.textTertiary);
    m_painter.drawText(QRectF(from - kGap - width, y, width + 1, m_rowHeight), Qt::AlignVCenter, text);
}

void WaterfallPainter::bar(const QRectF &rect, Status status)
{
    if (rect.right() < -kBeyond / 2 || rect.left() > m_scene.size.width() + kBeyond / 2)
        return;
    if (rect.width() < 3)
        m_painter.fillRect(rect, m_colors.of(status).solid);
    else
        drawStatusBar(m_painter, rect, status, m_colors, m_scene.theme.patterns());
}

void WaterfallPainter::dotted(qreal from, qreal to, qreal y)
{
    if (to - from < 2)
        return;
    QPen pen(m_colors.textTertiary, 1.2);
    pen.setDashPattern({1.2, 2.4});
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(from + 1, y), QPointF(to - 1, y));
}

void WaterfallPainter::label(const QRectF &rect, const QString &text, const QString &note)
{
    const int width = m_scene.size.width();
    if (rect.right() < 0 || rect.left() > width)
        return;
    const qreal top = rect.center().y() - m_rowHeight / 2.0;
    const int noteWidth = note.isEmpty() ? 0 : m_metrics.horizontalAdvance(note) + kGap;
    const int needed = m_metrics.horizontalAdvance(text) + noteWidth;
    qreal at = rect.right() + kGap;
    if (at + needed > width - 4)
        at = rect.left() - kGap - needed;
    if (at < 4)
        return; // no room on either side: the hint says it
    m_painter.setPen(m_colors.textSecondary);
    m_painter.drawText(QRectF(at, top, needed + 1, m_rowHeight), Qt::AlignVCenter, text);
    if (note.isEmpty())
        return;
    m_painter.setPen(m_colors.of(Status::Waiting).fg);
    m_painter.drawText(QRectF(at + needed - noteWidth + kGap, top, noteWidth + 1, m_rowHeight),
                       Qt::AlignVCenter, note);
}

int WaterfallPainter::pathY(int y) const
{
    return y + (m_rowHeight + m_scene.theme.scaled(kBar)) / 2 + 1;
}

void WaterfallPainter::underline(const TraceStep &step, int y)
{
    const qreal left = x(step.startedAt);
    m_painter.fillRect(QRectF(left, pathY(y), std::max(2.0, x(step.end(m_scene.model.now())) - left), 2),
                       m_colors.critical);
}

void WaterfallPainter::elbow(const TraceStep &from, int fromY, const TraceStep &to, int toY)
{
    const qreal end = x(from.end(m_scene.model.now()));
    const qreal start = x(to.startedAt);
    const int top = std::min(pathY(fromY), pathY(toY)), bottom = std::max(pathY(fromY), pathY(toY));
    m_painter.fillRect(QRectF(end, top, 2, bottom - top + 2), m_colors.critical);
    m_painter.fillRect(QRectF(std::min(end, start), pathY(toY), std::abs(start - end), 2), m_colors.critical);
}

void WaterfallPainter::cursor()
{
    if (!m_scene.axis.cursor())
        return;
    const qreal at = m_scene.axis.toPixel(*m_scene.axis.cursor(), m_scene.size.width());
    QPen pen(m_colors.accent.fg, 1);
    pen.setDashPattern({3, 2});
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(at, 0), QPointF(at, m_scene.size.height()));
}

} // namespace batuta::views
