// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::net {

/// An http or https URL in its parts (RFC 3986). User info is refused: secrets do not belong in URLs.
struct Url
{
    bool tls = false;
    std::string host; ///< lower case, without the brackets of IPv6
    std::uint16_t port = 80;
    std::string target = "/"; ///< path and query as they go on the request line

    /// `host:port` with the port left out when it is the scheme's own.
    std::string authority() const;
};

Result<Url> parseUrl(std::string_view text);
std::string percentEncoded(std::string_view text);
/// Refuses broken escapes and NUL.
Result<std::string> percentDecoded(std::string_view text);
using QueryItems = std::vector<std::pair<std::string, std::string>>;
Result<QueryItems> parseQuery(std::string_view query);

} // namespace batuta::net
