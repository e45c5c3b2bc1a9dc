// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"
#include "engine/net/http_client.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::cloud_local {

/// What is wrong with one field of a request: the way Google's APIs tell it (google.rpc.BadRequest).
struct Violation
{
    std::string field;
    std::string description;
};
using Violations = std::vector<Violation>;

/// A refusal as Google's APIs word it. Errors of this room are answers of an API, so they keep its shape
/// instead of being translated twice.
struct Refusal
{
    int code = 500;
    std::string status; ///< `NOT_FOUND`
    std::string message;
    json::Array details{};
};

template <class T> using Outcome = tl::expected<T, Refusal>;
using Refused = tl::unexpected<Refusal>;

Refused refused(int code, std::string_view status, std::string message);
Refused invalid(std::string message); ///< 400 INVALID_ARGUMENT
/// 400 with one field; `message` is made of the fields.
Refused invalid(Violations violations);
Refused missing(std::string message);      ///< 404 NOT_FOUND
Refused precondition(std::string message); ///< 400 FAILED_PRECONDITION
/// 403 with an ErrorInfo whose metadata names the service, as when an API is switched off.
Refused denied(std::string message, std::string_view reason, json::Object metadata);

/// One answer. `text` stands instead of `body` when it is set; a later one is sent by whoever took the call's
/// responder.
struct Answer
{
    int status = 200;
    json::Value body{};
    std::optional<std::string> text{};
    std::string contentType = "application/json; charset=UTF-8";
    net::Headers headers{};
    bool isLater = false;
};

Answer ok(json::Value body);
Answer okText(std::string text, std::string contentType);
Answer answerOf(const Refusal &refusal);
Answer answerOf(Outcome<json::Value> outcome);
/// `{"code","message","status","details"}` as it stands in the envelope's `error`.
json::Value errorBody(const Refusal &refusal);
/// The number of google.rpc.Code that operations carry.
int rpcCode(std::string_view status);

} // namespace batuta::cloud_local
