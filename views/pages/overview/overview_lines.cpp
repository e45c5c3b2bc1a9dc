// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/overview/overview_lines.h"

#include "views/models/text.h"
#include "views/widgets/words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

QString seconds(double value)
{
    if (std::isnan(value))
        return QString::fromUtf8("–");
    return durationWord(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(value)));
}

QString percent(double share, int decimals = 2)
{
    return std::isnan(share) ? QString::fromUtf8("–")
                             : OverviewText::tr("%1 %").arg(QLocale().toString(100 * share, 'f', decimals));
}

/// `+4.1 %`
QString changeWord(double now, double before)
{
    if (std::isnan(now) || std::isnan(before) || before <= 0)
        return {};
    const double share = now / before - 1;
    return (share >= 0 ? QStringLiteral("+") : QString()) + percent(share, 1);
}

QString most(const std::vector<double> &line)
{
    double most = -1;
    for (const double value : line)
        most = std::isnan(value) ? most : std::max(most, value);
    return most < 0 ? QString() : OverviewText::tr("at most %1").arg(QLocale().toString(most, 'f', 0));
}

double last(const std::vector<double> &line)
{
    const auto known =
        std::find_if(line.rbegin(), line.rend(), [](double value) { return !std::isnan(value); });
    return known == line.rend() ? NAN : *known;
}

FigureStrip::Figure successOf(const OverviewFigures &figures)
{
    FigureStrip::Figure success{OverviewText::tr("Success rate"), percent(figures.successRate()), {}};
    success.line = Status::Success;
    success.values = figures.successLine;
    if (const double used = figures.budgetUsed(); !std::isnan(used)) {
        success.note = OverviewText::tr("target %1, %2 of error budget used")
                           .arg(percent(1 - *figures.objective, 1), percent(used, 0));
        success.status = used >= 1 ? Status::Failed : used >= 0.5 ? Status::Waiting : Status::Success;
    } else if (figures.ended > 0) {
        success.note = OverviewText::tr("%Ln failed", nullptr, static_cast<int>(figures.failed));
        if (figures.failed > 0)
            success.status = Status::Failed;
    }
    return success;
}

void sayFailure(OverviewLine &line, const Cause &cause)
{
    const QString pattern = textOf(cause.subject);
    const QString what = pattern.isEmpty() ? OverviewText::tr("Failed without a reason") : pattern;
    line.text = cause.step.empty() || pattern.contains(textOf(cause.step))
                    ? what
                    : OverviewText::tr("%1: %2").arg(textOf(cause.step), what);
    const QString where = cause.flows.size() == 1 ? textOf(cause.flows.front())
                                                  : OverviewText::tr("%Ln flow(s)", nullptr,
                                                                     static_cast<int>(cause.flows.size()));
    line.detail =
        OverviewText::tr("%Ln run(s) failed, %1", nullptr, static_cast<int>(cause.radius)).arg(where);
    const bool isOne = cause.keys.size() == 1;
    line.action = isOne ? OverviewText::tr("Open runs") : OverviewText::tr("Inspect");
    QUrlQuery query;
    query.addQueryItem(isOne ? "failure" : "group", textOf(cause.keys.front()));
    line.address = {isOne ? "runs" : "failures", {}, query};
}

void sayApproval(OverviewLine &line, const Cause &cause)
{
    line.status = Status::Waiting;
    line.icon.clear();
    line.text = OverviewText::tr("%1 waits for %Ln answer(s)", nullptr, static_cast<int>(cause.radius))
                    .arg(textOf(cause.step));
    line.detail = textOf(cause.subject);
    QUrlQuery query;
    if (cause.keys.size() == 1) {
        query.addQueryItem("step", textOf(cause.step));
        line.action = OverviewText::tr("Answer");
        line.address = {"run", textOf(cause.keys.front()), query};
    } else {
        query.addQueryItem("show", "waiting");
        line.action = OverviewText::tr("Review");
        line.address = {"failures", {}, query};
    }
}

OverviewLine lineOf(const Cause &cause, const Moments &moments)
{
    OverviewLine line;
    line.key =
        QString::number(static_cast<int>(cause.kind)) + textOf(cause.step) + '/' + textOf(cause.subject);
    line.time = cause.since == WallTime{} ? QString() : momentWord(cause.since, moments);
    const bool isCritical = cause.severity == Cause::Severity::Critical;
    line.status = isCritical                                ? Status::Failed
                  : cause.severity == Cause::Severity::Info ? Status::Running
                                                            : Status::Waiting;
    line.icon = isCritical ? QString() : cause.severity == Cause::Severity::Info ? "info" : "warnf";
    switch (cause.kind) {
    case Cause::Kind::Failure:
        sayFailure(line, cause);
        break;
    case Cause::Kind::Approval:
        sayApproval(line, cause);
        break;
    case Cause::Kind::Alert:
        line.text = textOf(cause.subject);
        line.detail = OverviewText::tr("the alert fires at %1").arg(QLocale().toString(cause.value, 'g', 3));
        line.action = OverviewText::tr("Open alert");
        line.address = {"metrics", "alerts", {}};
        break;
    case Cause::Kind::Problems:
        line.text =
            OverviewText::tr("%Ln problem(s) in the workspace", nullptr, static_cast<int>(cause.radius));
        line.detail = textOf(cause.subject);
        line.action = OverviewText::tr("Open");
        line.address = {"flows", {}, {}};
        break;
    case Cause::Kind::Environment:
        line.text =
            OverviewText::tr("%Ln problem(s) in the environment %1", nullptr, static_cast<int>(cause.radius))
                .arg(environmentWord(cause.subject));
        line.detail = OverviewText::tr("keys that steps need have no value, or one that cannot work");
        line.action = OverviewText::tr("Open");
        line.address = environmentAddress(cause.subject);
        break;
    }
    return line;
}

OverviewLine::Tick tickOf(const RunRow &run, Duration longest, WallTime now)
{
    const double share = longest.count() > 0 ? static_cast<double>(run.lasted(now).count()) /
                                                   static_cast<double>(longest.count())
                                             : 0;
    return {textOf(run.id), statusOf(run.shownStatus()), std::clamp(share, 0.0, 1.0)};
}

} // namespace

QDateTime momentOf(WallTime at, bool utc)
{
    return QDateTime::fromSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count(),
        utc ? Qt::UTC : Qt::LocalTime);
}

QString momentWord(WallTime at, const Moments &moments)
{
    const QDateTime moment = momentOf(at, moments.utc);
    return moment.date() == momentOf(moments.now, moments.utc).date()
               ? QLocale().toString(moment, "HH:mm")
               : QLocale().toString(moment, "d MMM HH:mm");
}

Address environmentAddress(const std::string &name)
{
    QUrlQuery query;
    query.addQueryItem("env", textOf(name));
    return {"environments", {}, query};
}

QString hoursWord(int hours)
{
    return hours % 24 == 0 && hours > 24 ? OverviewText::tr("%1 d").arg(hours / 24)
                                         : OverviewText::tr("%1 h").arg(hours);
}

QList<FigureStrip::Figure> figuresOf(const OverviewFeed &feed, int running)
{
    const OverviewFigures &figures = feed.figures();
    const QString before =
        changeWord(static_cast<double>(figures.runs), static_cast<double>(figures.runsBefore));
    FigureStrip::Figure runs{OverviewText::tr("Runs"), QLocale().toString(qlonglong(figures.runs)), {}};
    if (!before.isEmpty())
        runs.note = OverviewText::tr("%1 vs previous %2").arg(before, hoursWord(feed.hours()));
    runs.isAccent = true;
    runs.values = figures.runLine;
    FigureStrip::Figure p95{OverviewText::tr("Duration p95"), seconds(figures.p95), {}};
    if (!std::isnan(figures.p50))
        p95.note = OverviewText::tr("p50 %1").arg(seconds(figures.p50));
    p95.line = Status::Waiting;
    p95.values = figures.p95Line;
    FigureStrip::Figure now{OverviewText::tr("Running"), QLocale().toString(running),
                            most(figures.runningLine)};
    now.line = Status::Running;
    now.values = figures.runningLine;
    const double waits = last(figures.queuedLine);
    FigureStrip::Figure queued{OverviewText::tr("Queued"),
                               std::isnan(waits) ? QString::fromUtf8("–") : QLocale().toString(waits, 'f', 0),
                               most(figures.queuedLine)};
    queued.values = figures.queuedLine;
    QList<FigureStrip::Figure> known{runs, successOf(figures)};
    if (!figures.p95Line.empty()) // otherwise this engine keeps no figures
        known << p95;
    known << now;
    if (!figures.queuedLine.empty())
        known << queued;
    return known;
}

QList<OverviewLine> attentionLines(const std::vector<Cause> &causes, const Moments &moments)
{
    QList<OverviewLine> lines;
    for (const Cause &cause : causes)
        lines.append(lineOf(cause, moments));
    return lines;
}

QList<OverviewLine> runningLines(const std::vector<RunRow> &runs, const EngineLink &link, WallTime now)
{
    QList<OverviewLine> lines;
    for (const RunRow &run : runs) {
        OverviewLine line;
        line.key = textOf(run.id);
        line.status = statusOf(run.shownStatus());
        line.text = textOf(run.flow);
        line.id = shortId(run.id);
        line.time = durationWord(run.lasted(now));
        line.figures = {textOf(run.userId)};
        line.address = {"run", textOf(run.id), {}};
        const auto stateOf = [&](const std::string &name) {
            const auto step = std::ranges::find(run.steps, name, &RunStep::name);
            return static_cast<char>(step == run.steps.end() ? Status::Queued : statusOf(step->status));
        };
        if (const client::FlowSummary *flow = link.flow(textOf(run.flow)))
            for (const client::StepPreview &step : flow->steps)
                line.cells.append(stateOf(step.step));
        else
            for (const RunStep &step : run.steps)
                line.cells.append(stateOf(step.name));
        if (const RunStep *step = run.currentStep())
            line.detail = textOf(step->name);
        lines.append(line);
    }
    return lines;
}

QList<OverviewLine> flowLines(const std::vector<OverviewFlow> &flows, double objective, WallTime now)
{
    QList<OverviewLine> lines;
    for (const OverviewFlow &flow : flows) {
        OverviewLine line;
        line.key = line.text = textOf(flow.name);
        const double rate =
            flow.runs > 0 ? 1 - static_cast<double>(flow.failed) / static_cast<double>(flow.runs) : NAN;
        line.isBad = 1 - rate > objective;
        line.isSlow = flow.p95Week > 0 && flow.p95 > 1.05 * flow.p95Week;
        line.figures = {QLocale().toString(qlonglong(flow.runs)), percent(rate), seconds(flow.p50),
                        seconds(flow.p95), changeWord(flow.p95, flow.p95Week)};
        Duration longest{};
        for (const RunRow &run : flow.recent)
            longest = std::max(longest, run.lasted(now));
        for (const RunRow &run : flow.recent)
            line.ticks.append(tickOf(run, longest, now));
        QUrlQuery query;
        query.addQueryItem("flow", line.text);
        line.address = {"runs", {}, query};
        lines.append(line);
    }
    return lines;
}

} // namespace batuta::views
