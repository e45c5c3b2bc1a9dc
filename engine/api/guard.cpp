// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/guard.h"

#include "engine/base/text.h"

namespace batuta::api {
namespace {

/// Compares in a time that does not depend on where the texts differ.
bool sameSecret(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |=
            static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b.empty() ? 0 : b[i % b.size()]);
    return difference == 0;
}

std::string_view hostWithoutPort(std::string_view host)
{
    if (host.starts_with('['))
        return host.substr(1, host.find(']') == std::string_view::npos ? host.size() : host.find(']') - 1);
    return host.substr(0, host.find(':'));
}

/// What stands behind `Bearer`, or "".
std::string_view bearerOf(const net::ServerRequest &request)
{
    const std::string_view header = request.header("Authorization");
    constexpr std::string_view kScheme = "Bearer ";
    return header.size() > kScheme.size() && equalIgnoringCase(header.substr(0, kScheme.size()), kScheme)
               ? header.substr(kScheme.size())
               : std::string_view();
}

bool wantsToken(const ApiOptions &options)
{
    return !options.token.empty() || options.jwt;
}

/// The token of the options, or one that was signed with one of their keys.
std::optional<Refusal> identify(const ApiOptions &options, const net::ServerRequest &request, Caller &caller)
{
    const std::string_view bearer = bearerOf(request);
    if (!options.token.empty() && sameSecret(bearer, options.token)) {
        caller.isAuthorised = true;
        return std::nullopt;
    }
    Refusal refusal{{ErrorCode::HttpUnauthorized, {}, {}, {}, {}}, {}, !bearer.empty()};
    if (bearer.empty() || !options.jwt)
        return refusal;
    Result<std::shared_ptr<const jwt::Claims>> claims = options.jwt->verify(bearer);
    if (!claims) {
        refusal.reason = claims.error().detail;
        return refusal;
    }
    caller = {true, std::move(*claims), options.jwt};
    return std::nullopt;
}

/// A web page of another origin names it here; programs send nothing.
bool isForeignOrigin(const net::ServerRequest &request)
{
    const std::string_view origin = request.header("Origin");
    const std::size_t scheme = origin.find("://");
    return !origin.empty() && (scheme == std::string_view::npos ||
                               !equalIgnoringCase(origin.substr(scheme + 3), request.header("Host")));
}

bool isJson(std::string_view contentType)
{
    return equalIgnoringCase(trimmed(contentType.substr(0, contentType.find(';'))), "application/json");
}

} // namespace

client::Actor actorOf(const Caller &caller)
{
    if (!caller.claims)
        return {"api", {"*"}}; // one token: whoever has it may do everything
    return {"jwt:" + caller.claims->subject, caller.claims->roles}; // never `api`, nor a user of this machine
}

Status mayListen(const ApiOptions &options)
{
    if (net::isLoopback(options.address) || wantsToken(options) || options.allowUnauthenticated)
        return {};
    return Error{
        ErrorCode::NetListen,
        options.address,
        "an address that others can reach wants a token",
        {},
        "Set BATUTA_TOKEN, --token-file or --jwt, listen on 127.0.0.1, or pass --allow-unauthenticated."};
}

std::optional<Refusal> refuse(const ApiOptions &options, const net::ServerRequest &request, Caller &caller)
{
    const bool isHook = request.path.starts_with("/hooks/"); // its signature says who sent it
    const bool isOpen = !wantsToken(options);
    if (!isOpen) {
        if (request.path != "/health" && !isHook)
            if (std::optional<Refusal> refusal = identify(options, request, caller))
                return refusal;
    } else if (net::isLoopback(options.address) && !isHook) {
        const std::string_view host = hostWithoutPort(request.header("Host"));
        if (!host.empty() && !net::isLoopback(std::string(host)))
            return Refusal{{ErrorCode::HttpUnauthorized,
                            "Host",
                            "this server answers only under a local name",
                            {},
                            "Call it as 127.0.0.1 or localhost, or start it with a token."}};
    }
    if (isOpen && request.method == "POST" && isForeignOrigin(request))
        return Refusal{{ErrorCode::HttpUnauthorized,
                        "Origin",
                        "a page of another site may not call this server",
                        {},
                        "Call it from its own pages or from a program, or start it with a token."}};
    if (request.method == "POST" && !request.body.empty() && !isJson(request.header("Content-Type")))
        return Refusal{
            {ErrorCode::HttpMediaType, "Content-Type", std::string(request.header("Content-Type")), {}, {}}};
    return std::nullopt;
}

} // namespace batuta::api
