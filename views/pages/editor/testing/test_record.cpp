// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_record.h"

#include "engine/json/json.h"
#include "views/models/status.h"

namespace batuta::views {
namespace {

/// What an event changes of its step.
void tell(TestStep &step, const client::EventRecord &event)
{
    const json::Value &data = event.data;
    if (event.kind == "step_started") {
        step.status = "running";
        step.attempts = static_cast<int>(data["attempt"].asInteger(1));
    } else if (event.kind == "step_retry") {
        step.status = "backoff";
    } else if (event.kind == "step_held") {
        step.status = "held";
    } else if (event.kind == "step_released") {
        step.status = "pending";
    } else if (event.kind == "step_fault_injected") {
        step.isInjected = true;
    } else if (event.kind == "step_ended") {
        step.status = data["status"].asString();
        step.reason = data["reason"].asString();
        step.statusCode = static_cast<int>(data["status_code"].asInteger());
        step.attempts = static_cast<int>(data["attempts"].asInteger());
        step.duration = Duration(static_cast<std::int64_t>(data["duration_ms"].asDouble() * 1000));
    }
}

} // namespace

std::string outputText(const client::StepRecord &step)
{
    if (!step.output.empty())
        return step.output;
    const json::Array &attempts = step.attemptsDetail.asArray();
    if (attempts.empty())
        return {};
    const json::Value &response = attempts.back()["response"];
    const std::string &body = response["body"].asString();
    if (body.empty() || response["truncated"].asBoolean() || response["binary"].asBoolean())
        return {};
    return json::parse(body) ? body : json::write(json::Value(body));
}

void TestRecord::begin(std::string execution, std::set<std::string> pinned)
{
    *this = {};
    m_execution = std::move(execution);
    m_pinned = std::move(pinned);
}

bool TestRecord::apply(const std::vector<client::EventRecord> &events)
{
    const std::size_t before = m_events.size();
    for (const client::EventRecord &event : events) {
        if (m_hasGap || event.execution != m_execution)
            continue;
        const auto expected = static_cast<std::int64_t>(m_events.size()) + 1;
        if (event.sequence < expected)
            continue;
        if (event.sequence > expected || m_events.size() >= kMostEvents) {
            setGap();
            return true;
        }
        m_events.push_back(event);
        if (!event.step.empty())
            m_known.insert(event.step);
    }
    return m_events.size() > before;
}

void TestRecord::setGap()
{
    m_hasGap = true;
    m_events.clear();
}

void TestRecord::setRecord(client::ExecutionRecord record)
{
    if (record.id != m_execution)
        return;
    m_record = std::move(record);
    for (const client::StepRecord &step : m_record.steps)
        m_known.insert(step.step);
}

bool TestRecord::hasEnded() const
{
    return isEnded(m_record.status);
}

bool TestRecord::isOver() const
{
    return hasEnded() || (!m_events.empty() && m_events.back().kind == "execution_ended");
}

std::string TestRecord::status() const
{
    if (!m_events.empty() && m_events.back().kind == "execution_ended")
        return m_events.back().data["status"].asString();
    return m_record.status.empty() ? "running" : m_record.status;
}

void TestRecord::addFacts(TestStep &step, const client::StepRecord &record) const
{
    step.output = outputText(record);
    step.isPinned = m_pinned.contains(record.step);
    for (const json::Value &attempt : record.attemptsDetail.asArray())
        step.isInjected |= attempt["injected"].isObject();
}

TestSteps TestRecord::stepsAfter(int moments) const
{
    TestSteps steps;
    for (const std::string &name : m_known)
        steps[name].status = "pending";
    for (int i = 0; i < moments; ++i)
        if (const client::EventRecord &one = event(i); !one.step.empty())
            tell(steps[one.step], one);
    for (const client::StepRecord &record : m_record.steps)
        if (TestStep &step = steps[record.step]; isEnded(step.status))
            addFacts(step, record);
    return steps;
}

TestSteps TestRecord::steps() const
{
    TestSteps steps = stepsAfter(moments());
    for (const client::StepRecord &record : m_record.steps) {
        TestStep &step = steps[record.step];
        const bool isNews = isEnded(record.status) && !isEnded(step.status);
        if (!m_hasGap && !isNews)
            continue;
        step = {record.status, record.reason,  record.duration, record.attempts, record.statusCode, {},
                false,         step.isInjected};
        if (isEnded(record.status))
            addFacts(step, record);
    }
    return steps;
}

} // namespace batuta::views
