// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/caller.h"
#include "engine/cloud/sign_in.h"

#include <memory>
#include <string>
#include <string_view>

namespace batuta::cloud {

/// One call of an API of Google.
struct ApiCall
{
    std::string method = "GET";
    std::string url;
    json::Value body;  ///< null for none
    std::string bytes; ///< instead of `body`, with `type`
    std::string type = "application/json";
    net::Headers headers;
    std::string subject; ///< what an error is about: the service's name
    Duration timeout = std::chrono::seconds(30);
    bool repeats = false; ///< a change that does no harm when it is made twice; reading always repeats
    std::uint64_t maxResponseBytes = 16ULL << 20;
};

/// Calls Google's APIs as who is signed in: token, quota project, tries and pauses, one new token on 401, and
/// Google's words as errors. On the loop's thread.
class Api
{
public:
    Api(Ground ground, SignIn &signIn);

    /// The answer's body as JSON. Errors: see CloudPort.
    void json(ApiCall call, Reply<json::Value> reply);
    /// The answer as it came; every status but 2xx is an error, unless it is among those of `also`.
    void fetch(ApiCall call, Reply<net::HttpResponse> reply, std::vector<int> also = {});
    template <class T> void refuse(Reply<T> reply, Error error)
    {
        m_caller.refuse<T>(std::move(reply), std::move(error));
    }
    const Ground &ground() const { return m_caller.ground(); }

private:
    struct Flight;
    void start(const std::shared_ptr<Flight> &flight);
    void ended(const std::shared_ptr<Flight> &flight, const Token &token, net::HttpResponse response);

    Caller m_caller;
    SignIn &m_signIn;
    std::shared_ptr<int> m_life;
};

/// Hosts of the APIs; REGION-run is v1's, which has no region in its paths.
std::string runUrl(const std::string &path);
std::string knativeUrl(const std::string &region, const std::string &path);

} // namespace batuta::cloud
