// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/rehearsal_run.h"

#include "engine/json/json.h"
#include "engine/steps/cloud_run_attempt.h"
#include "engine/steps/http_call.h"

#include <algorithm>
#include <utility>

namespace batuta::steps {
namespace {

const json::Value &lastCall(const store::StepRecord &step)
{
    static const json::Value kNothing;
    const json::Array &attempts = step.attemptsDetail.asArray();
    return attempts.empty() ? kNothing : attempts.back();
}

json::Value valueOfText(const std::string &text)
{
    Result<json::Value> value = json::parse(text);
    return value ? std::move(*value) : json::Value(text);
}

releases::RehearsedStep rehearsedStep(const store::StepRecord &step)
{
    const json::Value &call = lastCall(step);
    releases::RehearsedStep one;
    one.step = step.step;
    one.status = step.status;
    one.statusCode = step.statusCode;
    one.error = step.status == "success" ? std::string() : step.reason;
    const bool isMany = !call["items"].asArray().empty();
    one.length =
        isMany ? step.duration : Duration(static_cast<Duration::rep>(call["duration_ms"].asDouble() * 1'000));
    const std::string &body = call["response"]["body"].asString();
    if (!step.output.empty() || !body.empty())
        one.output = valueOfText(step.output.empty() ? body : step.output);
    return one;
}

releases::RehearsedRun rehearsedRun(const store::ExecutionRecord &record, const Moved *onlyThese)
{
    releases::RehearsedRun run{record.id, record.status, {}};
    for (const store::StepRecord &step : record.steps)
        if (onlyThese == nullptr || hasCalled(step, *onlyThese))
            run.steps.push_back(rehearsedStep(step));
    return run;
}

/// All that a flow may know the service by.
Moved movedTo(const cloud::Service &service, const std::string &address)
{
    Moved moved{{address, address}};
    const auto add = [&](std::string url) {
        while (url.ends_with('/'))
            url.pop_back();
        const bool isKnown =
            std::any_of(moved.begin(), moved.end(), [&](const auto &one) { return one.first == url; });
        if (!url.empty() && !isKnown)
            moved.emplace_back(std::move(url), address);
    };
    add(service.url);
    for (const std::string &url : service.urls)
        add(url);
    for (const auto *traffic : {&service.routed, &service.traffic})
        for (const cloud::TrafficTarget &target : *traffic)
            add(target.url);
    return moved;
}

} // namespace

bool hasCalled(const store::StepRecord &step, const Moved &moved)
{
    const auto isThere = [&](const json::Value &call) {
        return movedUrl(moved, call["request"]["url"].asString()).has_value();
    };
    const json::Array &attempts = step.attemptsDetail.asArray();
    return std::any_of(attempts.begin(), attempts.end(), [&](const json::Value &call) {
        const json::Array &items = call["items"].asArray();
        return isThere(call) || std::any_of(items.begin(), items.end(), isThere);
    });
}

RehearsalRun::RehearsalRun(Scope scope, releases::GateRule rule, Told told)
    : m_scope(std::move(scope))
    , m_rule(std::move(rule))
    , m_told(std::move(told))
    , m_later(m_scope.services)
{
}

RehearsalRun::~RehearsalRun()
{
    m_life.reset();
    if (m_cancel)
        m_cancel();
}

void RehearsalRun::begin(const cloud::Service &service, const std::string &revision)
{
    const auto refuse = [this](std::string why) {
        m_later.start(m_scope.services.clock.wall(), [this, why = std::move(why)] {
            end(releases::Verdict::Broken, m_rule.name + ": " + why, {});
        });
    };
    std::string address = addressOf(service, revision);
    if (shareOf(service, revision) > 0)
        return refuse(revision + " has live traffic: a rehearsal wants one with 0 %");
    if (address.empty())
        return refuse(revision + " has no address of its own to be called at: give it a tag");
    if (!m_scope.services.cloud->recorded || !m_scope.services.cloud->rehearse)
        return refuse("this engine has no history to take executions from");
    while (address.ends_with('/'))
        address.pop_back();
    m_moved = movedTo(service, address);
    m_scope.services.cloud->recorded(
        {m_rule.query, m_rule.rehearsal.succeeded, m_rule.rehearsal.failed, m_moved},
        [this, life = std::weak_ptr(m_life)](Result<std::vector<store::ExecutionRecord>> records) {
            if (!life.expired())
                found(std::move(records));
        });
}

void RehearsalRun::found(Result<std::vector<store::ExecutionRecord>> records)
{
    if (!records)
        return end(releases::Verdict::Broken, m_rule.name + ": " + errorText(records.error()), {});
    m_records = std::move(*records);
    next();
}

void RehearsalRun::next()
{
    if (m_runs.size() >= m_records.size())
        return conclude();
    const std::string &origin = m_records[m_runs.size()].id;
    m_cancel = m_scope.services.cloud->rehearse(
        {origin, m_scope.key + "/" + origin, m_scope.execution, m_moved},
        [this, life = std::weak_ptr(m_life)](const Result<store::ExecutionRecord> &record) {
            if (!life.expired())
                ended(record);
        });
}

void RehearsalRun::ended(const Result<store::ExecutionRecord> &record)
{
    const store::ExecutionRecord &then = m_records[m_runs.size()];
    if (record) {
        m_runs.push_back(releases::compareRuns(rehearsedRun(then, &m_moved), rehearsedRun(*record, nullptr),
                                               m_rule.rehearsal));
    } else {
        releases::RunRehearsal none;
        none.origin = then.id;
        none.statusThen = then.status;
        none.why = errorText(record.error());
        m_runs.push_back(std::move(none));
    }
    // It may have ended while next() was starting it.
    m_later.start(m_scope.services.clock.wall(), [this] {
        m_cancel = nullptr;
        next();
    });
}

void RehearsalRun::conclude()
{
    const releases::RehearsalReport report = releases::conclude(std::move(m_runs), m_rule.rehearsal);
    using Verdict = releases::RehearsalVerdict;
    end(report.verdict == Verdict::Good     ? releases::Verdict::Good
        : report.verdict == Verdict::Broken ? releases::Verdict::Broken
                                            : releases::Verdict::NotEnough,
        m_rule.name + ": " + report.why, releases::toJson(report));
}

void RehearsalRun::end(releases::Verdict verdict, std::string why, json::Value report)
{
    m_cancel = nullptr;
    const auto samples = static_cast<double>(m_records.size());
    const Told told = std::exchange(m_told, nullptr);
    told({m_rule, {std::nullopt, std::nullopt, samples}, verdict, std::move(why), std::move(report)});
}

json::Value RehearsalRun::progress() const
{
    return json::Object{{"flow", m_rule.query},
                        {"done", static_cast<std::int64_t>(m_runs.size())},
                        {"of", static_cast<std::int64_t>(m_records.size())}};
}

} // namespace batuta::steps
