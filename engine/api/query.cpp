// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/query.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"

#include <algorithm>
#include <charconv>

namespace batuta::api {

Result<int> wholeNumber(std::string_view name, std::string_view text, int least, int most)
{
    int number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size() || number < least || number > most)
        return Error{ErrorCode::HttpBadRequest,
                     std::string(name),
                     "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most),
                     {},
                     {}};
    return number;
}

Status isOneOf(const net::ServerRequest &request, std::string_view name,
               const std::vector<std::string> &values)
{
    const std::string_view text = request.queryValue(name);
    if (text.empty() || std::find(values.begin(), values.end(), text) != values.end())
        return {};
    return Error{
        ErrorCode::HttpBadRequest, std::string(name), "must be one of: " + join(values, ", "), {}, {}};
}

Status readTime(const net::ServerRequest &request, std::string_view name, std::optional<WallTime> &time)
{
    const std::string_view text = request.queryValue(name);
    if (text.empty())
        return {};
    WallTime read;
    if (!parseIsoTime(std::string(text), read))
        return Error{ErrorCode::HttpBadRequest,
                     std::string(name),
                     "must be a UTC time like 2026-11-21T02:00:00Z",
                     {},
                     {}};
    time = read;
    return {};
}

Status knowsOnly(const net::ServerRequest &request, const std::vector<std::string> &names)
{
    for (const auto &[name, value] : request.query)
        if (std::find(names.begin(), names.end(), name) == names.end())
            return Error{ErrorCode::HttpBadRequest,
                         name,
                         "is not a parameter of this address",
                         {},
                         "Use: " + join(names, ", ") + "."};
    return {};
}

namespace {

/// One status, or those that are left out: `!success,cancelled`.
Status readsStatus(const net::ServerRequest &request)
{
    const std::vector<std::string> known{"queued", "running",   "paused",     "success",
                                         "failed", "cancelled", "interrupted"};
    const store::Choice choice(request.queryValue("status"));
    if (!choice.isExcluding())
        return isOneOf(request, "status", known);
    for (const std::string &value : choice.values())
        if (std::find(known.begin(), known.end(), value) == known.end())
            return Error{ErrorCode::HttpBadRequest,
                         "status",
                         "leaves out what is no status: " + value,
                         {},
                         "Use: " + join(known, ", ") + "."};
    return {};
}

} // namespace

Status readFilter(const net::ServerRequest &request, std::vector<std::string> others,
                  client::ExecutionQuery &query)
{
    const std::vector<std::pair<const char *, std::string *>> texts{{"flow", &query.flow},
                                                                    {"status", &query.status},
                                                                    {"user_id", &query.userId},
                                                                    {"session_id", &query.sessionId},
                                                                    {"correlation_id", &query.correlationId},
                                                                    {"trigger", &query.trigger},
                                                                    {"flow_version", &query.flowVersion},
                                                                    {"environment", &query.environment},
                                                                    {"revision", &query.revision},
                                                                    {"error_code", &query.errorCode},
                                                                    {"failure", &query.failure},
                                                                    {"text", &query.text}};
    std::vector<std::string> known;
    for (const auto &[name, value] : texts)
        known.emplace_back(name);
    known.insert(known.end(), {"since", "until"});
    known.insert(known.end(), others.begin(), others.end());
    Status status = knowsOnly(request, known);
    if (status)
        status = readsStatus(request);
    for (const auto &[name, value] : texts)
        *value = request.queryValue(name);
    if (status)
        status = readTime(request, "since", query.since);
    return status ? readTime(request, "until", query.until) : status;
}

Result<int> readNumber(const net::ServerRequest &request, std::string_view name, int most, int fallback)
{
    const std::string_view text = request.queryValue(name);
    return text.empty() ? Result<int>(fallback) : wholeNumber(name, text, 1, most);
}

bool refusedId(Call &call)
{
    if (isUuid(call.parameters.front()))
        return false;
    sendError(call.responder, {ErrorCode::ExecutionUnknown, call.parameters.front(), {}, {}, {}});
    return true;
}

} // namespace batuta::api
