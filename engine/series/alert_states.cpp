// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/alert_states.h"

#include "engine/json/json.h"
#include "engine/series/evaluation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace batuta::series {
namespace {

constexpr std::array<std::string_view, 3> kStates{"quiet", "pending", "firing"};

bool isBeyond(const AlertRule &rule, double value)
{
    return !std::isnan(value) && (rule.isBelow ? value < rule.limit : value > rule.limit);
}

std::string textOf(const AlertRule &rule, const AlertFigure &figure)
{
    if (std::isnan(figure.value))
        return "no data";
    constexpr double kDigits = 1e4;
    std::string text = json::numberText(std::round(figure.value * kDigits) / kDigits);
    text += (rule.isBelow ? " (below " : " (above ") + json::numberText(rule.limit) + ")";
    for (const auto &[name, value] : figure.labels)
        text += ", " + name + " " + value;
    return text;
}

} // namespace

std::string_view alertStateName(AlertState state)
{
    return kStates[static_cast<std::size_t>(state)];
}

AlertFigure figureOf(const AlertRule &rule, const Answer &answer)
{
    AlertFigure worst{kNone, 0, {}};
    for (const Line &line : answer.lines) {
        AlertFigure figure{kNone, 0, line.labels};
        for (const double value :
             line.values) // of one window; a server's answer may have several points in it
            figure.value = std::isnan(value) ? figure.value : value;
        for (const double sample : line.samples)
            figure.samples += std::isnan(sample) ? 0 : sample;
        if (std::isnan(figure.value) || figure.samples < rule.atLeast)
            continue;
        if (std::isnan(worst.value) ||
            (rule.isBelow ? figure.value < worst.value : figure.value > worst.value))
            worst = figure;
    }
    return worst;
}

void AlertStates::setRules(std::vector<AlertRule> rules, WallTime now)
{
    std::vector<Alert> alerts;
    for (AlertRule &rule : rules) {
        Alert alert;
        alert.since = now;
        if (const Alert *known = find(rule.name))
            alert = *known;
        alert.rule = std::move(rule);
        alerts.push_back(std::move(alert));
    }
    m_alerts = std::move(alerts);
    restore(std::exchange(m_kept, {}));
}

const Alert *AlertStates::find(std::string_view rule) const
{
    const auto found = std::find_if(m_alerts.begin(), m_alerts.end(),
                                    [&](const Alert &alert) { return alert.rule.name == rule; });
    return found == m_alerts.end() ? nullptr : &*found;
}

Alert *AlertStates::own(std::string_view rule)
{
    return const_cast<Alert *>(std::as_const(*this).find(rule));
}

std::vector<AlertEvent> AlertStates::answered(std::string_view rule, const Answer &answer, WallTime now)
{
    std::vector<AlertEvent> events;
    Alert *alert = own(rule);
    if (alert == nullptr)
        return events;
    const AlertFigure figure = figureOf(alert->rule, answer);
    alert->value = figure.value;
    alert->samples = figure.samples;
    alert->worst = figure.labels;
    alert->problem.clear();
    const auto change = [&](AlertState state, const char *what) {
        alert->state = state;
        alert->since = now;
        events.push_back({0, now, alert->rule.name, what, textOf(alert->rule, figure)});
    };
    if (!isBeyond(alert->rule, figure.value)) {
        const bool wasFiring = alert->state == AlertState::Firing;
        if (wasFiring)
            change(AlertState::Quiet, "resolved");
        else if (alert->state == AlertState::Pending) { // nobody had been told
            alert->state = AlertState::Quiet;
            alert->since = now;
        }
        alert->acknowledged.clear();
        return events;
    }
    if (alert->state == AlertState::Quiet && alert->rule.patience.count() > 0)
        change(AlertState::Pending, "pending");
    else if (alert->state == AlertState::Quiet ||
             (alert->state == AlertState::Pending && now - alert->since >= alert->rule.patience))
        change(AlertState::Firing, "firing");
    return events;
}

void AlertStates::failed(std::string_view rule, const Error &error)
{
    if (Alert *alert = own(rule))
        alert->problem = errorText(error);
}

Result<AlertEvent> AlertStates::acknowledge(const std::string &rule, const std::string &who, WallTime now)
{
    Alert *alert = own(rule);
    if (alert == nullptr)
        return Error{ErrorCode::ActRefused, rule, "there is no alert of this name", {}, {}};
    if (alert->state != AlertState::Firing)
        return Error{ErrorCode::ActRefused, rule, "it does not fire", {}, {}};
    alert->acknowledged = who;
    return AlertEvent{0, now, rule, "acknowledged", who};
}

Result<AlertEvent> AlertStates::mute(const std::string &rule, const std::string &who, WallTime until,
                                     WallTime now)
{
    Alert *alert = own(rule);
    if (alert == nullptr)
        return Error{ErrorCode::ActRefused, rule, "there is no alert of this name", {}, {}};
    const bool isOver = until <= now;
    alert->mutedUntil = isOver ? WallTime{} : until;
    return AlertEvent{0, now, rule, isOver ? "unmuted" : "muted",
                      isOver ? who : who + ", until " + isoTime(until)};
}

json::Value AlertStates::kept() const
{
    json::Object all;
    for (const Alert &alert : m_alerts)
        all.set(alert.rule.name, json::Object{{"state", alertStateName(alert.state)},
                                              {"since", isoTime(alert.since)},
                                              {"acknowledged", alert.acknowledged},
                                              {"muted_until", isoTime(alert.mutedUntil)}});
    return all;
}

void AlertStates::restore(const json::Value &kept)
{
    json::Object left;
    for (const auto &[name, value] : kept.asObject()) {
        Alert *alert = own(name);
        if (alert == nullptr) {
            left.set(name, value);
            continue;
        }
        const auto state = std::find(kStates.begin(), kStates.end(), value["state"].asString());
        alert->state =
            state == kStates.end() ? AlertState::Quiet : static_cast<AlertState>(state - kStates.begin());
        parseIsoTime(value["since"].asString(), alert->since);
        alert->acknowledged = value["acknowledged"].asString();
        parseIsoTime(value["muted_until"].asString(), alert->mutedUntil);
    }
    m_kept = std::move(left);
}

} // namespace batuta::series
