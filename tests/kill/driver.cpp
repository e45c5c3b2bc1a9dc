// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/driver.h"

#include "engine/json/json.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace batuta::kill {
namespace {

constexpr int kInputs = 4;
constexpr int kLooks = 3; ///< in one round

const RandomFlow *flowOf(const std::vector<RandomFlow> &flows, const std::string &name)
{
    const auto found =
        std::find_if(flows.begin(), flows.end(), [&](const RandomFlow &flow) { return flow.name == name; });
    return found == flows.end() ? nullptr : &*found;
}

} // namespace

bool isEnd(const std::string &status)
{
    return status == "success" || status == "failed" || status == "cancelled" || status == "interrupted";
}

json::Value comparable(const json::Value &record, const RandomFlow &flow)
{
    json::Object same{{"status", record["status"]}};
    if (flow.isLoose)
        return same;
    json::Object steps;
    for (const json::Value &step : record["steps"].asArray()) {
        json::Object facts{{"status", step["status"]}, {"status_code", step["status_code"]}};
        const std::string &name = step["step"].asString();
        if (!flow.lists.contains(name))
            facts.append("attempts", step["attempts"]);
        if (step["kind"].asString() != "approval") // it says when
            facts.append("output", step["output"]);
        steps.append(name, std::move(facts));
    }
    same.append("steps", std::move(steps));
    same.append("output", record["output"]);
    return same;
}

Driver::Driver(ServeProcess &serve, CountingFunctions &functions, const std::vector<RandomFlow> &flows,
               std::uint64_t seed)
    : m_serve(serve)
    , m_functions(functions)
    , m_flows(flows)
    , m_random(seed)
{
}

void Driver::get(const std::string &path, Answered answered)
{
    ++m_asking;
    m_serve.get(path, [this, answered = std::move(answered)](int status, const Body &body) {
        --m_asking;
        answered(status, body);
    });
}

void Driver::post(const std::string &path, const json::Value &body, Answered answered)
{
    ++m_asking;
    m_serve.post(path, body, [this, answered = std::move(answered)](int status, const Body &reply) {
        --m_asking;
        answered(status, reply);
    });
}

void Driver::refused(const std::string &what, int status, const Body &body)
{
    // Nothing came: it was killed. A conflict is what acts on an execution may meet, and one that is told to
    // stop takes no more.
    const bool isStopping = status == 503 && body["error"]["code"].asString() == "engine.stopping";
    if (status != 0 && status != 409 && !isStopping)
        m_violations.push_back(what + " was answered " + std::to_string(status) + " " + json::write(body));
}

void Driver::start(const RandomFlow &flow, std::int64_t n)
{
    const bool waits = !m_isCalm && flow.approvals.empty() && flow.events.empty() && chance(25);
    post("/flows/" + flow.name + "/executions" + (waits ? "?wait=true" : ""), json::Object{{"n", n}},
         [this, &flow, n](int status, const Body &body) {
             if (status == 200 || status == 202)
                 started(flow, n, body);
             else
                 refused("the start of " + flow.name, status, body);
         });
}

void Driver::started(const RandomFlow &flow, std::int64_t n, const Body &body)
{
    const std::string &id = body["execution_id"].asString();
    Known &known = m_known[id];
    known.flow = &flow;
    known.n = n;
    known.isPromised = true;
    if (isEnd(body["status"].asString()))
        saw(id, body, m_count);
}

std::vector<std::string> Driver::open() const
{
    std::vector<std::string> ids;
    for (const auto &[id, known] : m_known)
        if (!known.hasEnded)
            ids.push_back(id);
    return ids;
}

bool Driver::hasOpen() const
{
    return std::any_of(m_known.begin(), m_known.end(),
                       [](const auto &entry) { return !entry.second.hasEnded; });
}

void Driver::work()
{
    const std::vector<std::string> ids = open();
    if (ids.size() < m_maxOpen && chance(60)) {
        const RandomFlow &flow =
            m_flows[static_cast<std::size_t>(draw(m_random, 0, static_cast<int>(m_flows.size()) - 1))];
        if (!flow.isChild)
            start(flow, draw(m_random, 0, kInputs - 1));
    }
    for (int i = 0; i < kLooks && !ids.empty(); ++i)
        look(ids[static_cast<std::size_t>(draw(m_random, 0, static_cast<int>(ids.size()) - 1))]);
    if (!m_isCalm && !m_known.empty() && chance(3)) {
        auto any = m_known.begin();
        std::advance(any, draw(m_random, 0, static_cast<int>(m_known.size()) - 1));
        if (any->second.hasEnded && any->second.shown["status"].asString() == "failed" &&
            !any->second.isRerun)
            repeat(any->first);
    }
}

void Driver::discover(std::function<void()> done)
{
    const auto left = std::make_shared<int>(3);
    for (const char *wanted : {"running", "queued", "paused"})
        get(std::string("/executions?limit=1000&status=") + wanted,
            [this, left, done](int status, const Body &body) {
                if (status != 200)
                    refused("the list of what runs", status, body);
                for (const Body &item : body["executions"].asArray()) {
                    const RandomFlow *flow = flowOf(m_flows, item["flow"].asString());
                    if (flow != nullptr && !flow->isChild)
                        m_known[item["execution_id"].asString()].flow = flow;
                }
                if (--*left == 0)
                    done();
            });
}

void Driver::look(const std::string &id)
{
    get("/executions/" + id, [this, id, asked = m_count](int status, const Body &body) {
        if (status == 200)
            return saw(id, body, asked);
        if (status == 404 && !std::exchange(m_known.at(id).hasEnded, true)) // nobody waits for it any more
            refused("a look at " + m_known.at(id).flow->name, status, body);
        else if (status != 404)
            refused("a look at " + id, status, body);
    });
}

void Driver::saw(const std::string &id, const Body &record, std::int64_t asked)
{
    Known &known = m_known.at(id);
    known.n = record["input"]["n"].asInteger();
    for (const Body &step : record["steps"].asArray()) {
        const std::string &status = step["status"].asString();
        if (status == "success" || status == "failed" || status == "critical_error" || status == "cancelled")
            m_functions.sawEnd(id, step["step"].asString());
    }
    const std::string &status = record["status"].asString();
    if (!isEnd(status))
        return sawRunning(id, record, asked);
    if (known.hasEnded && !(known.shown == record))
        m_violations.push_back(known.flow->name + " " + id + ": its end was shown in two ways");
    known.hasEnded = true;
    known.endedAt = ++m_count;
    known.shown = record;
    if (status == "interrupted")
        m_violations.push_back(known.flow->name + " " + id +
                               " was interrupted: " + record["error"].asString());
}

void Driver::sawRunning(const std::string &id, const Body &record, std::int64_t asked)
{
    const Known &known = m_known.at(id);
    const std::string &status = record["status"].asString();
    if (known.hasEnded && asked >= known.endedAt)
        m_violations.push_back(known.flow->name + " " + id + " had ended and is " + status);
    if (known.isPaused && asked >= known.pausedAt && status != "paused" && status != "queued")
        m_violations.push_back(known.flow->name + " " + id + " was paused and is " + status + ": " +
                               known.story);
    answerQuestions(id, record);
    meddle(id, status);
}

void Driver::answerQuestions(const std::string &id, const Body &record)
{
    Known &known = m_known.at(id);
    for (const Body &step : record["steps"].asArray()) {
        const std::string &name = step["step"].asString();
        if (step["status"].asString() != "running" || !known.flow->approvals.contains(name) || !chance(50))
            continue;
        const json::Value yes = json::Object{{"approved", true}, {"comment", "as always"}};
        act(id, "answer", {{"step", name}, {"data", yes}}, [this, id, name](const Body &) {
            if (!m_known.at(id).did.insert(name).second)
                m_violations.push_back(id + "/" + name + ": two answers were taken");
            m_functions.sawEnd(id, name);
        });
    }
    for (const std::string &event : known.flow->events)
        if (!known.did.contains(event) && chance(50))
            act(id, "signal", {{"data", json::Object{{"name", event}, {"data", json::Object{{"x", 1}}}}}},
                [this, id, event](const Body &) { m_known.at(id).did.insert(event); });
}

void Driver::meddle(const std::string &id, const std::string &status)
{
    Known &known = m_known.at(id);
    if (known.mayBeCancelled) // that ends a pause
        return;
    if ((status == "paused" && chance(40)) || (known.mayBePaused && m_isCalm)) {
        known.isPaused = false;
        ++known.resumes;
        act(id, "resume", {}, [this, id](const Body &) { m_known.at(id).mayBePaused = false; });
    } else if (!m_isCalm && !known.mayBePaused && chance(3)) {
        known.mayBePaused = true;
        act(id, "pause", {}, [this, id, resumes = known.resumes](const Body &) {
            Known &paused = m_known.at(id);
            paused.isPaused = paused.resumes == resumes;
            paused.pausedAt = ++m_count;
        });
    } else if (!m_isCalm && !known.mayBePaused && chance(1)) {
        known.mayBeCancelled = true;
        act(id, "cancel", {{"data", json::Object{{"compensate", chance(50)}}}},
            [this, id](const Body &) { m_known.at(id).isCancelled = true; });
    }
}

void Driver::repeat(const std::string &id)
{
    const RandomFlow *flow = m_known.at(id).flow;
    act(id, "rerun", {}, [this, flow](const Body &body) {
        Known &known = m_known[body["execution_id"].asString()];
        known.flow = flow;
        known.isPromised = known.isRerun = true;
    });
}

void Driver::note(const std::string &id, const std::string &what)
{
    m_known.at(id).story += what + "@" + std::to_string(m_functions.process()) + " ";
}

void Driver::act(const std::string &id, const std::string &verb, json::Object body,
                 std::function<void(const Body &)> done)
{
    body.set("why", "the kill harness");
    note(id, verb + "?");
    post("/executions/" + id + "/acts/" + verb, std::move(body),
         [this, id, verb, done = std::move(done)](int status, const Body &reply) {
             if (status != 202)
                 note(id, verb + "=" + std::to_string(status));
             if (status != 202)
                 return refused(verb + " of " + id, status, reply);
             ++m_acts;
             note(id, verb + "!");
             done(reply);
         });
}

} // namespace batuta::kill
