// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/compare/run_comparison.h"

#include "engine/json/json.h"

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr auto kNoticed = std::chrono::milliseconds(50); // shorter differences of time are noise

const json::Value &lastDetail(const TraceStep &step)
{
    static const json::Value nothing;
    return step.rows().empty() ? nothing : step.rows().back().detail;
}

/// What a step calls: method and address without its query. "" for what calls nothing.
std::string targetOf(const TraceStep &step)
{
    const json::Value &request = lastDetail(step)["request"];
    const std::string &url = request["url"].asString();
    return url.empty() ? std::string() : request["method"].asString() + ' ' + url.substr(0, url.find('?'));
}

json::Value valueOf(const std::string &text)
{
    Result<json::Value> parsed = json::parse(text);
    return parsed ? std::move(*parsed) : json::Value(text);
}

/// The body as a value, with the rest of the message around it.
json::Value messageOf(const json::Value &message)
{
    if (!message.isObject())
        return nullptr;
    json::Object told;
    for (const char *name : {"method", "url", "status"})
        if (!message[name].isNull())
            told.append(name, message[name]);
    told.append("body", valueOf(message["body"].asString()));
    return told;
}

Duration lengthOf(const TraceStep &step, WallTime now)
{
    return step.hasRun() ? std::chrono::duration_cast<Duration>(step.end(now) - step.startedAt) : Duration{};
}

} // namespace

RunComparison::RunComparison(client::ExecutionRecord a, client::ExecutionRecord b,
                             const client::FlowSummary *flow, WallTime now)
    : m_now(now)
    , m_input(differencesOf("input", a.input, b.input))
    , m_output(differencesOf("output", a.output, b.output))
{
    compareFacts(a, b);
    m_a.setRecord(std::move(a));
    m_b.setRecord(std::move(b));
    for (TraceRun *run : {&m_a, &m_b}) {
        run->setFlow(flow);
        run->updatePath(now);
    }
    match();
}

void RunComparison::compareFacts(const client::ExecutionRecord &a, const client::ExecutionRecord &b)
{
    const auto add = [this](const char *name, const std::string &one, const std::string &other) {
        if (!one.empty() || !other.empty())
            m_facts.push_back({name, one, other});
    };
    add("flow", a.flow, b.flow);
    add("flow_version", a.flowVersion, b.flowVersion);
    add("revision", a.revision, b.revision);
    add("environment", a.environment, b.environment);
    add("environment_fingerprint", a.environmentFingerprint, b.environmentFingerprint);
    add("trigger", a.trigger, b.trigger);
    add("route_rule", a.routeRule, b.routeRule);
    add("user_id", a.userId, b.userId);
    add("session_id", a.sessionId, b.sessionId);
    add("status", a.status, b.status);
}

ComparedStep RunComparison::paired(int a, int b) const
{
    ComparedStep pair;
    pair.a = a;
    pair.b = b;
    if (a >= 0) {
        pair.lengthA = lengthOf(m_a.step(a), m_now);
        pair.callsA = static_cast<int>(m_a.step(a).rows().size());
    }
    if (b >= 0) {
        pair.lengthB = lengthOf(m_b.step(b), m_now);
        pair.callsB = static_cast<int>(m_b.step(b).rows().size());
    }
    if (a < 0 || b < 0)
        return pair;
    const TraceStep &one = m_a.step(a), &other = m_b.step(b);
    pair.hasOtherOutcome = one.picture() != other.picture() || one.statusCode != other.statusCode;
    if (!one.hasRun() || !other.hasRun())
        return pair;
    pair.delta = pair.lengthB - pair.lengthA;
    const auto apart = std::chrono::abs(pair.delta);
    pair.hasOtherTime = apart > kNoticed && apart * 5 > std::max(pair.lengthA, pair.lengthB);
    const json::Value &detailA = lastDetail(one), &detailB = lastDetail(other);
    pair.hasOtherRequest = detailA["request"]["body"].asString() != detailB["request"]["body"].asString() ||
                           targetOf(one) != targetOf(other);
    pair.hasOtherResult = detailA["response"]["body"].asString() != detailB["response"]["body"].asString() ||
                          one.output != other.output;
    return pair;
}

/// In the order of B; what only A has stands before the step of A that follows it.
void RunComparison::match()
{
    const auto countA = static_cast<int>(m_a.steps().size()), countB = static_cast<int>(m_b.steps().size());
    std::vector<int> ofB(static_cast<std::size_t>(countB), -1), ofA(static_cast<std::size_t>(countA), -1);
    const auto join = [&](int a, int b) {
        ofB[static_cast<std::size_t>(b)] = a;
        ofA[static_cast<std::size_t>(a)] = b;
    };
    for (int b = 0; b < countB; ++b)
        if (const int a = m_a.find(m_b.step(b).id); a >= 0)
            join(a, b);
    std::unordered_map<std::string, std::vector<int>> targets;
    for (int a = countA - 1; a >= 0; --a)
        if (ofA[static_cast<std::size_t>(a)] < 0)
            if (const std::string target = targetOf(m_a.step(a)); !target.empty())
                targets[target].push_back(a);
    for (int b = 0; b < countB; ++b)
        if (ofB[static_cast<std::size_t>(b)] < 0)
            if (const auto found = targets.find(targetOf(m_b.step(b)));
                found != targets.end() && !found->second.empty()) {
                join(found->second.back(), b);
                found->second.pop_back();
            }
    int told = 0; // steps of A before this one have their row
    const auto tellUpTo = [&](int end) {
        for (; told < end; ++told)
            if (ofA[static_cast<std::size_t>(told)] < 0)
                m_steps.push_back(paired(told, -1));
    };
    for (int b = 0; b < countB; ++b) {
        const int a = ofB[static_cast<std::size_t>(b)];
        if (a >= 0)
            tellUpTo(a);
        m_steps.push_back(paired(a, b));
    }
    tellUpTo(countA);
}

json::Value RunComparison::toldOf(int at, bool isA) const
{
    const ComparedStep &pair = m_steps[static_cast<std::size_t>(at)];
    const int step = isA ? pair.a : pair.b;
    json::Object all;
    if (step < 0)
        return json::Value(std::move(all));
    const TraceStep &of = (isA ? m_a : m_b).step(step);
    const json::Value &detail = lastDetail(of);
    all.append("status", of.status);
    all.append("attempts", static_cast<std::int64_t>(of.rows().size()));
    if (!of.reason.empty())
        all.append("reason", of.reason);
    if (detail["request"].isObject())
        all.append("request", messageOf(detail["request"]));
    if (detail["response"].isObject())
        all.append("response", messageOf(detail["response"]));
    else if (!of.output.empty())
        all.append("output", valueOf(of.output));
    return json::Value(std::move(all));
}

std::vector<ValueDifference> RunComparison::ofStep(int at) const
{
    std::vector<ValueDifference> found = differencesOf({}, toldOf(at, true), toldOf(at, false));
    for (ValueDifference &difference : found)
        if (difference.path.starts_with('.'))
            difference.path.erase(0, 1);
    return found;
}

std::vector<int> RunComparison::slowest() const
{
    std::vector<int> steps;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        if (m_steps[i].hasOtherTime)
            steps.push_back(static_cast<int>(i));
    std::sort(steps.begin(), steps.end(), [this](int x, int y) {
        return std::chrono::abs(m_steps[static_cast<std::size_t>(x)].delta) >
               std::chrono::abs(m_steps[static_cast<std::size_t>(y)].delta);
    });
    return steps;
}

int RunComparison::mainStep() const
{
    const auto first = [this](auto matches) {
        const auto found = std::find_if(m_steps.begin(), m_steps.end(), matches);
        return found == m_steps.end() ? -1 : static_cast<int>(found - m_steps.begin());
    };
    const auto isFailed = [](const TraceRun &run, int at) {
        return at >= 0 && run.step(at).picture() == Status::Failed;
    };
    int step = first([&](const ComparedStep &s) {
        return s.hasOtherOutcome && (isFailed(m_a, s.a) || isFailed(m_b, s.b));
    });
    if (step < 0)
        step = first([](const ComparedStep &s) { return s.hasOtherOutcome || (s.a < 0) != (s.b < 0); });
    if (step < 0)
        step = first([](const ComparedStep &s) { return s.callsA != s.callsB; });
    if (const std::vector<int> slow = slowest(); step < 0 && !slow.empty())
        step = slow.front();
    return step >= 0 ? step : first([](const ComparedStep &s) { return s.differs(); });
}

int RunComparison::next(int step, int direction) const
{
    const auto count = static_cast<int>(m_steps.size());
    for (int at = step + direction; at >= 0 && at < count; at += direction)
        if (m_steps[static_cast<std::size_t>(at)].differs())
            return at;
    return -1;
}

} // namespace batuta::views
