// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/gates.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace batuta::releases {
namespace {

using Figure = GateRule::Figure;

constexpr std::array<std::pair<std::string_view, Figure>, 7> kFigures{{{"error_rate", Figure::ErrorRate},
                                                                       {"p95", Figure::P95},
                                                                       {"memory", Figure::Memory},
                                                                       {"series", Figure::Series},
                                                                       {"promql", Figure::Promql},
                                                                       {"flow", Figure::Flow},
                                                                       {"rehearsal", Figure::Rehearsal}}};
constexpr std::size_t kMostGates = 30;
constexpr std::string_view kMend = "Write it like error_rate <= 1%, p95 <= 800ms, memory <= 85%, flow = "
                                   "NAME, rehearsal = FLOW or promql <= 0.5: QUERY.";

Error badGate(const std::string &text, std::string detail)
{
    return {
        ErrorCode::FlowBadValue, "gate", "`" + text.substr(0, 100) + "`: " + detail, {}, std::string(kMend)};
}

std::optional<Figure> figureOf(std::string_view word)
{
    for (const auto &[name, figure] : kFigures)
        if (name == word)
            return figure;
    return std::nullopt;
}

std::optional<double> plainNumber(std::string_view text)
{
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// `1%` of a share, `800ms` of a time, or a number as it is.
std::optional<double> boundOf(Figure figure, std::string_view text)
{
    text = trimmed(text);
    if (figure == Figure::P95)
        if (const Result<Duration> time = parseDuration(text))
            return static_cast<double>(time->count()) / 1'000;
    if (text.ends_with('%')) {
        const auto percent = plainNumber(trimmed(text.substr(0, text.size() - 1)));
        return percent ? std::optional(*percent / 100) : std::nullopt;
    }
    return plainNumber(text);
}

Status checkRule(const GateRule &rule, const std::string &text)
{
    const bool isShare = rule.figure == Figure::ErrorRate || rule.figure == Figure::Memory;
    for (const auto &bound : {rule.max, rule.min})
        if (isShare && bound && (*bound < 0 || *bound > 1))
            return badGate(text, "a share lies between 0 and 100 %");
    const bool wantsQuery = rule.figure == Figure::Series || rule.figure == Figure::Promql || rule.isTried();
    if (wantsQuery && rule.query.empty())
        return badGate(text, rule.isTried() ? "which flow?" : "the question is missing");
    if (!rule.isTried() && !rule.max && !rule.min)
        return badGate(text, "there is no bound");
    return {};
}

/// As long as the rate of a series is not a number of requests, one point tells something.
int fewestOf(Figure figure)
{
    constexpr int kRequests = 20;
    const bool countsRequests = figure == Figure::ErrorRate || figure == Figure::P95;
    return countsRequests ? kRequests : 1;
}

std::optional<double> shareOr(const json::Value &value, double fallback)
{
    if (value.isNull())
        return fallback;
    const auto share =
        value.isNumber() ? std::optional(value.asDouble()) : boundOf(Figure::Flow, value.asString());
    return share && *share >= 0 ? share : std::nullopt;
}

Status readRehearsal(const json::Value &json, RehearsalRules &rules)
{
    rules.succeeded =
        static_cast<int>(std::clamp<std::int64_t>(json["succeeded"].asInteger(rules.succeeded), -1, 1'000));
    rules.failed =
        static_cast<int>(std::clamp<std::int64_t>(json["failed"].asInteger(rules.failed), -1, 1'000));
    if (rules.succeeded < 0 || rules.failed < 0 || rules.succeeded + rules.failed < 1 ||
        rules.succeeded + rules.failed > kMostRehearsed)
        return badGate("rehearsal", "from 1 to 50 executions can be run again");
    const auto different = shareOr(json["different"], rules.different),
               slower = shareOr(json["slower"], rules.slower);
    if (!different || *different > 1 || !slower)
        return badGate("rehearsal", std::string(slower ? "different" : "slower") + " is no share");
    rules.different = *different;
    rules.slower = *slower;
    for (const json::Value &path : json["ignore"].asArray())
        rules.ignore.push_back(path.asString());
    return {};
}

/// `FLOW: PATH, PATH`: the paths may differ.
void takePaths(GateRule &rule)
{
    const std::size_t colon = rule.query.find(':');
    if (rule.figure != Figure::Rehearsal || colon == std::string::npos)
        return;
    for (const std::string_view path : split(std::string_view(rule.query).substr(colon + 1), ','))
        if (!trimmed(path).empty())
            rule.rehearsal.ignore.emplace_back(trimmed(path));
    rule.query = trimmed(std::string_view(rule.query).substr(0, colon));
}

Result<GateRule> ruleOfMapping(const json::Value &json)
{
    const std::string word = json["figure"].asString();
    const auto figure = figureOf(word);
    if (!figure)
        return badGate(word, "there is no such figure");
    GateRule rule;
    rule.figure = *figure;
    rule.name = json["name"].asString().empty() ? word : json["name"].asString();
    rule.query = json["query"].asString();
    if (*figure == Figure::Rehearsal) {
        if (const Status read = readRehearsal(json, rule.rehearsal); !read)
            return read.error();
        takePaths(rule);
        if (json["name"].asString().empty())
            rule.name += " " + rule.query;
    }
    for (const auto &[key, bound] : {std::pair{"max", &rule.max}, std::pair{"min", &rule.min}}) {
        if (json[key].isNull())
            continue;
        *bound = json[key].isNumber() ? std::optional(json[key].asDouble())
                                      : boundOf(*figure, json[key].asString());
        if (!*bound)
            return badGate(word, std::string(key) + " is no bound");
    }
    rule.samples = static_cast<int>(json["samples"].asInteger(fewestOf(*figure)));
    if (rule.samples < 1)
        return badGate(word, "samples is below 1");
    if (!json["over"].isNull()) {
        const Result<Duration> window = parseDuration(json["over"].asString());
        if (!window)
            return badGate(word, "over is no time");
        rule.window = *window;
    }
    if (Status good = checkRule(rule, word); !good)
        return good.error();
    return rule;
}

std::string countText(double samples, const char *what)
{
    return std::to_string(static_cast<long long>(samples + 0.5)) + " " + what +
           (std::llround(samples) == 1 ? "" : "s");
}

} // namespace

std::string_view figureName(Figure figure)
{
    return kFigures.at(static_cast<std::size_t>(figure)).first;
}

std::string_view verdictName(Verdict verdict)
{
    constexpr std::array<std::string_view, 3> kNames{"good", "broken", "not_enough"};
    return kNames.at(static_cast<std::size_t>(verdict));
}

std::string figureText(Figure figure, double value)
{
    std::array<char, 48> text{};
    const bool isShare = figure == Figure::ErrorRate || figure == Figure::Memory;
    if (isShare)
        std::snprintf(text.data(), text.size(), "%.2f %%", value * 100);
    else if (figure == Figure::P95)
        std::snprintf(text.data(), text.size(), value < 100 ? "%.1f ms" : "%.0f ms", value);
    else
        std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

Result<GateRule> gateRule(const std::string &text)
{
    const std::size_t sign = text.find_first_of("<>=");
    if (sign == std::string::npos)
        return badGate(text, "there is no bound");
    const auto figure = figureOf(trimmed(std::string_view(text).substr(0, sign)));
    if (!figure)
        return badGate(text, "there is no such figure");
    const bool isLeast = text[sign] == '>';
    std::size_t at = sign + 1;
    if (at < text.size() && text[at] == '=')
        ++at;
    std::string_view rest = trimmed(std::string_view(text).substr(at));
    GateRule rule;
    rule.figure = *figure;
    rule.name = figureName(*figure);
    rule.samples = fewestOf(*figure);
    if (rule.isTried()) {
        rule.query = rest;
        takePaths(rule);
        rule.name += " " + rule.query;
    } else {
        const bool hasQuery = *figure == Figure::Series || *figure == Figure::Promql;
        const std::size_t colon = hasQuery ? rest.find(':') : std::string_view::npos;
        if (colon != std::string_view::npos) {
            rule.query = trimmed(rest.substr(colon + 1));
            rest = trimmed(rest.substr(0, colon));
        }
        (isLeast ? rule.min : rule.max) = boundOf(*figure, rest);
    }
    if (Status good = checkRule(rule, text); !good)
        return good.error();
    return rule;
}

Result<std::vector<GateRule>> gateRules(const json::Value &list)
{
    if (!list.isNull() && !list.isArray())
        return badGate("gates", "it is no list");
    if (list.asArray().size() > kMostGates)
        return badGate("gates", "there are more than 30");
    std::vector<GateRule> rules;
    for (const json::Value &one : list.asArray()) {
        Result<GateRule> rule = one.isString() ? gateRule(one.asString()) : ruleOfMapping(one);
        if (!rule)
            return rule.error();
        rules.push_back(std::move(*rule));
    }
    return rules;
}

GateFinding judge(const GateRule &rule, const Measure &measure)
{
    GateFinding finding{rule, measure, Verdict::NotEnough, {}};
    const bool countsRequests = rule.figure == Figure::ErrorRate || rule.figure == Figure::P95;
    const std::string count = countText(measure.samples, countsRequests ? "request" : "sample");
    if (!measure.value || measure.samples < rule.samples) {
        finding.why = rule.name + ": not enough is known, " + count + " of " + std::to_string(rule.samples);
        return finding;
    }
    const double value = *measure.value;
    const bool isAbove = rule.max && value > *rule.max, isBelow = rule.min && value < *rule.min;
    finding.verdict = isAbove || isBelow ? Verdict::Broken : Verdict::Good;
    const auto bound = isBelow || !rule.max ? rule.min : rule.max;
    const char *const relation = isAbove    ? " is above "
                                 : isBelow  ? " is below "
                                 : rule.max ? " is within "
                                            : " reaches ";
    finding.why = rule.name + " " + figureText(rule.figure, value) + relation +
                  figureText(rule.figure, bound.value_or(0)) + ", from " + count;
    return finding;
}

json::Value findingJson(const GateFinding &finding)
{
    const auto numberOf = [](const std::optional<double> &value) {
        return value ? json::Value(*value) : json::Value();
    };
    const bool isBelow =
        finding.rule.min && finding.measure.value && *finding.measure.value < *finding.rule.min;
    json::Object json{{"gate", finding.rule.name},
                      {"figure", figureName(finding.rule.figure)},
                      {"verdict", verdictName(finding.verdict)},
                      {"value", numberOf(finding.measure.value)},
                      {"stable", numberOf(finding.measure.stable)},
                      {"bound", numberOf(isBelow || !finding.rule.max ? finding.rule.min : finding.rule.max)},
                      {"samples", finding.measure.samples},
                      {"why", finding.why}};
    if (!finding.rehearsal.isNull())
        json.append("rehearsal", finding.rehearsal);
    return json;
}

} // namespace batuta::releases
