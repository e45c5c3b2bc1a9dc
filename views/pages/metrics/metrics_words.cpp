// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/metrics_words.h"

#include "engine/series/codec.h"
#include "views/models/metrics/board_feed.h"
#include "views/widgets/words.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace batuta::views {
namespace {

using namespace std::chrono_literals;

const QChar kThin(0x2009);

Duration durationOf(double seconds)
{
    constexpr double kMost = 1e9;
    return Duration(std::llround(std::clamp(seconds, 0.0, kMost) * 1e6));
}

QDateTime dateTime(WallTime at, bool utc)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count() / 1000, Qt::UTC);
    return utc ? time : time.toLocalTime();
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString valueWord(series::Unit unit, double value)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    switch (unit) {
    case series::Unit::Seconds:
        return durationWord(durationOf(value));
    case series::Unit::Share:
        return number(value * 100, 2) + kThin + '%';
    case series::Unit::Bytes:
        return sizeWord(static_cast<qint64>(value));
    case series::Unit::Count:
    case series::Unit::PerMinute:
        break;
    }
    return number(value, value == std::floor(value) ? 0 : value < 10 ? 2 : 1);
}

QString axisWord(series::Unit unit, double value, double step)
{
    const auto decimals = [](double of) {
        return std::clamp(static_cast<int>(std::ceil(-std::log10(of) - 1e-9)) +
                              (std::abs(of * std::pow(10, std::ceil(-std::log10(of))) -
                                        std::round(of * std::pow(10, std::ceil(-std::log10(of))))) > 1e-6
                                   ? 1
                                   : 0),
                          0, 4);
    };
    switch (unit) {
    case series::Unit::Seconds:
        if (step >= 60)
            return number(value / 60, step >= 120 || std::fmod(step, 60) == 0 ? 0 : 1) + kThin + "min";
        return step < 0.1 ? number(value * 1000, decimals(step * 1000)) + kThin + "ms"
                          : number(value, decimals(step)) + kThin + 's';
    case series::Unit::Share:
        return number(value * 100, decimals(step * 100)) + kThin + '%';
    case series::Unit::Bytes:
        return sizeWord(static_cast<qint64>(value));
    case series::Unit::Count:
    case series::Unit::PerMinute:
        break;
    }
    return number(value, decimals(step));
}

QString rangeWord(Duration range)
{
    const auto with = [](double value, const char *unit) {
        const bool isWhole = std::lround(value * 10) % 10 == 0; // 1 h 30 s is 1 h, not 1.0 h
        return number(value, isWhole ? 0 : 1) + kThin + QLatin1String(unit);
    };
    const double seconds = secondsOf(range);
    if (seconds < 60)
        return with(seconds, "s");
    if (seconds < 3600)
        return with(seconds / 60, "min");
    return seconds < 48 * 3600 ? with(seconds / 3600, "h") : with(seconds / 86400, "d");
}

QString timeWord(WallTime at, Duration range, bool utc)
{
    const QDateTime time = dateTime(at, utc);
    if (range > 24h * 4)
        return QLocale().toString(time, QStringLiteral("d MMM"));
    if (range > 24h)
        return QLocale().toString(time, QStringLiteral("d MMM HH:mm"));
    return time.toString(range < 10min ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString bucketWord(WallTime at, Duration step, Duration range, bool utc)
{
    const Duration shown = range > 24h ? Duration(25h) : step < 1min ? Duration(1min) : Duration(1h);
    return MetricsText::tr("%1, %2 bucket").arg(timeWord(at, shown, utc), rangeWord(step));
}

QString sampleWord(const series::Panel &panel, const PanelData &data)
{
    const QString window =
        MetricsText::tr("%1 in %2 steps").arg(rangeWord(data.step * data.steps()), rangeWord(data.step));
    const bool isGauge = !panel.series.empty() &&
                         (panel.series.front().question.function == series::Function::Mean ||
                          panel.series.front().question.function == series::Function::Most ||
                          !panel.series.front().question.expression.empty() ||
                          (isAboutCloud(panel) &&
                           panel.series.front().question.of.metric.find("/container/") != std::string::npos));
    double samples = data.samples;
    if (isGauge) { // all lines are read at the same moments
        samples = 0;
        for (const PanelLine &line : data.lines)
            samples = std::max(samples, std::accumulate(line.samples.begin(), line.samples.end(), 0.0,
                                                        [](double sum, double more) {
                                                            return std::isnan(more) ? sum : sum + more;
                                                        }));
    }
    const int count = static_cast<int>(std::min(samples, 2e9));
    const QString sample =
        isGauge ? MetricsText::tr("%Ln reading(s)", nullptr, count) : MetricsText::tr("n = %L1").arg(count);
    QString words = window + QStringLiteral(" · ") + sample;
    if (data.left > 0)
        words += QStringLiteral(" · ") +
                 MetricsText::tr("%Ln line(s) left out", nullptr, static_cast<int>(data.left));
    return words;
}

QString alertStateWord(const series::Alert &alert)
{
    if (!alert.problem.empty())
        return MetricsText::tr("Cannot be checked");
    switch (alert.state) {
    case series::AlertState::Firing:
        return alert.acknowledged.empty() ? MetricsText::tr("Firing")
                                          : MetricsText::tr("Firing, acknowledged");
    case series::AlertState::Pending:
        return MetricsText::tr("Pending");
    case series::AlertState::Quiet:
        break;
    }
    return MetricsText::tr("Quiet");
}

QString alertRuleWord(const series::Alert &alert)
{
    const series::AlertRule &rule = alert.rule;
    const QString measured = QString::fromStdString(
        rule.question.expression.empty() ? rule.question.of.metric : rule.question.expression);
    const series::Question &question = rule.question;
    const QString function = question.function == series::Function::Percentile
                                 ? QStringLiteral("p%1").arg(question.quantile * 100)
                                 : QString::fromLatin1(series::functionName(question.function).data());
    const QString what =
        question.expression.empty() ? MetricsText::tr("%1 of %2").arg(function, measured) : measured;
    const QString limit = QLocale().toString(rule.limit, 'g', 6);
    const QString words =
        rule.isBelow ? MetricsText::tr("%1 below %2, over %3").arg(what, limit, rangeWord(rule.window))
                     : MetricsText::tr("%1 above %2, over %3").arg(what, limit, rangeWord(rule.window));
    return rule.patience.count() > 0 ? MetricsText::tr("%1, for %2").arg(words, rangeWord(rule.patience))
                                     : words;
}

QString alertEventWord(const std::string &what)
{
    if (what == "pending")
        return MetricsText::tr("Pending");
    if (what == "firing")
        return MetricsText::tr("Firing");
    if (what == "resolved")
        return MetricsText::tr("Resolved");
    if (what == "acknowledged")
        return MetricsText::tr("Acknowledged");
    if (what == "muted")
        return MetricsText::tr("Muted");
    if (what == "unmuted")
        return MetricsText::tr("No longer muted");
    if (what == "sent")
        return MetricsText::tr("Sent");
    if (what == "not_sent")
        return MetricsText::tr("Could not be sent");
    return QString::fromStdString(what);
}

QColor lineColor(const series::Panel &panel, const PanelData &data, int line, const Colors &colors)
{
    const PanelLine &own = data.lines[static_cast<std::size_t>(line)];
    if (own.isEarlier)
        return colors.textTertiary;
    if (panel.alert && line == 0)
        return colors.of(Status::Failed).fg;
    const auto &palette = colors.series;
    if (panel.kind == series::PanelKind::Lines && data.lines.size() == 3 &&
        panel.series.size() == 3) { // three of a kind: calm, warm, hot
        constexpr std::array<std::size_t, 3> kThree{4, 2, 3};
        return palette[kThree[static_cast<std::size_t>(line)]];
    }
    return palette[static_cast<std::size_t>(line) % palette.size()];
}

std::vector<WallTime> timeTicks(const BoardAxis &axis, double width, double gap, bool utc)
{
    constexpr std::array<Duration, 17> kSteps{30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h,      2h,
                                              3h,  6h,   12h,  24h,  48h,   96h,   168h,  24h * 30};
    const Duration range = axis.to() - axis.from();
    Duration step = kSteps.back();
    for (const Duration wanted : kSteps)
        if (static_cast<double>(wanted.count()) / static_cast<double>(range.count()) * width >= gap) {
            step = wanted;
            break;
        }
    const QDateTime begin = dateTime(axis.from(), utc);
    const Duration offset = std::chrono::seconds(begin.offsetFromUtc());
    std::vector<WallTime> ticks;
    WallTime at = axis.from() + offset;
    at = WallTime(
        Duration((at.time_since_epoch() + step - Duration(1)).count() / step.count() * step.count()));
    for (at -= offset; at <= axis.to(); at += step)
        ticks.push_back(at);
    return ticks;
}

} // namespace batuta::views
