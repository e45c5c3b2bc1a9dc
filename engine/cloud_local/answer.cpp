// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/answer.h"

#include <array>

namespace batuta::cloud_local {

Refused refused(int code, std::string_view status, std::string message)
{
    return Refused(Refusal{code, std::string(status), std::move(message)});
}

Refused invalid(std::string message)
{
    return refused(400, "INVALID_ARGUMENT", std::move(message));
}

Refused invalid(Violations violations)
{
    std::string message;
    json::Array fields;
    for (Violation &violation : violations) {
        message += (message.empty() ? "" : "; ") + violation.field + ": " + violation.description;
        fields.push_back(json::Object{{"field", std::move(violation.field)},
                                      {"description", std::move(violation.description)}});
    }
    Refusal refusal{400, "INVALID_ARGUMENT", std::move(message)};
    refusal.details.push_back(json::Object{{"@type", "type.googleapis.com/google.rpc.BadRequest"},
                                           {"fieldViolations", std::move(fields)}});
    return Refused(std::move(refusal));
}

Refused missing(std::string message)
{
    return refused(404, "NOT_FOUND", std::move(message));
}

Refused precondition(std::string message)
{
    return refused(400, "FAILED_PRECONDITION", std::move(message));
}

Refused denied(std::string message, std::string_view reason, json::Object metadata)
{
    Refusal refusal{403, "PERMISSION_DENIED", std::move(message)};
    refusal.details.push_back(json::Object{{"@type", "type.googleapis.com/google.rpc.ErrorInfo"},
                                           {"reason", reason},
                                           {"domain", "googleapis.com"},
                                           {"metadata", std::move(metadata)}});
    return Refused(std::move(refusal));
}

Answer ok(json::Value body)
{
    Answer answer;
    answer.body = std::move(body);
    return answer;
}

Answer okText(std::string text, std::string contentType)
{
    Answer answer;
    answer.text = std::move(text);
    answer.contentType = std::move(contentType);
    return answer;
}

json::Value errorBody(const Refusal &refusal)
{
    json::Object error{{"code", refusal.code}, {"message", refusal.message}, {"status", refusal.status}};
    if (!refusal.details.empty())
        error.set("details", refusal.details);
    return error;
}

Answer answerOf(const Refusal &refusal)
{
    Answer answer = ok(json::Object{{"error", errorBody(refusal)}});
    answer.status = refusal.code;
    if (refusal.code == 401)
        answer.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
    return answer;
}

Answer answerOf(Outcome<json::Value> outcome)
{
    return outcome ? ok(std::move(*outcome)) : answerOf(outcome.error());
}

int rpcCode(std::string_view status)
{
    static constexpr std::array<std::string_view, 17> kNames{
        "OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
        "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
        "ABORTED",   "OUT_OF_RANGE",   "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
        "DATA_LOSS", "UNAUTHENTICATED"};
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == status)
            return static_cast<int>(i);
    return 2;
}

} // namespace batuta::cloud_local
