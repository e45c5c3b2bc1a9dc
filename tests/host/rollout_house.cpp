// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/host/rollout_house.h"

#include "engine/client/codec.h"
#include "engine/releases/traffic.h"

#include <memory>
#include <utility>

namespace batuta::tests {

Users::Users(net::Loop &loop, std::string url)
    : m_loop(loop)
    , m_url(std::move(url))
    , m_http(loop, {})
{
    ask();
}

Users::~Users()
{
    m_loop.cancelTimer(m_timer);
}

int Users::all() const
{
    int sum = 0;
    for (const auto &[status, count] : m_answers)
        sum += count;
    return sum;
}

int Users::answered(int status) const
{
    const auto found = m_answers.find(status);
    return found == m_answers.end() ? 0 : found->second;
}

void Users::ask()
{
    net::HttpRequest request;
    request.url = m_url + "/who";
    request.timeout = std::chrono::seconds(10);
    m_http.send(std::move(request), [this, life = std::weak_ptr(m_life)](const ClientRun::Outcome &answer) {
        if (!life.expired())
            ++m_answers[answer ? answer->status : 0];
    });
    m_timer =
        m_loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(8), [this] { ask(); });
}

RolloutHouse::RolloutHouse()
    : house(cloud.run.loop)
{
    cloud.deploy("shop");
    cloud.open("shop");
    open();
    stable = service().latestReady;
}

void RolloutHouse::open(bool resumes)
{
    host::EngineOptions options;
    options.resumes = resumes;
    options.clouds = [this] {
        cloud::Settings dev;
        dev.project = "demo-proj";
        dev.region = "us-east1";
        dev.server = cloud.cloud->url();
        cloud::Settings production = dev;
        production.isGuarded = true;
        return Result<std::vector<std::pair<std::string, cloud::Settings>>>(
            {{"dev", dev}, {"production", production}});
    };
    house.open(std::move(options));
}

client::RolloutRequest RolloutHouse::request(const std::string &image,
                                             std::vector<client::RolloutStage> stages)
{
    client::RolloutRequest request;
    request.environment = "dev";
    request.service = "shop";
    request.draft.image = image;
    request.draft.env = {{"A", "2", {}, {}}};
    request.stages = std::move(stages);
    request.why = "the test wants it so";
    return request;
}

client::RolloutGate RolloutHouse::errorsBelow(double share, int samples)
{
    client::RolloutGate gate;
    gate.figure = "error_rate";
    gate.max = share;
    gate.samples = samples;
    return gate;
}

std::string RolloutHouse::start(const client::RolloutRequest &request)
{
    const auto done = tests::act(house, client::rolloutAct(request, {}));
    refused = done ? std::string() : errorText(done.error());
    return done ? (*done)["execution_id"].asString() : std::string();
}

client::RolloutState RolloutHouse::state(const std::string &id)
{
    const auto record = recordOf(house, ExecutionId(id));
    return record ? client::rolloutOf(*record).value_or(client::RolloutState()) : client::RolloutState();
}

bool RolloutHouse::until(const std::string &id,
                         const std::function<bool(const client::RolloutState &)> &isThere)
{
    const auto record = std::make_shared<client::ExecutionRecord>();
    const auto asks = std::make_shared<bool>(false);
    const bool came = house.until([&, record, asks] {
        // One question at a time: a slow engine would drown in them.
        if (!std::exchange(*asks, true))
            house.engine->execution(ExecutionId(id), [record, asks](Result<client::ExecutionRecord> found) {
                *record = found ? std::move(*found) : client::ExecutionRecord();
                *asks = false;
            });
        const auto state = client::rolloutOf(*record);
        return state && isThere(*state);
    });
    if (!came)
        qWarning("%s", json::write(client::toJson(*record)).c_str());
    return came;
}

Result<json::Value> RolloutHouse::act(const std::string &verb, const std::string &id, json::Value data,
                                      const std::string &step)
{
    client::Act act;
    act.verb = verb;
    act.subject = id;
    act.step = step;
    act.data = std::move(data);
    return tests::act(house, std::move(act));
}

Result<client::ServiceBoard> RolloutHouse::board()
{
    std::optional<Result<client::ServiceBoard>> got;
    house.engine->releasedService({"dev", "shop"},
                                  [&](Result<client::ServiceBoard> reply) { got = std::move(reply); });
    if (!house.until([&] { return got.has_value(); }))
        return Error{ErrorCode::Internal, "board", "no reply", {}, {}};
    return *got;
}

cloud::Service RolloutHouse::service()
{
    const auto now = board();
    return now ? now->service : cloud::Service();
}

std::string RolloutHouse::traffic()
{
    const cloud::Service now = service();
    releases::Traffic routed = now.routed;
    for (cloud::TrafficTarget &target : routed)
        if (target.isLatest())
            target.revision = now.latestReady;
    return releases::trafficText(routed);
}

int RolloutHouse::revisions()
{
    const auto now = board();
    return now ? static_cast<int>(now->revisions.size()) : -1;
}

std::vector<client::ReleaseEntry> RolloutHouse::entries()
{
    const auto now = board();
    return now ? now->entries : std::vector<client::ReleaseEntry>();
}

} // namespace batuta::tests
