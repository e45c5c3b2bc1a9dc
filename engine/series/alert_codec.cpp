// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/alert_states.h"
#include "engine/series/codec.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace batuta::series {
namespace {

json::Value number(double value)
{
    return std::isfinite(value) ? json::Value(value) : json::Value();
}

json::Value time(WallTime at)
{
    return at == WallTime{} ? json::Value() : json::Value(isoTime(at));
}

WallTime timeFrom(const json::Value &value)
{
    WallTime at{};
    parseIsoTime(value.asString(), at);
    return at;
}

std::vector<std::string> textsFrom(const json::Value &value)
{
    std::vector<std::string> texts;
    for (const json::Value &item : value.asArray())
        texts.push_back(item.asString());
    return texts;
}

json::Value toJson(const Alert &alert)
{
    json::Object labels;
    for (const auto &[name, value] : alert.worst)
        labels.set(name, value);
    return json::Object{{"name", alert.rule.name},
                        {"title", alert.rule.title},
                        {"severity", alert.rule.severity},
                        {"metric", alert.rule.question.of.metric},
                        {"source", alert.rule.question.source},
                        {"expression", alert.rule.question.expression},
                        {"function", functionName(alert.rule.question.function)},
                        {"quantile", alert.rule.question.quantile},
                        {"window_s", secondsOf(alert.rule.window)},
                        {"for_s", secondsOf(alert.rule.patience)},
                        {"limit", alert.rule.limit},
                        {"below", alert.rule.isBelow},
                        {"to", json::Array(alert.rule.to.begin(), alert.rule.to.end())},
                        {"state", alertStateName(alert.state)},
                        {"since", time(alert.since)},
                        {"value", number(alert.value)},
                        {"samples", alert.samples},
                        {"labels", std::move(labels)},
                        {"problem", alert.problem},
                        {"acknowledged", alert.acknowledged},
                        {"muted_until", time(alert.mutedUntil)}};
}

Duration secondsFrom(const json::Value &value)
{
    constexpr double kMost = 1e12;
    return Duration(std::llround(std::clamp(value.asDouble(), 0.0, kMost) * 1e6));
}

Alert alertFrom(const json::Value &value)
{
    Alert alert;
    alert.rule.name = value["name"].asString();
    alert.rule.title = value["title"].asString();
    alert.rule.severity = value["severity"].asString();
    alert.rule.question.of.metric = value["metric"].asString();
    alert.rule.question.source = value["source"].asString();
    alert.rule.question.expression = value["expression"].asString();
    alert.rule.question.function = functionOf(value["function"].asString()).value_or(Function::Rate);
    alert.rule.question.quantile = value["quantile"].asDouble();
    alert.rule.window = secondsFrom(value["window_s"]);
    alert.rule.patience = secondsFrom(value["for_s"]);
    alert.rule.limit = value["limit"].asDouble();
    alert.rule.isBelow = value["below"].asBoolean();
    alert.rule.to = textsFrom(value["to"]);
    for (const AlertState state : {AlertState::Quiet, AlertState::Pending, AlertState::Firing})
        if (alertStateName(state) == value["state"].asString())
            alert.state = state;
    alert.since = timeFrom(value["since"]);
    alert.value = value["value"].asDouble(std::numeric_limits<double>::quiet_NaN());
    alert.samples = value["samples"].asDouble();
    for (const auto &[name, text] : value["labels"].asObject())
        alert.worst.emplace_back(name, text.asString());
    alert.problem = value["problem"].asString();
    alert.acknowledged = value["acknowledged"].asString();
    alert.mutedUntil = timeFrom(value["muted_until"]);
    return alert;
}

} // namespace

json::Value toJson(const AlertBook &book)
{
    json::Array alerts, history, problems;
    for (const Alert &alert : book.alerts)
        alerts.push_back(toJson(alert));
    for (const AlertEvent &event : book.history)
        history.push_back(json::Object{{"number", event.number},
                                       {"at", isoTime(event.at)},
                                       {"alert", event.rule},
                                       {"what", event.what},
                                       {"text", event.text}});
    for (const Error &problem : book.problems)
        problems.push_back(json::Object{{"message", errorText(problem)}, {"mend", mendText(problem)}});
    return json::Object{{"alerts", std::move(alerts)},
                        {"history", std::move(history)},
                        {"problems", std::move(problems)},
                        {"file", book.file}};
}

AlertBook alertsFromJson(const json::Value &value)
{
    AlertBook book;
    for (const json::Value &alert : value["alerts"].asArray())
        book.alerts.push_back(alertFrom(alert));
    for (const json::Value &event : value["history"].asArray())
        book.history.push_back({event["number"].asInteger(), timeFrom(event["at"]), event["alert"].asString(),
                                event["what"].asString(), event["text"].asString()});
    for (const json::Value &problem : value["problems"].asArray())
        book.problems.push_back({ErrorCode::FlowBadValue,
                                 "metrics.yaml",
                                 problem["message"].asString(),
                                 {},
                                 problem["mend"].asString()});
    book.file = value["file"].asString();
    return book;
}

json::Value toJson(const std::vector<BoardText> &boards)
{
    json::Array list;
    for (const BoardText &board : boards)
        list.push_back(json::Object{{"name", board.name}, {"file", board.file}, {"text", board.text}});
    return json::Object{{"boards", std::move(list)}};
}

std::vector<BoardText> boardsFromJson(const json::Value &value)
{
    std::vector<BoardText> boards;
    for (const json::Value &board : value["boards"].asArray())
        boards.push_back({board["name"].asString(), board["file"].asString(), board["text"].asString()});
    return boards;
}

} // namespace batuta::series
