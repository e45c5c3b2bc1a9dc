// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/refusal.h"

#include "engine/json/json.h"

#include <array>

namespace batuta::cloud {
namespace {

struct Meaning
{
    std::string_view status;
    int http;
    int rpc;
    ErrorCode code;
    std::string_view mend;
};

// google.rpc.Code by its three spellings, and what a person does about it.
constexpr std::array kMeanings{
    Meaning{"INVALID_ARGUMENT", 400, 3, ErrorCode::CloudRefused, "Change what the answer names."},
    Meaning{"FAILED_PRECONDITION", 400, 9, ErrorCode::CloudRefused,
            "Bring the service into the state that the answer asks for."},
    Meaning{"OUT_OF_RANGE", 400, 11, ErrorCode::CloudRefused, "Change what the answer names."},
    Meaning{"UNAUTHENTICATED", 401, 16, ErrorCode::CloudSignIn, ""},
    Meaning{"PERMISSION_DENIED", 403, 7, ErrorCode::ActForbidden,
            "Ask for the role in the project: roles/run.viewer to look, roles/run.admin to change."},
    Meaning{"NOT_FOUND", 404, 5, ErrorCode::HttpNotFound,
            "Check the name, and project and region in `cloud:` of batuta.yaml."},
    Meaning{"ABORTED", 409, 10, ErrorCode::CloudConflict, ""},
    Meaning{"ALREADY_EXISTS", 409, 6, ErrorCode::CloudRefused,
            "Choose another name, or none and let Cloud Run choose."},
    Meaning{"CONFLICT", 412, 10, ErrorCode::CloudConflict, ""},
    Meaning{"RESOURCE_EXHAUSTED", 429, 8, ErrorCode::CloudRefused,
            "Wait a minute, or ask for more quota in the project."},
    Meaning{"CANCELLED", 499, 1, ErrorCode::CloudRefused, "Do it again."},
    Meaning{"UNAVAILABLE", 503, 14, ErrorCode::CloudRefused,
            "Try again in a minute; status.cloud.google.com tells about troubles."},
    Meaning{"DEADLINE_EXCEEDED", 504, 4, ErrorCode::CloudRefused, "Look at the state again, then repeat it."},
};

const Meaning *meaningOf(int http, std::string_view status)
{
    for (const Meaning &meaning : kMeanings)
        if (!status.empty() && meaning.status == status)
            return &meaning;
    for (const Meaning &meaning : kMeanings)
        if (meaning.http == http)
            return &meaning;
    return nullptr;
}

/// `field: why`, one for each that is wrong.
std::string violations(const json::Value &details)
{
    std::string text;
    for (const json::Value &detail : details.asArray())
        for (const json::Value &violation : detail["fieldViolations"].asArray()) {
            const std::string &field = violation["field"].asString();
            text += "; " + (field.empty() ? "" : field + ": ") + violation["description"].asString();
        }
    return text;
}

/// What to do about reasons that Google spells out (ErrorInfo).
std::string mendOfReason(const json::Value &details)
{
    for (const json::Value &detail : details.asArray()) {
        const std::string &reason = detail["reason"].asString();
        if (reason == "SERVICE_DISABLED")
            return "Enable the API: gcloud services enable " +
                   citation(detail["metadata"]["service"].asString(), 100) + ".";
        if (reason == "BILLING_DISABLED")
            return "Link a billing account to the project.";
        if (reason == "ACCESS_TOKEN_SCOPE_INSUFFICIENT")
            return "Sign in again with the scope cloud-platform.";
    }
    return {};
}

Error errorOf(const Meaning *meaning, const json::Value &error, std::string fallback,
              const std::string &subject)
{
    const std::string &message = error["message"].asString();
    Error out{meaning == nullptr ? ErrorCode::CloudRefused : meaning->code,
              subject,
              citation(message.empty() ? fallback : message + violations(error["details"])),
              {},
              mendOfReason(error["details"])};
    if (out.mend.empty() && meaning != nullptr)
        out.mend = meaning->mend;
    if (meaning == nullptr)
        out.mend = "Try again in a minute; status.cloud.google.com tells about troubles.";
    return out;
}

} // namespace

std::string citation(std::string_view text, std::size_t most)
{
    std::string out;
    for (const char letter : text.substr(0, most))
        out += static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f ? ' ' : letter;
    while (text.size() > most && !out.empty() && (static_cast<unsigned char>(out.back()) & 0x80) != 0)
        out.pop_back(); // no half of a character
    return text.size() > most ? out + "…" : out;
}

Error refusalOf(int status, std::string_view body, const std::string &subject)
{
    const Result<json::Value> read = json::parse(body, {1u << 20, 32});
    const json::Value error = read ? (*read)["error"] : json::Value();
    if (error.isString()) { // RFC 6749 §5.2, of the token endpoints
        const std::string &why = (*read)["error_description"].asString();
        return {ErrorCode::CloudSignIn,
                subject,
                citation(error.asString() + (why.empty() ? "" : ": " + why)),
                {},
                error.asString() == "invalid_grant"
                    ? "Check the clock of this machine, and that the key or login has not been revoked."
                    : ""};
    }
    return errorOf(meaningOf(status, error["status"].asString()), error, "HTTP " + std::to_string(status),
                   subject);
}

Error operationError(const json::Value &error, const std::string &subject)
{
    const auto code = error["code"].asInteger();
    const Meaning *found = nullptr;
    for (const Meaning &meaning : kMeanings)
        if (found == nullptr && meaning.rpc == code)
            found = &meaning;
    Error out = errorOf(found, error, "code " + std::to_string(code), subject);
    if (out.code == ErrorCode::HttpNotFound) { // what it works with, not what was asked for
        out.code = ErrorCode::CloudRefused;
        out.mend = "Name one that is there.";
    }
    return out;
}

} // namespace batuta::cloud
