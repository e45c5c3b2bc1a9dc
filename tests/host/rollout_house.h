// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/client/rollout.h"
#include "engine/net/http_client.h"
#include "tests/cloud_local/cloud_house.h"
#include "tests/host/acting.h"

#include <map>
#include <memory>
#include <string>

namespace batuta::tests {

/// People who use a service all the time: a request every few milliseconds, and what came of each. On the
/// loop; ends with it.
class Users
{
public:
    Users(net::Loop &loop, std::string url);
    ~Users();

    int all() const;
    int answered(int status) const;
    /// No answer came at all.
    int lost() const { return answered(0); }

private:
    void ask();

    net::Loop &m_loop;
    std::string m_url;
    net::HttpClient m_http;
    std::map<int, int> m_answers; ///< by status
    net::Loop::TimerId m_timer = 0;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

/// A local cloud with the service `shop`, which serves, and an engine whose environments are dev and
/// production.
class RolloutHouse
{
public:
    RolloutHouse();

    void open(bool resumes = false);
    /// A rollout of an image in stages of such percents.
    static client::RolloutRequest request(const std::string &image, std::vector<client::RolloutStage> stages);
    static client::RolloutGate errorsBelow(double share, int samples = 10);
    /// The id of the execution; "" when it was refused, with the reason in `refused`.
    std::string start(const client::RolloutRequest &request);
    client::RolloutState state(const std::string &id);
    /// Runs until the execution has come there.
    bool until(const std::string &id, const std::function<bool(const client::RolloutState &)> &isThere);
    Result<client::ExecutionRecord> end(const std::string &id) { return house.end(ExecutionId(id)); }
    Result<json::Value> act(const std::string &verb, const std::string &id, json::Value data = {},
                            const std::string &step = {});
    cloud::Service service();
    std::string traffic();
    int revisions();
    std::vector<client::ReleaseEntry> entries();
    std::string url() { return service().url; }

    CloudHouse cloud;
    House house;
    std::string stable; ///< the revision that serves at first
    std::string refused;

private:
    Result<client::ServiceBoard> board();
};

} // namespace batuta::tests
