// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/http_client.h"

#include <functional>
#include <optional>
#include <string>

namespace batuta::tests {

/// An HttpClient on a loop that runs only inside fetch() and runUntil(), on the caller's thread.
class ClientRun
{
public:
    using Outcome = tl::expected<net::HttpResponse, net::HttpFailure>;

    explicit ClientRun(net::HttpClientOptions options = {});

    Outcome fetch(net::HttpRequest request);
    Outcome get(const std::string &url);
    /// Runs the loop until `isDone` holds after some event; false when that takes more than ten seconds.
    bool runUntil(const std::function<bool()> &isDone);

    net::Loop loop;
    std::optional<net::HttpClient> http;
};

/// `200 body`, or `net.timeout: detail` when the call failed.
std::string outcomeText(const ClientRun::Outcome &outcome);

} // namespace batuta::tests
