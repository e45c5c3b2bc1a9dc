// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/api_server.h"

#include <optional>

namespace batuta::api {

/// Whether the options may be listened on at all: an open address wants a token, or somebody's explicit word.
Status mayListen(const ApiOptions &options);

/// What stands in the way of a request before it is looked at: a missing token, or a web page that calls this
/// machine under a foreign host name (DNS rebinding) or from another origin, or a body that is not JSON (so
/// that no page can send one unasked).
std::optional<Error> refuse(const ApiOptions &options, const net::ServerRequest &request);

} // namespace batuta::api
