// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/api_server.h"

#include <optional>
#include <string>

namespace batuta::api {

/// Whether the options may be listened on at all: an open address wants a token, or somebody's explicit word.
Status mayListen(const ApiOptions &options);

/// Who sent a request, as far as the server wants to know.
struct Caller
{
    bool isAuthorised = false;                          ///< came with the token, or with a JWT
    std::shared_ptr<const jwt::Claims> claims;          ///< of the JWT; null without one
    std::shared_ptr<const jwt::CachedVerifier> checker; ///< that verified it

    /// Whether its token is still right: for answers that last longer than a request.
    bool mayStay() const { return !claims || checker->isStillRight(*claims); }
};

/// For the audit and for approvals: `api` with every role for the token; `jwt:` and whom a JWT names (its
/// `sub`, which may be any word), with its roles.
client::Actor actorOf(const Caller &caller);

/// Why a request is not let in.
struct Refusal
{
    Error error;          ///< for the caller, who learns no more about a token than that it is not right
    std::string reason{}; ///< what is wrong with a JWT: for the log
    bool hasBadToken = false;
};

/// What stands in the way of a request before it is looked at: a missing token, or a web page that calls this
/// machine under a foreign host name (DNS rebinding) or from another origin, or a body that is not JSON (so
/// that no page can send one unasked). Otherwise `caller` says who sent it.
std::optional<Refusal> refuse(const ApiOptions &options, const net::ServerRequest &request, Caller &caller);

} // namespace batuta::api
