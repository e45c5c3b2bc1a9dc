// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/overview/overview_engine.h"

#include "tests/pages/overview/cloud_story.h"

#include <array>
#include <cmath>

namespace batuta::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::array<const char *, 4> kFlows{"update_profile", "first_login", "analysis_to_vacancy",
                                             "course_to_profession"};
constexpr std::array<const char *, 5> kSteps{"create_embeddings", "match_candidato", "match_profession",
                                             "gap_analysis_user_vacancy", "course_suggestion"};
constexpr std::array<std::int64_t, 4> kRuns{6'208, 4'931, 2'744, 1'870};

std::string idOf(int number)
{
    char text[40];
    std::snprintf(text, sizeof text, "%08x-0000-4000-8000-000000000000", 0x9e4a71c2u + 0x1f3d5b79u * number);
    return text;
}

std::vector<std::int64_t> trend(int buckets, double level, double swing, double atTheEnd = 1)
{
    std::vector<std::int64_t> values;
    for (int i = 0; i < buckets; ++i)
        values.push_back(
            std::llround((level + swing * std::sin(0.7 * i)) * (i > buckets - 8 ? atTheEnd : 1.0)));
    return values;
}

std::int64_t sum(const std::vector<std::int64_t> &values)
{
    std::int64_t all = 0;
    for (const std::int64_t value : values)
        all += value;
    return all;
}

client::ExecutionRecord run(int number, const std::string &flow, const std::string &status)
{
    client::ExecutionRecord record;
    record.id = idOf(number);
    record.flow = flow;
    record.status = status;
    record.userId = "usr_" + std::to_string(51'877 - 97 * number);
    const bool runs = status == "running";
    record.startedAt = OverviewEngine::now() - (runs ? 11'400ms + 3'700ms * number : 5min * (number + 1));
    record.duration = runs ? Duration{} : Duration(14s + 400ms * (number * number % 23));
    if (!runs)
        record.endedAt = record.startedAt + record.duration;
    for (int i = 0; i < static_cast<int>(kSteps.size()); ++i) {
        client::StepRecord step;
        step.step = kSteps[static_cast<std::size_t>(i)];
        step.status = !runs || i < 2 + number ? "success" : i == 2 + number ? "running" : "pending";
        step.attempts = 1;
        record.steps.push_back(std::move(step));
    }
    return record;
}

client::FailureGroup failure(const char *key, const char *step, const char *pattern, std::int64_t count,
                             Duration ago)
{
    client::FailureGroup group;
    group.key = key;
    group.step = step;
    group.pattern = group.error = pattern;
    group.flow = kFlows[0];
    group.flowVersion = "9f86d081884c7d65";
    group.revision = "ml-orchestrator-00043-tam";
    group.code = "503";
    group.trend = trend(24, static_cast<double>(count) / 24, static_cast<double>(count) / 30, 2);
    group.samples = {"9e4a71c2-0000-4000-8000-000000000000"};
    group.count = count;
    group.firstSeen = OverviewEngine::now() - ago;
    group.lastSeen = OverviewEngine::now() - 1min;
    return group;
}

client::AuditEntry entry(Duration ago, const char *who, const char *verb, const std::string &subject)
{
    return {1, OverviewEngine::now() - ago, who, verb, subject, {}, {}, {}};
}

series::Answer lines(const series::Question &question)
{
    series::Answer answer;
    answer.from = question.from;
    answer.step = question.step;
    const auto points = static_cast<int>((question.to - question.from) / question.step) + 1;
    const bool isDuration = question.of.metric == "batuta_execution_duration_seconds";
    const bool isPublish = question.of.metric == "batuta_flow_publishes_total";
    for (std::size_t flow = 0; flow < (question.by.empty() ? 1 : kFlows.size()); ++flow) {
        series::Line line;
        if (!question.by.empty())
            line.labels = {{"flow", kFlows[flow]}};
        for (int i = 0; i < points; ++i) {
            const double wave = 1 + 0.2 * std::sin(0.9 * i + static_cast<double>(flow));
            line.values.push_back(isPublish    ? (flow == 0 && i == points - 3 ? 1 : 0)
                                  : isDuration ? (question.quantile > 0.9 ? 21.4 : 9.8) * wave /
                                                     (1 + static_cast<double>(flow))
                                               : std::round(4 * wave));
        }
        answer.lines.push_back(std::move(line));
    }
    return answer;
}

} // namespace

WallTime OverviewEngine::now()
{
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 21) + 14h + 32min;
}

/// Loading never ends, and what there is not is an empty value.
template <class T> void OverviewEngine::answer(T typical, const client::Reply<T> &reply) const
{
    if (state == State::Error)
        reply(Error{ErrorCode::StoreRead, "history", "the disk is gone", {}, {}});
    else if (state != State::Loading)
        reply(state == State::Nothing ? T() : std::move(typical));
}

void OverviewEngine::executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply)
{
    client::ExecutionPage page;
    if (query.order == client::Order::Oldest) { // when a version, or a revision, ran first
        page.items.push_back(run(0, query.flow, "success"));
        page.items.front().startedAt = now() - (query.revision.empty() ? 200min : 47min);
    } else if (query.flow == client::kRolloutFlow && !isTakenOver)
        page.items.push_back(heldRollout(now()));
    else if (query.flow == client::kRolloutFlow && query.status.empty()) // it does not run
        page.items.push_back(takenOverRollout(SystemClock().wall() - 1min));
    else if (query.flow == client::kRolloutFlow)
        return answer(std::move(page), reply);
    else if (query.status == "running")
        for (int i = 0; i < 3; ++i)
            page.items.push_back(run(i, kFlows[static_cast<std::size_t>(i)], "running"));
    else
        for (int i = 0; i < query.limit; ++i)
            page.items.push_back(run(i, query.flow, i % 17 == 3 ? "failed" : "success"));
    answer(std::move(page), reply);
}

void OverviewEngine::execution(ExecutionId, client::Reply<client::ExecutionRecord> reply)
{
    answer(isTakenOver ? takenOverRollout(SystemClock().wall() - 1min) : heldRollout(now()), reply);
}

void OverviewEngine::clouds(client::Reply<std::vector<client::CloudPlace>> reply)
{
    answer(cloudPlaces(), reply);
}

void OverviewEngine::releases(const client::ReleaseQuery &, client::Reply<client::ReleaseBoard> reply)
{
    answer(cloudBoard(now()), reply);
}

void OverviewEngine::releasedService(const client::ServiceQuery &query,
                                     client::Reply<client::ServiceBoard> reply)
{
    answer(cloudService(query.service, now()), reply);
}

void OverviewEngine::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    std::vector<client::FlowSummary> list;
    for (const char *name : kFlows) {
        client::FlowSummary &flow = list.emplace_back();
        flow.name = FlowName(name);
        for (const char *step : kSteps)
            flow.steps.push_back({step, "http", {}, {}, 0, false, {}, {}});
    }
    reply(std::move(list));
}

void OverviewEngine::info(client::Reply<client::EngineInfo> reply)
{
    client::EngineInfo info;
    info.version = "1.0.0";
    info.flows = static_cast<int>(kFlows.size());
    info.running = state == State::Typical ? 3 : 0;
    reply(std::move(info));
}

void OverviewEngine::figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply)
{
    client::RunFigures figures;
    figures.since = query.filter.since.value_or(now() - 24h);
    figures.width = 24h / query.buckets;
    const auto success = trend(query.buckets, 15'000.0 / query.buckets, 40);
    const auto failed = trend(query.buckets, 120.0 / query.buckets, 1, 4);
    const bool onlyFailed = query.filter.status == "failed";
    figures.histogram = {{"failed", sum(failed), failed}};
    if (!onlyFailed)
        figures.histogram.push_back({"success", sum(success), success});
    client::Facet flow{"flow", {}};
    for (std::size_t i = 0; i < kFlows.size(); ++i)
        flow.values.push_back({kFlows[i], onlyFailed ? (i == 0 ? 196 : 7) : kRuns[i], {}});
    figures.facets.push_back(std::move(flow));
    for (const client::FacetValue &value : figures.histogram)
        figures.total += value.count;
    answer(std::move(figures), reply);
}

void OverviewEngine::failures(client::FailureQuery query, client::Reply<client::FailureReport> reply)
{
    client::FailureReport report;
    report.since = query.since.value_or(WallTime{});
    report.groups = {failure("a1", kSteps[3], "HTTP 503 from gap-analysis: no healthy instance", 41, 30min),
                     failure("b2", kSteps[1], "timeout after 30 s", 3, 5h)};
    answer(std::move(report), reply);
}

void OverviewEngine::waiting(client::Reply<std::vector<client::WaitingStep>> reply)
{
    client::WaitingStep step;
    step.execution = idOf(7);
    step.flow = "model_training";
    step.step = "promote";
    step.kind = "approval";
    step.reason = "Put model v37 into production?";
    step.since = now() - 2h;
    answer(std::vector{step}, reply);
}

void OverviewEngine::series(series::Question question, client::Reply<series::Answer> reply)
{
    answer(lines(question), reply);
}

void OverviewEngine::alerts(client::Reply<series::AlertBook> reply)
{
    series::AlertBook book;
    series::Alert alert;
    alert.rule.name = "slow";
    alert.rule.title = "p95 of gap_analysis above 22 s";
    alert.state = series::AlertState::Firing;
    alert.since = now() - 14min;
    alert.value = 24.1;
    alert.samples = 212;
    book.alerts = {alert};
    book.history = {{3, now() - 14min, "slow", "firing", "24.1"},
                    {2, now() - 3h, "errors", "resolved", ""},
                    {1, now() - 200min, "errors", "acknowledged", "renata.lima"}};
    answer(std::move(book), reply);
}

void OverviewEngine::audit(client::AuditQuery, client::Reply<client::AuditPage> reply)
{
    client::AuditPage page;
    page.items = {entry(22min, "renata.lima", "roll_back", "production/ml-orchestrator"),
                  entry(40min, "suporte.n2", "rerun", idOf(31)),
                  entry(41min, "suporte.n2", "rerun", idOf(32)),
                  entry(42min, "suporte.n2", "rerun", idOf(33)),
                  entry(90min, "suporte.n2", "cancel", idOf(34)),
                  entry(4h, "renata.lima", "reveal_secret", "production/ML_API_TOKEN"),
                  entry(18h, "marcos.alves", "pause_schedule", "model_training")};
    answer(std::move(page), reply);
}

} // namespace batuta::tests
