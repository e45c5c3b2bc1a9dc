// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"

#include <string>
#include <vector>

namespace batuta::environments {

/// What became of one URL.
struct UrlAnswer
{
    enum class Kind {
        Fine,     ///< answered: 2xx, 3xx, 405, or 401 and 403, which want a token
        NotFound, ///< 404 or 410: the host is there, and nothing under the path
        Trouble,  ///< 5xx, 429 and the like
        NoName,   ///< the host's name is not known
        NoAnswer, ///< refused, unreachable, or too slow
        NoTrust,  ///< TLS: the certificate is not for this host, has expired, or nobody vouches for it
        NoUrl,
    };
    std::string url;
    Kind kind = Kind::NoUrl;
    int status = 0;
    std::string detail; ///< in English; holds no path or query, which may be secret
    Duration dns{};
    Duration connect{};
    Duration tls{};
    Duration total{};
};

struct UrlCheckOptions
{
    Duration timeout = std::chrono::seconds(10); ///< of each URL
    int atOnce = 8;
    std::string caFile{}; ///< extra trusted roots
};

/// Asks every URL once with OPTIONS, which by RFC 9110 §9.3.7 has no effect there: no function runs. Blocks
/// until all have answered: call it on a worker. In the order of `urls`.
std::vector<UrlAnswer> checkUrls(const std::vector<std::string> &urls, const UrlCheckOptions &options = {});

} // namespace batuta::environments
