// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"

namespace batuta::net {

/// Sets path and query from the request line's target (RFC 9112 §3.2: origin or absolute form).
Status readRequestTarget(std::string_view target, ServerRequest &request);
/// `host:port` of an absolute target, which stands above the Host header (RFC 9112 §3.2.2); "" of the others.
std::string_view targetAuthority(std::string_view target);
/// The request names this host, whatever its Host header said.
void setHost(std::string_view authority, Headers &headers);
/// HTTP/1.1 wants exactly one Host header, HTTP/1.0 at most one.
Status checkHost(const Headers &headers, int version);

} // namespace batuta::net
