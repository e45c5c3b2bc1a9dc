// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/run_histogram.h"

#include "views/models/preferences.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kHistogramInset = 14;
constexpr qreal kCalm = 0.6; // strength of what went well, so that failures stand out

/// What went well stands at the bottom, what failed on top.
int levelOf(Status status)
{
    switch (status) {
    case Status::Success:
        return 0;
    case Status::Failed:
        return 3;
    case Status::Cancelled:
        return 2;
    default:
        return 1;
    }
}

} // namespace

RunHistogram::RunHistogram(const Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tell();
}

QSize RunHistogram::sizeHint() const
{
    return {400, themeOf(this).scaled(72)};
}

void RunHistogram::setFigures(const client::RunFigures &figures, bool isOneFlow)
{
    m_figures = figures;
    m_isOneFlow = isOneFlow;
    std::ranges::stable_sort(m_figures.histogram, {},
                             [](const client::FacetValue &value) { return levelOf(statusOf(value.value)); });
    if (m_from >= buckets() || m_to >= buckets())
        m_from = m_to = -1;
    findReleases();
    tell();
    update();
}

/// What ran already when the time that is shown begins was released before it.
void RunHistogram::findReleases()
{
    m_releases.clear();
    for (const client::Facet &facet : m_figures.facets) {
        const bool isRevision = facet.field == "revision";
        if (!isRevision && (facet.field != "flow_version" || !m_isOneFlow))
            continue;
        for (const client::FacetValue &value : facet.values) {
            const auto first =
                std::ranges::find_if(value.trend, [](std::int64_t count) { return count > 0; });
            const auto bucket = static_cast<int>(first - value.trend.begin());
            if (!value.value.empty() && bucket > 0 && bucket < buckets())
                m_releases.append({bucket, QString::fromStdString(value.value), isRevision});
        }
    }
    std::ranges::sort(m_releases, {}, &Release::bucket);
}

QString RunHistogram::tipOf(int bucket) const
{
    QString tip =
        tr("%1: %Ln run(s)", nullptr, static_cast<int>(countIn(bucket))).arg(timeOf(startOf(bucket)));
    for (const Release &release : m_releases)
        if (release.bucket == bucket)
            tip += '\n' + (release.isRevision ? tr("Revision %1 ran first").arg(release.name)
                                              : tr("Version %1 ran first").arg(release.name));
    return tip;
}

QString RunHistogram::flagName(const Release &release, const QFontMetrics &metrics) const
{
    return metrics.elidedText(release.name, Qt::ElideLeft, themeOf(this).scaled(90));
}

/// Names do not stand over each other: the first one has the place.
QRectF RunHistogram::flagOf(int wanted) const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics metrics(theme.font(TextStyle::Micro));
    const int flag = theme.scaled(10);
    qreal free = 0;
    for (int i = 0; i <= wanted && i < m_releases.size(); ++i) {
        const qreal left = barOf(m_releases[i].bucket).left();
        if (left < free)
            continue;
        const int wide = flag + 5 + metrics.horizontalAdvance(flagName(m_releases[i], metrics));
        if (i == wanted)
            return {left, 0, qreal(wide), qreal(flag + 5)};
        free = left + wide + 6;
    }
    return {};
}

int RunHistogram::releaseAt(const QPointF &at) const
{
    for (int i = 0; i < m_releases.size(); ++i)
        if (flagOf(i).contains(at))
            return i;
    return -1;
}

void RunHistogram::openRelease(int release)
{
    const Release chosen = m_releases[release]; // who hears may show other figures
    emit releaseChosen(chosen.name, chosen.isRevision);
}

void RunHistogram::paintReleases(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int flag = theme.scaled(10);
    painter.setFont(theme.font(TextStyle::Micro));
    for (int i = 0; i < m_releases.size(); ++i) {
        const QRectF bar = barOf(m_releases[i].bucket);
        painter.setPen(QPen(c.accent.fg, 1, Qt::DotLine));
        painter.drawLine(QPointF(bar.left(), 3), QPointF(bar.left(), bar.bottom()));
        const QRectF place = flagOf(i);
        if (place.isEmpty())
            continue;
        painter.drawPixmap(QPointF(place.left() + 2, 2),
                           theme.pixmap("flag", flag, c.accent.fg, devicePixelRatioF()));
        painter.setPen(c.textSecondary);
        painter.drawText(QPointF(place.left() + flag + 5, 2.0 + flag - 1),
                         flagName(m_releases[i], painter.fontMetrics()));
    }
}

int RunHistogram::buckets() const
{
    return m_figures.histogram.empty() ? 0 : static_cast<int>(m_figures.histogram.front().trend.size());
}

QRectF RunHistogram::barsRect() const
{
    return QRectF(rect()).adjusted(kHistogramInset, 10, -kHistogramInset, -themeOf(this).scaled(18));
}

QRectF RunHistogram::barOf(int bucket) const
{
    const QRectF all = barsRect();
    const qreal wide = all.width() / std::max(1, buckets());
    return {all.left() + wide * bucket, all.top(), std::max(1.0, wide - (wide > 4 ? 2 : 0)), all.height()};
}

int RunHistogram::bucketAt(double x) const
{
    const QRectF all = barsRect();
    return std::clamp(static_cast<int>((x - all.left()) * buckets() / std::max(1.0, all.width())), 0,
                      std::max(0, buckets() - 1));
}

std::int64_t RunHistogram::countIn(int bucket) const
{
    std::int64_t count = 0;
    for (const client::FacetValue &value : m_figures.histogram)
        count += value.trend[static_cast<std::size_t>(bucket)];
    return count;
}

QString RunHistogram::timeOf(WallTime time) const
{
    constexpr auto kDay = std::chrono::hours(24);
    if (m_figures.width * buckets() > kDay)
        return dayAndTime(time, m_preferences.utc()).chopped(7); // without seconds
    return clockTime(time, m_preferences.utc()).left(5);
}

void RunHistogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    if (m_from >= 0) {
        const QRectF brush = barOf(std::min(m_from, m_to)).united(barOf(std::max(m_from, m_to)));
        drawBox(painter, brush.adjusted(-1, -3, 1, 3), 3, c.accent.soft, c.accent.softBorder);
    }
    paintBars(painter);
    paintReleases(painter);
    paintAxis(painter);
    if (hasFocus())
        drawFocusRing(painter, rect(), 4, c.focus, true);
}

void RunHistogram::paintBars(QPainter &painter) const
{
    const Colors &c = themeOf(this).colors();
    const qreal widest = themeOf(this).scaled(16); // a bar stays one when the whole time is one minute
    std::int64_t most = 1;
    for (int bucket = 0; bucket < buckets(); ++bucket)
        most = std::max(most, countIn(bucket));
    for (int bucket = 0; bucket < buckets(); ++bucket) {
        const QRectF bar = barOf(bucket);
        qreal bottom = bar.bottom();
        for (const client::FacetValue &value : m_figures.histogram) {
            const std::int64_t count = value.trend[static_cast<std::size_t>(bucket)];
            if (count == 0)
                continue;
            const Status status = statusOf(value.value);
            const qreal high =
                std::max(status == Status::Failed ? 2.0 : 1.0,
                         bar.height() * static_cast<double>(count) / static_cast<double>(most));
            const QColor color =
                status == Status::Success ? mixed(c.panel, c.of(status).solid, kCalm) : c.of(status).solid;
            painter.fillRect(QRectF(bar.left(), bottom - high, std::min(bar.width(), widest), high), color);
            bottom -= high;
        }
    }
}

void RunHistogram::paintAxis(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF all = barsRect();
    painter.setPen(theme.colors().borderSubtle);
    painter.drawLine(all.bottomLeft(), all.bottomRight());
    if (buckets() == 0)
        return;
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(theme.colors().textTertiary);
    const int wide = painter.fontMetrics().horizontalAdvance(timeOf(m_figures.since)) + theme.scaled(40);
    const int labels =
        std::clamp(static_cast<int>(all.width()) / std::max(1, wide), 1, std::min(8, buckets()));
    for (int i = 0; i < labels; ++i) {
        const int bucket = i * buckets() / labels;
        painter.drawText(QPointF(barOf(bucket).left(), height() - 5.0), timeOf(startOf(bucket)));
    }
}

void RunHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || buckets() == 0)
        return;
    if (const int release = releaseAt(event->position()); release >= 0)
        return openRelease(release);
    m_from = m_to = bucketAt(event->position().x());
    update();
}

void RunHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (buckets() == 0)
        return;
    const int bucket = bucketAt(event->position().x());
    if (event->buttons().testFlag(Qt::LeftButton) && m_from >= 0) {
        m_to = bucket;
        update();
    }
    setCursor(m_from < 0 && releaseAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QToolTip::showText(event->globalPosition().toPoint(), tipOf(bucket), this);
}

void RunHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_from >= 0)
        choose();
}

void RunHistogram::leaveEvent(QEvent *event)
{
    QToolTip::hideText();
    QWidget::leaveEvent(event);
}

void RunHistogram::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by != 0 && buckets() > 0) {
        const int last = buckets() - 1;
        m_to = m_to < 0 ? (by > 0 ? 0 : last) : std::clamp(m_to + by, 0, last);
        if (m_from < 0 || !event->modifiers().testFlag(Qt::ShiftModifier))
            m_from = m_to;
        tell();
        return update();
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_from >= 0)
        return choose();
    if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier) {
        const auto found = std::ranges::find(m_releases, m_to, &Release::bucket);
        if (found != m_releases.end())
            openRelease(static_cast<int>(found - m_releases.begin()));
        return;
    }
    if (event->key() == Qt::Key_Escape && m_from >= 0) {
        m_from = m_to = -1;
        return update();
    }
    QWidget::keyPressEvent(event);
}

void RunHistogram::choose()
{
    const int first = std::min(m_from, m_to), last = std::max(m_from, m_to);
    m_from = m_to = -1;
    update();
    emit brushed(startOf(first), startOf(last + 1));
}

void RunHistogram::tell()
{
    setAccessibleName(tr("Runs in time"));
    if (m_to >= 0 && m_to < buckets())
        setAccessibleDescription(tipOf(m_to));
    else
        setAccessibleDescription(tr("%Ln run(s)", nullptr, static_cast<int>(m_figures.total)));
}

void RunHistogram::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
