// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_histogram.h"

#include "views/pages/logs/log_lines.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <numeric>

namespace batuta::views {
namespace {

using namespace batuta::logs;

/// From the bottom up; the worst on top, where it is seen.
constexpr std::array<Severity, kSeverityCount> kStack{Severity::None, Severity::Debug, Severity::Info,
                                                      Severity::Warn, Severity::Error, Severity::Critical};

std::uint64_t sumOf(const SeverityCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

QColor fillOf(Severity severity, const Colors &c)
{
    const Role &role = c.of(lookOf(severity).status);
    return severity >= Severity::Warn ? role.solid : mixed(c.panel, role.solid, 0.6);
}

} // namespace

LogHistogram::LogHistogram(const Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::CrossCursor);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize LogHistogram::sizeHint() const
{
    return {400, themeOf(this).scaled(104)};
}

void LogHistogram::setHistogram(std::shared_ptr<const Histogram> histogram, const SeverityCounts &counts)
{
    m_histogram = std::move(histogram);
    m_counts = counts;
    if (m_cursor >= (m_histogram ? static_cast<int>(m_histogram->buckets.size()) : 0))
        m_cursor = -1;
    update();
}

void LogHistogram::setSpan(TimeSpan span)
{
    m_span = span;
    update();
}

void LogHistogram::setMarks(MarkList marks)
{
    m_marks = std::move(marks);
    update();
}

TimeToPixel LogHistogram::pixels() const
{
    const TimeSpan span = m_histogram->span;
    const QRect area = plot();
    return [span, area](WallTime at) {
        const auto time = static_cast<double>(at.time_since_epoch().count() - span.from);
        return area.left() +
               time / static_cast<double>(std::max<LineTime>(1, span.to - span.from)) * area.width();
    };
}

QRect LogHistogram::plot() const
{
    const Theme &theme = themeOf(this);
    return rect().adjusted(14, theme.scaled(10), -14, -theme.scaled(22));
}

int LogHistogram::bucketAt(int x) const
{
    if (!m_histogram || m_histogram->buckets.empty())
        return -1;
    const auto count = static_cast<int>(m_histogram->buckets.size());
    return std::clamp((x - plot().left()) * count / qMax(1, plot().width()), 0, count - 1);
}

int LogHistogram::xOf(LineTime time) const
{
    const TimeSpan &span = m_histogram->span;
    const double share = static_cast<double>(time - span.from) /
                         static_cast<double>(std::max<LineTime>(1, span.to - span.from));
    return plot().left() + qRound(std::clamp(share, 0.0, 1.0) * plot().width());
}

void LogHistogram::choose(int from, int to)
{
    const LineTime first = m_histogram->span.from + std::min(from, to) * m_histogram->width;
    const LineTime last = m_histogram->span.from + (std::max(from, to) + 1) * m_histogram->width;
    emit spanChosen({first, last});
}

void LogHistogram::mousePressEvent(QMouseEvent *event)
{
    m_hasRing = false;
    m_from = m_to = m_cursor = bucketAt(event->position().toPoint().x());
    update();
}

void LogHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (m_from < 0)
        return;
    m_to = m_cursor = bucketAt(event->position().toPoint().x());
    update();
}

void LogHistogram::mouseReleaseEvent(QMouseEvent *)
{
    const int from = std::exchange(m_from, -1);
    if (from >= 0)
        choose(from, m_to);
    update();
}

void LogHistogram::mouseDoubleClickEvent(QMouseEvent *)
{
    m_from = -1;
    emit spanChosen({});
}

void LogHistogram::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (!m_histogram || m_histogram->buckets.empty())
        return QWidget::keyPressEvent(event);
    if (key == Qt::Key_Escape && m_span.from != kNoTime)
        return emit spanChosen({});
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_cursor >= 0)
            choose(m_from >= 0 ? m_from : m_cursor, m_cursor);
        m_from = -1;
        return;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::keyPressEvent(event);
    m_hasRing = true;
    const int before = m_cursor;
    m_cursor = std::clamp(m_cursor + (key == Qt::Key_Left ? -1 : 1), 0,
                          static_cast<int>(m_histogram->buckets.size()) - 1);
    if (event->modifiers() & Qt::ShiftModifier) {
        m_from = m_from < 0 ? std::max(before, 0) : m_from;
        m_to = m_cursor;
    } else {
        m_from = -1;
    }
    setAccessibleDescription(spoken(m_cursor));
    update();
}

void LogHistogram::focusInEvent(QFocusEvent *event)
{
    m_hasRing = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
}

QString LogHistogram::spoken(int bucket) const
{
    if (!m_histogram || bucket < 0)
        return {};
    const SeverityCounts &counts = m_histogram->buckets[static_cast<std::size_t>(bucket)];
    const LineTime from = m_histogram->span.from + bucket * m_histogram->width;
    QStringList lines{dayAndTime(WallTime(std::chrono::microseconds(from)), m_preferences.utc())};
    for (int i = kSeverityCount - 1; i > 0; --i)
        if (const std::uint64_t count = counts[static_cast<std::size_t>(i)]; count > 0)
            lines << QString("%1 %2").arg(severityName(static_cast<Severity>(i)).data(),
                                          QLocale().toString(static_cast<qulonglong>(count)));
    lines << tr("%Ln line(s)", nullptr,
                static_cast<int>(std::min<std::uint64_t>(sumOf(counts), 2'000'000'000)));
    if (const QString released = releasesIn(bucket); !released.isEmpty())
        lines << released;
    return lines.join('\n');
}

/// Those whose line would be seen on the bar.
QString LogHistogram::releasesIn(int bucket) const
{
    const WallTime middle(std::chrono::microseconds(m_histogram->span.from + bucket * m_histogram->width +
                                                    m_histogram->width / 2));
    const TimeToPixel toPixel = pixels();
    return marksAt(m_marks, toPixel(middle), toPixel, m_preferences.utc());
}

bool LogHistogram::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), spoken(bucketAt(help->pos().x())), this);
    return true;
}

void LogHistogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    if (!m_histogram || m_histogram->buckets.empty())
        return;
    const QRect area = plot();
    TimeSpan span = m_span;
    if (m_from >= 0) {
        span.from = m_histogram->span.from + std::min(m_from, m_to) * m_histogram->width;
        span.to = m_histogram->span.from + (std::max(m_from, m_to) + 1) * m_histogram->width;
    }
    const bool isChosen = span.from != kNoTime;
    if (isChosen)
        painter.fillRect(QRect(xOf(span.from), area.top(), xOf(span.to) - xOf(span.from), area.height()),
                         c.accent.soft);
    paintBars(painter);
    if (isChosen)
        for (const LineTime edge : {span.from, span.to}) {
            painter.fillRect(QRect(xOf(edge), area.top(), 1, area.height()), c.accent.fg);
            drawBox(painter, QRectF(xOf(edge) - 3, area.center().y() - 6, 7, 14), 3, c.accent.fg, QColor());
        }
    paintMarks(painter, theme, m_marks, area, pixels());
    paintAxis(painter);
    paintLegend(painter);
    if (hasFocus() && m_hasRing)
        drawFocusRing(painter, rect(), 0, c.focus, true);
}

void LogHistogram::paintBars(QPainter &painter) const
{
    const Colors &c = themeOf(this).colors();
    const QRect area = plot();
    std::uint64_t most = 1;
    for (const SeverityCounts &counts : m_histogram->buckets)
        most = std::max(most, sumOf(counts));
    const auto count = static_cast<int>(m_histogram->buckets.size());
    const int top = area.height() - themeOf(this).scaled(8);
    for (int i = 0; i < count; ++i) {
        const int left = area.left() + i * area.width() / count;
        const int width = qMax(1, area.left() + (i + 1) * area.width() / count - left - 1);
        int y = area.bottom() + 1;
        for (const Severity severity : kStack) {
            const std::uint64_t lines =
                m_histogram->buckets[static_cast<std::size_t>(i)][static_cast<std::size_t>(severity)];
            if (lines == 0)
                continue;
            // One line among thousands is seen still.
            const int height = qMax(severity >= Severity::Warn ? 2 : 1,
                                    qRound(static_cast<double>(lines) / static_cast<double>(most) * top));
            y -= height;
            painter.fillRect(QRect(left, y, width, height), fillOf(severity, c));
        }
        if (i == m_cursor && hasFocus() && m_hasRing)
            painter.fillRect(QRect(left, area.bottom() + 2, width, 3), c.focus);
    }
    painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), c.borderStrong);
}

/// Marks at times that people read off a clock.
void LogHistogram::paintAxis(QPainter &painter) const
{
    constexpr std::array<LineTime, 15> kSteps{1,   5,    10,   30,    60,    120,   300,  600,
                                              900, 1800, 3600, 10800, 21600, 43200, 86400};
    constexpr LineTime kSecond = 1'000'000;
    const Theme &theme = themeOf(this);
    const QRect area = plot();
    const TimeSpan &span = m_histogram->span;
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(theme.colors().textTertiary);
    const int room = painter.fontMetrics().horizontalAdvance("00 Mmm 00:00") + 40;
    const LineTime least = (span.to - span.from) / qMax(1, area.width() / room) / kSecond;
    const auto found =
        std::find_if(kSteps.begin(), kSteps.end(), [&](LineTime step) { return step >= least; });
    const LineTime step = (found != kSteps.end() ? *found : (least / 86'400 + 1) * 86'400) * kSecond;
    const bool isDays = step >= 86'400 * kSecond;
    const bool isSeconds = step < 60 * kSecond;
    for (LineTime time = (span.from + step - 1) / step * step; time < span.to; time += step) {
        const WallTime wall{std::chrono::microseconds(time)};
        const QString clock = clockTime(wall, m_preferences.utc());
        const QString text = isDays      ? dayAndTime(wall, m_preferences.utc()).section(' ', 0, 1)
                             : isSeconds ? clock
                                         : clock.left(5);
        if (xOf(time) + room / 2 < area.right())
            painter.drawText(QRect(xOf(time) + 2, area.bottom() + 3, room, theme.scaled(18)),
                             Qt::AlignVCenter, text);
    }
}

void LogHistogram::paintLegend(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(theme.font(TextStyle::Small));
    int right = plot().right();
    for (const Severity severity : {Severity::Info, Severity::Warn, Severity::Error, Severity::Critical}) {
        const std::uint64_t count = m_counts[static_cast<std::size_t>(severity)];
        if (count == 0)
            continue;
        const QString text = QString("%1 %2").arg(severityName(severity).data(),
                                                  QLocale().toString(static_cast<qulonglong>(count)));
        const int width = painter.fontMetrics().horizontalAdvance(text) + theme.scaled(14);
        const QRect own(right - width, 2, width, theme.scaled(18));
        painter.fillRect(own.adjusted(-8, 0, 4, 0), theme.colors().panel);
        drawBox(painter, QRectF(own.left(), own.center().y() - 4, 8, 8), 2,
                theme.colors().of(lookOf(severity).status).solid, QColor());
        painter.setPen(theme.colors().textSecondary);
        painter.drawText(own.adjusted(theme.scaled(14), 0, 0, 0), Qt::AlignVCenter, text);
        right = own.left() - 16;
    }
}

} // namespace batuta::views
