// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/steps/runner.h"

namespace batuta::steps {

/// Appends each name with its value's text.
Status addTemplates(const flow::NamedTemplates &templates, const expr::Context &context, net::Headers &out);
/// What every call carries besides the step's own headers: who calls, and how to know a repetition. Names
/// that are there already stay as they are.
void addOwnHeaders(const Attempt &attempt, net::Headers &headers);
/// The value as JSON in the request's body, with its Content-Type.
Status addJson(const expr::TemplateTree &json, const expr::Context &context, net::HttpRequest &request);

/// `Retry-After` of an answer: seconds, or a date (RFC 9110 §5.6.7, the form that is sent today). Nothing for
/// other texts; a date that is past is zero.
std::optional<Duration> parseRetryAfter(std::string_view text, WallTime now);

/// Where the address is instead; nothing when it is none of them.
std::optional<std::string> movedUrl(const Moved &moved, const std::string &url);

/// How a call goes into the record.
struct CallRecord
{
    bool wantsOutput = false;
    std::string shownUrl; ///< when the address itself is a secret; "" shows it as it is
};

/// Sends the request as the attempt's call.
std::unique_ptr<RunningAttempt> startCall(const Services &services, net::HttpRequest &&request,
                                          CallRecord record, Report report);
/// The same, with an id token for the audience that is asked for first; "" is the address that is called.
std::unique_ptr<RunningAttempt> startSignedCall(const Services &services, net::HttpRequest request,
                                                std::string audience, CallRecord record, Report report);

} // namespace batuta::steps
