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

bool hasToken(const net::ServerRequest &request, std::string_view token)
{
    const std::string_view header = request.header("Authorization");
    constexpr std::string_view kScheme = "Bearer ";
    return header.size() > kScheme.size() && equalIgnoringCase(header.substr(0, kScheme.size()), kScheme) &&
           sameSecret(header.substr(kScheme.size()), token);
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

Status mayListen(const ApiOptions &options)
{
    if (net::isLoopback(options.address) || !options.token.empty() || options.allowUnauthenticated)
        return {};
    return Error{ErrorCode::NetListen,
                 options.address,
                 "an address that others can reach wants a token",
                 {},
                 "Set BATUTA_TOKEN or --token-file, listen on 127.0.0.1, or pass --allow-unauthenticated."};
}

std::optional<Error> refuse(const ApiOptions &options, const net::ServerRequest &request)
{
    const bool isHook = request.path.starts_with("/hooks/"); // its signature says who sent it
    if (!options.token.empty()) {
        if (request.path != "/health" && !isHook && !hasToken(request, options.token))
            return Error{ErrorCode::HttpUnauthorized, {}, {}, {}, {}};
    } else if (net::isLoopback(options.address) && !isHook) {
        const std::string_view host = hostWithoutPort(request.header("Host"));
        if (!host.empty() && !net::isLoopback(std::string(host)))
            return Error{ErrorCode::HttpUnauthorized,
                         "Host",
                         "this server answers only under a local name",
                         {},
                         "Call it as 127.0.0.1 or localhost, or start it with a token."};
    }
    if (options.token.empty() && request.method == "POST" && isForeignOrigin(request))
        return Error{ErrorCode::HttpUnauthorized,
                     "Origin",
                     "a page of another site may not call this server",
                     {},
                     "Call it from its own pages or from a program, or start it with a token."};
    if (request.method == "POST" && !request.body.empty() && !isJson(request.header("Content-Type")))
        return Error{
            ErrorCode::HttpMediaType, "Content-Type", std::string(request.header("Content-Type")), {}, {}};
    return std::nullopt;
}

} // namespace batuta::api
