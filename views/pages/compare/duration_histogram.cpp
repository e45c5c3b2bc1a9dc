// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/duration_histogram.h"

#include "views/pages/compare/compare_delegate.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kBuckets = 80;
constexpr std::size_t kLeast = 5; // runs below which a histogram says nothing

} // namespace

DurationHistogram::DurationHistogram(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(themeOf(this).scaled(90));
    connect(&themeOf(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize DurationHistogram::sizeHint() const
{
    return {400, themeOf(this).scaled(150)};
}

void DurationHistogram::setDurations(std::vector<Duration> durations, std::optional<Duration> a,
                                     std::optional<Duration> b)
{
    m_sorted = std::move(durations);
    std::sort(m_sorted.begin(), m_sorted.end());
    m_a = a;
    m_b = b;
    m_longest = std::max({m_sorted.empty() ? Duration{} : m_sorted.back(), a.value_or(Duration{}),
                          b.value_or(Duration{}), Duration(1)});
    describe();
    update();
}

void DurationHistogram::describe()
{
    setAccessibleName(tr("Durations in other runs"));
    QStringList parts{tr("%n run(s)", nullptr, static_cast<int>(m_sorted.size()))};
    if (m_a)
        parts << tr("A %1, %2 percent took at most as long").arg(secondsWord(*m_a)).arg(percentOf(*m_a));
    if (m_b)
        parts << tr("B %1, %2 percent took at most as long").arg(secondsWord(*m_b)).arg(percentOf(*m_b));
    setAccessibleDescription(parts.join(", "));
}

int DurationHistogram::percentOf(Duration duration) const
{
    if (m_sorted.empty())
        return 0;
    const auto after = std::upper_bound(m_sorted.begin(), m_sorted.end(), duration);
    return static_cast<int>(100 * (after - m_sorted.begin()) / static_cast<std::ptrdiff_t>(m_sorted.size()));
}

qreal DurationHistogram::x(const QRectF &room, Duration at) const
{
    return room.left() +
           room.width() * static_cast<double>(at.count()) / (static_cast<double>(m_longest.count()) * 1.08);
}

void DurationHistogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.panel);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    const int line = painter.fontMetrics().height();
    const QRectF room = QRectF(rect()).adjusted(14, line + 6, -14, -(line + 6));
    if (m_sorted.size() < kLeast) {
        painter.setFont(theme.font(TextStyle::Body));
        painter.setPen(c.textTertiary);
        painter.drawText(rect(), Qt::AlignCenter, tr("Too few runs are kept for a distribution."));
        return;
    }
    std::vector<int> counts(kBuckets, 0);
    for (const Duration duration : m_sorted) {
        const double share =
            static_cast<double>(duration.count()) / (static_cast<double>(m_longest.count()) * 1.08);
        ++counts[static_cast<std::size_t>(std::clamp(static_cast<int>(share * kBuckets), 0, kBuckets - 1))];
    }
    const int most = *std::max_element(counts.begin(), counts.end());
    const qreal wide = room.width() / kBuckets;
    for (int i = 0; i < kBuckets; ++i) {
        const int count = counts[static_cast<std::size_t>(i)];
        if (count == 0)
            continue;
        const qreal tall = std::max(2.0, room.height() * count / most);
        painter.fillRect(QRectF(room.left() + i * wide, room.bottom() - tall, std::max(1.0, wide - 1), tall),
                         c.borderControl);
    }
    painter.fillRect(QRectF(room.left(), room.bottom(), room.width(), 1), c.borderStrong);
    painter.setPen(c.textTertiary);
    for (int tick = 0; tick <= 4; ++tick) {
        const auto at =
            Duration(static_cast<Duration::rep>(static_cast<double>(m_longest.count()) * tick / 4));
        painter.drawText(QRectF(x(room, at) - 40, room.bottom() + 2, 80, line),
                         (tick == 0 ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignVCenter,
                         durationWord(at));
    }
    if (m_a)
        paintMark(painter, room, *m_a, true);
    if (m_b)
        paintMark(painter, room, *m_b, false);
}

void DurationHistogram::paintMark(QPainter &painter, const QRectF &room, Duration at, bool isA) const
{
    const Colors &c = themeOf(this).colors();
    const QColor ink = isA ? colorOfA(c) : colorOfB(c);
    const qreal left = x(room, at);
    painter.fillRect(QRectF(left - 0.75, room.top() - 12, 1.5, room.height() + 12), ink);
    const QString text = (isA ? "A " : "B ") + durationWord(at) + ", p" + QString::number(percentOf(at));
    const int wide = painter.fontMetrics().horizontalAdvance(text);
    const bool fits = left + 6 + wide < width() - 4;
    painter.setPen(ink);
    const qreal top = isA ? 2 : 2 + (m_a && std::abs(x(room, *m_a) - left) < wide + 20 ? 13 : 0);
    painter.drawText(QRectF(fits ? left + 5 : left - 5 - wide, top, wide + 2, painter.fontMetrics().height()),
                     Qt::AlignVCenter, text);
}

} // namespace batuta::views
