// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_setup.h"

#include "engine/base/units.h"
#include "engine/expr/template.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

constexpr std::array<std::string_view, 3> kSwitches{"timeout", "drop", "duplicate"};

int statusOfAnswer(const std::string &answer)
{
    const bool isNumber = answer.size() == 3 && std::all_of(answer.begin(), answer.end(),
                                                            [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? std::stoi(answer) : 0;
}

json::Value toJson(const TestFault &fault)
{
    json::Object object;
    if (!fault.latency.empty())
        object.append("latency", fault.latency);
    if (const int status = statusOfAnswer(fault.answer))
        object.append("status", status);
    else if (!fault.answer.empty())
        object.append(fault.answer, true);
    if (fault.attempts > 0)
        object.append("attempts", fault.attempts);
    return object;
}

} // namespace

std::vector<std::string> faultAnswers(std::string_view kind)
{
    if (kind == "http" || kind == "webhook" || kind == "slack")
        return {"500", "429", "timeout", "drop", "duplicate", ""};
    if (kind == "process" || kind == "flow")
        return {"timeout", ""};
    return {};
}

QString faultMark(const TestFault &fault)
{
    const QString latency = fault.latency.empty() ? QString() : '+' + QString::fromStdString(fault.latency);
    if (fault.answer.empty())
        return latency;
    return QString::fromStdString(fault.answer) + (latency.isEmpty() ? QString() : ' ' + latency);
}

TestSetup::TestSetup(ViewState &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
}

QString TestSetup::key() const
{
    return "editor/tests/" + m_flow;
}

void TestSetup::setFlow(const QString &flow)
{
    if (flow == m_flow)
        return;
    m_flow = flow;
    m_pins.clear();
    m_faults.clear();
    m_breakpoints.clear();
    const QJsonObject kept = m_state.value(key()).toObject();
    const QJsonObject pins = kept["pins"].toObject(), breakpoints = kept["breakpoints"].toObject();
    for (auto pin = pins.begin(); pin != pins.end(); ++pin)
        if (auto value = json::parse(pin.value().toString().toStdString()))
            m_pins.emplace(pin.key().toStdString(), std::move(*value));
    for (auto point = breakpoints.begin(); point != breakpoints.end(); ++point)
        m_breakpoints.emplace(point.key().toStdString(), point.value().toString().toStdString());
    emit pinsChanged();
    emit faultsChanged();
    emit breakpointsChanged();
}

void TestSetup::keep()
{
    QJsonObject pins, breakpoints;
    for (const auto &[step, value] : m_pins)
        pins[QString::fromStdString(step)] = QString::fromStdString(json::write(value));
    for (const auto &[step, condition] : m_breakpoints)
        breakpoints[QString::fromStdString(step)] = QString::fromStdString(condition);
    const bool isEmpty = pins.isEmpty() && breakpoints.isEmpty();
    m_state.setValue(key(), isEmpty ? QJsonValue()
                                    : QJsonValue(QJsonObject{{"pins", pins}, {"breakpoints", breakpoints}}));
}

Result<void> TestSetup::pin(const std::string &step, const json::Value &output)
{
    const std::size_t bytes = json::write(output).size();
    std::size_t all = bytes;
    for (const auto &[other, value] : m_pins)
        all += other == step ? 0 : json::write(value).size();
    if (bytes > kLargestPin || all > kMostPinned)
        return Error{ErrorCode::JsonTooLarge,
                     step,
                     bytes > kLargestPin ? "at most 256 KiB can be pinned to a step"
                                         : "at most 1 MiB can be pinned to the steps of a flow",
                     {},
                     {}};
    m_pins.insert_or_assign(step, output);
    keep();
    emit pinsChanged();
    return {};
}

void TestSetup::unpin(const std::string &step)
{
    if (m_pins.erase(step) == 0)
        return;
    keep();
    emit pinsChanged();
}

void TestSetup::clearPins()
{
    m_pins.clear();
    keep();
    emit pinsChanged();
}

Result<void> TestSetup::setFault(const std::string &step, const TestFault &fault)
{
    const auto bad = [&](std::string detail) {
        return Error{ErrorCode::FlowBadValue, step, std::move(detail), {}, {}};
    };
    if (!fault.latency.empty()) {
        const Result<Duration> latency = parseDuration(fault.latency);
        if (!latency || *latency > std::chrono::hours(1))
            return bad("the latency must be a duration of at most an hour: 500ms, 2s");
    }
    const int status = statusOfAnswer(fault.answer);
    const bool isSwitch = std::find(kSwitches.begin(), kSwitches.end(), fault.answer) != kSwitches.end();
    if (!fault.answer.empty() && !isSwitch && (status < 400 || status > 599))
        return bad("the status must be a whole number from 400 to 599");
    if (fault.answer.empty() && fault.latency.empty())
        return bad("nothing would go wrong: give a latency");
    m_faults.insert_or_assign(step, fault);
    emit faultsChanged();
    return {};
}

void TestSetup::clearFault(const std::string &step)
{
    if (m_faults.erase(step) > 0)
        emit faultsChanged();
}

void TestSetup::clearFaults()
{
    m_faults.clear();
    emit faultsChanged();
}

void TestSetup::toggleBreakpoint(const std::string &step)
{
    if (m_breakpoints.erase(step) == 0 && m_breakpoints.size() < kMostBreakpoints)
        m_breakpoints.emplace(step, std::string());
    keep();
    emit breakpointsChanged();
}

Result<void> TestSetup::setCondition(const std::string &step, const std::string &condition)
{
    if (!condition.empty())
        if (const auto read = expr::Template::parseCondition(condition, {}); !read)
            return read.error();
    m_breakpoints.insert_or_assign(step, condition);
    keep();
    emit breakpointsChanged();
    return {};
}

void TestSetup::clearBreakpoints()
{
    m_breakpoints.clear();
    keep();
    emit breakpointsChanged();
}

json::Value TestSetup::pinsJson(const std::set<std::string> &steps) const
{
    json::Object pins;
    for (const auto &[step, value] : m_pins)
        if (steps.contains(step))
            pins.append(step, value);
    return pins;
}

json::Value TestSetup::faultsJson(const std::set<std::string> &steps) const
{
    json::Object faults;
    for (const auto &[step, fault] : m_faults)
        if (steps.contains(step))
            faults.append(step, toJson(fault));
    return faults.empty() ? json::Value() : json::Value(std::move(faults));
}

json::Value TestSetup::breakpointsJson(const std::set<std::string> &steps, bool isStepping) const
{
    json::Object points;
    for (const auto &[step, condition] : m_breakpoints)
        if (steps.contains(step))
            points.append(step, condition.empty() ? json::Value() : json::Value(condition));
    return json::Object{{"steps", std::move(points)}, {"stepping", isStepping}};
}

} // namespace batuta::views
