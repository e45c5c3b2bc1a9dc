// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_server.h"

namespace batuta::net {

/// Sets path and query from the request line's target (RFC 9112 §3.2: origin or absolute form).
Status readRequestTarget(std::string_view target, ServerRequest &request);
/// HTTP/1.1 wants exactly one Host header, HTTP/1.0 at most one.
Status checkHost(const Headers &headers, int version);

} // namespace batuta::net
