// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/cloud_filter.h"

#include "engine/base/clock.h"
#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace batuta::logs {
namespace {

using FieldKind = CloudField::Kind;

constexpr std::array<CloudField, 11> kFields{{
    {"service", "resource.labels.service_name"},
    {"revision", "resource.labels.revision_name"},
    {"log", "logName", FieldKind::Log},
    {"method", "httpRequest.requestMethod"},
    {"status", "httpRequest.status", FieldKind::Number},
    {"latency_ms", "httpRequest.latency", FieldKind::Milliseconds},
    {"url", "httpRequest.requestUrl"},
    {"user_agent", "httpRequest.userAgent"},
    {"trace_id", "trace", FieldKind::Trace},
    {"instance", "labels.instanceId"},
    {"insert_id", "insertId"},
}};
/// Other names of the entry that lines have or that mean no field.
constexpr std::array<std::string_view, 8> kOthers{"timestamp", "time",   "severity", "level",
                                                  "message",   "labels", "file",     "line"};
constexpr std::string_view kPayload = "jsonPayload.";
constexpr std::array<std::string_view, 9> kSeverities{"DEFAULT", "DEBUG",    "INFO",  "NOTICE",   "WARNING",
                                                      "ERROR",   "CRITICAL", "ALERT", "EMERGENCY"};

/// What became of a part of the query: a filter that is passed by all that the part is for, and whether it is
/// passed by nothing else, so that it may stand behind NOT. "" is passed by everything.
struct Told
{
    std::string text;
    bool isExact = false;
};

std::string inQuotes(std::string_view text)
{
    std::string made = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\')
            made += '\\';
        made += byte;
    }
    return made + '"';
}

/// A regular expression keeps its backslashes, as people write it there.
std::string quotedPattern(std::string_view pattern)
{
    std::string made = "\"";
    for (const char byte : pattern)
        made += byte == '"' ? std::string("\\\"") : std::string(1, byte);
    return made + '"';
}

/// A pattern that only this text matches, or "" for text that none is safe for. `isBeginning`: any rest may
/// follow.
std::string exactly(std::string_view text, bool isBeginning)
{
    if (text.find_first_of("\\^\"") != std::string_view::npos)
        return {};
    std::string made = "\"^";
    for (const char byte : text)
        made += std::string_view(".$|?*+()[]{}").find(byte) == std::string_view::npos
                    ? std::string(1, byte)
                    : std::string("[") + byte + "]";
    return made + (isBeginning ? "\"" : "$\"");
}

bool isNumber(std::string_view text)
{
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && failure == std::errc() && end == text.data() + text.size();
}

std::string secondsText(std::string_view milliseconds)
{
    double number = 0;
    std::from_chars(milliseconds.data(), milliseconds.data() + milliseconds.size(), number);
    std::array<char, 40> text{};
    const int size = std::snprintf(text.data(), text.size(), "\"%.6fs\"", number / 1000);
    return {text.data(), static_cast<std::size_t>(size)};
}

/// `jsonPayload.http.status`; parts that are no plain words stand in quotes.
std::string payloadPath(std::string_view name)
{
    std::string path(kPayload.substr(0, kPayload.size() - 1));
    for (const std::string_view part : split(name, '.')) {
        const bool isPlain = !part.empty() && std::all_of(part.begin(), part.end(), [](char byte) {
            return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                   (byte >= '0' && byte <= '9') || byte == '_';
        });
        path += '.' + (isPlain ? std::string(part) : inQuotes(part));
    }
    return path;
}

bool asksForOrder(QueryOp op)
{
    return op == QueryOp::AtLeast || op == QueryOp::AtMost || op == QueryOp::More || op == QueryOp::Less;
}

Told notOf(const Told &told)
{
    return told.isExact && !told.text.empty() ? Told{"NOT " + told.text, true} : Told{};
}

class Teller
{
public:
    explicit Teller(std::string project)
        : m_project(std::move(project))
    {
    }

    Told tell(const QueryNode &node, std::vector<std::string> &untold) const
    {
        const Told told = node.kind == QueryNode::Kind::And ? all(node, untold) : one(node);
        if (told.text.empty() && node.kind != QueryNode::Kind::All && node.kind != QueryNode::Kind::And)
            untold.push_back(LogQuery{node}.text());
        return told;
    }

private:
    /// What cannot be told of an `and` is left out; the rest narrows it still.
    Told all(const QueryNode &node, std::vector<std::string> &untold) const
    {
        Told made{{}, true};
        for (const QueryNode &part : node.parts) {
            const Told told = tell(part, untold);
            made.isExact = made.isExact && told.isExact && !told.text.empty();
            if (!told.text.empty())
                made.text += (made.text.empty() ? "" : " AND ") + told.text;
        }
        return made;
    }

    Told one(const QueryNode &node) const
    {
        switch (node.kind) {
        case QueryNode::Kind::All:
        case QueryNode::Kind::And: {
            std::vector<std::string> inside;
            Told told = all(node, inside);
            told.text = told.text.empty() ? std::string() : "(" + told.text + ")";
            return told;
        }
        case QueryNode::Kind::Or:
            return any(node);
        case QueryNode::Kind::Not:
            return notOf(one(node.parts.front()));
        case QueryNode::Kind::Word:
            return {inQuotes(node.value), false};
        case QueryNode::Kind::Compare:
            return compare(node);
        }
        return {};
    }

    Told any(const QueryNode &node) const
    {
        Told made{{}, true};
        for (const QueryNode &part : node.parts) {
            const Told told = one(part);
            if (told.text.empty())
                return {};
            made.isExact = made.isExact && told.isExact;
            made.text += (made.text.empty() ? "(" : " OR ") + told.text;
        }
        made.text += ')';
        return made;
    }

    Told compare(const QueryNode &node) const
    {
        const bool isAny = node.value == "*" && (node.op == QueryOp::Equal || node.op == QueryOp::NotEqual);
        if (meansTime(node.field))
            return time(node);
        if (meansSeverity(node.field))
            return severity(node);
        if (node.field == "message")
            return node.op == QueryOp::Equal && !isAny
                       ? Told{inQuotes(node.value.substr(0, node.value.find_last_not_of('*') + 1)), false}
                       : Told{};
        if (node.field == "file" || node.field == "line")
            return {};
        const auto known = std::find_if(kFields.begin(), kFields.end(),
                                        [&](const CloudField &field) { return field.own == node.field; });
        const bool isPayload = known == kFields.end() && !node.field.starts_with("labels.");
        const std::string path =
            isPayload ? payloadPath(node.field.starts_with(kPayload) ? node.field.substr(kPayload.size())
                                                                     : node.field)
            : known != kFields.end() ? std::string(known->theirs)
                                     : "labels." + inQuotes(node.field.substr(std::string("labels.").size()));
        if (isAny)
            return {(node.op == QueryOp::NotEqual ? "NOT " : "") + path + ":*", true};
        const FieldKind kind = known == kFields.end() ? FieldKind::Text : known->kind;
        if (kind == FieldKind::Log)
            return node.op == QueryOp::Equal ? Told{path + ":" + inQuotes(node.value), false} : Told{};
        if (kind == FieldKind::Trace)
            return trace(node, path);
        if (kind != FieldKind::Text)
            return number(node, path, kind);
        return text(node, path, isPayload);
    }

    /// A request's time and status are numbers for sure.
    static Told number(const QueryNode &node, const std::string &path, FieldKind kind)
    {
        if (!isNumber(node.value) || node.op == QueryOp::Like || node.op == QueryOp::NotLike)
            return {};
        const std::string value = kind == FieldKind::Milliseconds ? secondsText(node.value) : node.value;
        if (node.op == QueryOp::NotEqual)
            return {"NOT " + path + "=" + value, true};
        return {path + std::string(opText(node.op)) + value, true};
    }

    /// Text is compared in any case there, and exactly here.
    static Told text(const QueryNode &node, const std::string &path, bool isPayload)
    {
        if (node.op == QueryOp::Like)
            return {path + "=~" + quotedPattern(node.value), !isPayload};
        if (node.op == QueryOp::NotLike)
            return isPayload ? Told{} : Told{"NOT " + path + "=~" + quotedPattern(node.value), true};
        if (asksForOrder(node.op))
            return isPayload && isNumber(node.value)
                       ? Told{path + std::string(opText(node.op)) + node.value, false}
                       : Told{};
        const bool isBeginning = node.value.ends_with('*');
        const std::string value = isBeginning ? node.value.substr(0, node.value.size() - 1) : node.value;
        const std::string pattern = exactly(value, isBeginning);
        if (node.op == QueryOp::NotEqual) // a number there would be none of the pattern's
            return pattern.empty() || isNumber(value) ? Told{} : Told{"NOT " + path + "=~" + pattern, true};
        if (isBeginning)
            return pattern.empty() ? Told{} : Told{path + "=~" + pattern, !isPayload};
        return {path + "=" + inQuotes(value), false};
    }

    Told trace(const QueryNode &node, const std::string &path) const
    {
        if (node.op != QueryOp::Equal || node.value.ends_with('*'))
            return {};
        const bool isWhole = node.value.find('/') != std::string::npos;
        return {path + "=" +
                    inQuotes(isWhole ? node.value : "projects/" + m_project + "/traces/" + node.value),
                false};
    }

    static Told time(const QueryNode &node)
    {
        const LineTime at = timeOfValue(node.value);
        if (at == kNoTime || node.op == QueryOp::Like || node.op == QueryOp::NotLike)
            return {};
        return {"timestamp" + std::string(opText(node.op)) + "\"" +
                    isoTime(WallTime(std::chrono::microseconds(at))) + "\"",
                true};
    }

    /// Each of their severities is one of ours.
    static Told severity(const QueryNode &node)
    {
        const Severity with = severityOf(node.value);
        if (with == Severity::None || node.op == QueryOp::Like || node.op == QueryOp::NotLike)
            return {};
        std::vector<std::string> names;
        for (const std::string_view name : kSeverities)
            if (const Severity own = severityOf(lowered(name)); holds(own, node.op, with))
                names.emplace_back(name);
        const bool isUpwards =
            !names.empty() && names.back() == kSeverities.back() &&
            names.size() ==
                static_cast<std::size_t>(kSeverities.end() -
                                         std::find(kSeverities.begin(), kSeverities.end(), names.front()));
        if (isUpwards)
            return {"severity>=" + names.front(), true};
        return names.empty() ? Told{} : Told{"severity=(" + join(names, " OR ") + ")", true};
    }

    static bool holds(Severity value, QueryOp op, Severity with)
    {
        switch (op) {
        case QueryOp::NotEqual:
            return value != with;
        case QueryOp::AtLeast:
            return value >= with;
        case QueryOp::AtMost:
            return value <= with;
        case QueryOp::More:
            return value > with;
        case QueryOp::Less:
            return value < with;
        default:
            return value == with;
        }
    }

    std::string m_project;
};

void useOwnNames(QueryNode &node)
{
    for (QueryNode &part : node.parts)
        useOwnNames(part);
    if (node.kind != QueryNode::Kind::Compare)
        return;
    if (node.field == "textPayload" || node.field == "jsonPayload.message")
        node.field = "message";
    if (node.field.starts_with(kPayload) &&
        !isCloudName(std::string_view(node.field).substr(kPayload.size())))
        node.field.erase(0, kPayload.size());
    for (const CloudField &field : kFields)
        if (node.field == field.theirs)
            node.field = field.own;
    if (node.field == "trace_id" || node.field == "log")
        if (const std::size_t slash = node.value.rfind('/'); slash != std::string::npos)
            node.value.erase(0, slash + 1);
}

} // namespace

std::span<const CloudField> cloudFields()
{
    return kFields;
}

bool isCloudName(std::string_view name)
{
    return std::any_of(kFields.begin(), kFields.end(),
                       [&](const CloudField &field) { return field.own == name; }) ||
           std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end();
}

LogQuery asOwnNames(const LogQuery &query)
{
    LogQuery own = query;
    useOwnNames(own.root);
    return own;
}

CloudFilter cloudFilterOf(const LogQuery &query, const std::string &project)
{
    CloudFilter filter;
    filter.text = Teller(project).tell(asOwnNames(query).root, filter.untold).text;
    return filter;
}

} // namespace batuta::logs
