// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that goes on with what dead engines left.
#include "engine/host/engine.h"

#include "engine/flow/reader.h"
#include "engine/json/json.h"

#include <openssl/evp.h>

#include <array>

namespace batuta::host {
namespace {

constexpr std::string_view kEnvironments = "environment/";

} // namespace

/// While flows and environments are looked up, nothing is called yet.
struct Engine::Left
{
    using FlowKey = std::pair<std::string, std::string>;

    std::vector<store::Unfinished> executions;
    std::map<std::string, json::Value> environments; ///< {values, secrets} by fingerprint
    std::map<FlowKey, flow::FlowPtr> flows;
    std::vector<FlowKey> missing;
};

std::string idFrom(std::string_view name)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_Digest(name.data(), name.size(), digest.data(), &length, EVP_sha256(), nullptr);
    digest[6] = static_cast<unsigned char>((digest[6] & 0x0F) | 0x80); // version 8: made of something else
    digest[8] = static_cast<unsigned char>((digest[8] & 0x3F) | 0x80);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string id;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            id += '-';
        id += kDigits[digest[i] >> 4];
        id += kDigits[digest[i] & 15];
    }
    return id;
}

/// One question after the other: the answers come from two threads, and what was kept has to be known before
/// anything is started or goes on.
void Engine::resumeLeft()
{
    m_isResuming = true;
    auto left = std::make_shared<Left>();
    m_history->kept(std::string(kEnvironments), [this, left, put = m_postbox.slot()](auto kept) {
        put([this, left, kept = std::move(kept)] {
            if (!kept)
                m_ports.log.error("store", "history_read_failed", {{"message", errorText(kept.error())}});
            for (const auto &[key, sealed] :
                 kept.value_or(std::vector<std::pair<std::string, std::string>>()))
                if (const Result<std::string> text = m_seal.unseal(sealed))
                    if (const Result<json::Value> value = json::parse(*text))
                        left->environments.emplace(key.substr(kEnvironments.size()), *value);
            m_history->kept(std::string(kRepeats), [this, left, put = m_postbox.slot()](auto repeats) {
                put([this, left, repeats = std::move(repeats)] {
                    for (const auto &[key, sealed] :
                         repeats.value_or(std::vector<std::pair<std::string, std::string>>()))
                        rememberAgain(sealed);
                    claimLeft(left);
                });
            });
        });
    });
}

/// One that was kept by an engine before this one.
void Engine::rememberAgain(const std::string &sealed)
{
    const Result<std::string> text = m_seal.unseal(sealed);
    const Result<json::Value> kept = text ? json::parse(*text) : Result<json::Value>(json::Value());
    WallTime until{};
    if (!kept || !parseIsoTime((*kept)["until"].asString(), until))
        return;
    const Duration left = std::chrono::duration_cast<Duration>(until - m_ports.clock.wall());
    if (left > Duration{})
        m_repeats.remember((*kept)["key"].asString(), (*kept)["execution"].asString(),
                           m_ports.clock.steady() + left);
}

void Engine::claimLeft(std::shared_ptr<Left> left)
{
    m_history->claim([this, left, put = m_postbox.slot()](auto claimed) {
        put([this, left, claimed = std::move(claimed)]() mutable {
            if (!claimed) {
                m_ports.log.error("store", "history_read_failed", {{"message", errorText(claimed.error())}});
                return resumed();
            }
            left->executions = std::move(*claimed);
            for (const store::Unfinished &one : left->executions) {
                const Left::FlowKey key{one.record.flow, one.record.flowVersion};
                const flow::FlowPtr now = m_library.find(FlowName(key.first));
                const bool isKnown = now && now->version == key.second;
                if (left->flows.emplace(key, isKnown ? now : nullptr).second && !isKnown)
                    left->missing.push_back(key);
            }
            lookUp(left);
        });
    });
}

void Engine::lookUp(std::shared_ptr<Left> left)
{
    if (left->missing.empty())
        return goOnWith(*left);
    const Left::FlowKey key = left->missing.back();
    left->missing.pop_back();
    m_history->flowText(key.first, key.second, [this, left, key, put = m_postbox.slot()](auto text) {
        put([this, left, key, text = std::move(text)] {
            if (text && *text)
                left->flows[key] = flow::readFlow((*text)->text, (*text)->file).flow;
            lookUp(left);
        });
    });
}

void Engine::goOnWith(Left &left)
{
    std::vector<std::string> ids;
    for (const store::Unfinished &unfinished : left.executions) {
        if (const Status back = bringBack(left, unfinished); back)
            ids.push_back(unfinished.record.id);
        else
            interrupt(unfinished, back.error());
    }
    if (!left.executions.empty())
        m_ports.log.info("main", "executions_resumed",
                         {{"resumed", static_cast<std::int64_t>(ids.size())},
                          {"interrupted", static_cast<std::int64_t>(left.executions.size() - ids.size())}});
    for (const std::string &id : ids)
        if (const auto live = m_live.find(id); live != m_live.end())
            live->second.execution->goOn();
    takePlacesAgain(ids);
    resumed();
}

void Engine::resumed()
{
    m_isResuming = false;
    if (m_exports)
        m_exports->recall();
    for (const auto &question : std::exchange(m_afterResume, {}))
        question();
}

Status Engine::bringBack(Left &left, const store::Unfinished &unfinished)
{
    Result<Resume> resume = readResume(unfinished.resume, m_seal);
    if (!resume)
        return resume.error();
    const auto &record = unfinished.record;
    const flow::FlowPtr flow = left.flows[{record.flow, record.flowVersion}];
    if (!flow)
        return Error{ErrorCode::FlowTextMissing, record.flow, "version " + record.flowVersion, {}, {}};
    Execution::Setup setup;
    setup.prepared = {flow, std::move(resume->input), std::move(resume->routing), std::move(resume->dropped)};
    setup.record = record;
    setup.record.status = plan::statusName(plan::ExecutionStatus::Running);
    setup.record.endedAt = {};
    // It goes on with the environment that it began with, and with that one's secrets.
    const json::Value &environment = left.environments[resume->environment];
    const bool isKept = environment["values"].isObject();
    setup.secrets = secretsOf(setup.prepared.input, *flow);
    for (const json::Value &secret : environment["secrets"].asArray())
        setup.secrets.push_back(secret.asString());
    setup.secrets.insert(setup.secrets.end(), resume->secrets.begin(), resume->secrets.end());
    setup.redactor = json::Redactor(setup.secrets);
    setup.isQueued = resume->isQueued;
    setup.triggerData = std::move(resume->triggerData);
    setup.message = std::move(resume->message);
    const auto trace = telemetry::parseTraceparent(resume->traceparent);
    setup.trace = trace ? *trace : telemetry::newTrace();
    setup.callerSpan = resume->callerSpan;
    setup.maxParallel = resume->maxParallel;
    setup.depth = resume->depth;
    setup.pinned = std::move(resume->pinned);
    setup.outputs = std::move(resume->outputs);
    if (Result<Faults> faults = readFaults(resume->faults, *flow))
        setup.faults = std::move(*faults);
    setup.breakpoints = std::move(resume->breakpoints);
    complete(setup, isKept ? environment["values"] : json::Value(m_environment.asObject()));
    std::vector<std::string> secrets = setup.secrets;
    auto execution = std::make_unique<Execution>(std::move(setup), portsOf(record.id, resume->depth));
    if (const Status restored = execution->restore(unfinished.entries); !restored)
        return restored;
    if (m_exports)
        m_exports->resumed(execution->record(), execution->events());
    m_live.emplace(record.id, Live{std::move(execution), std::move(secrets), {}, {}, {}, true, {}});
    m_metrics.started();
    return {};
}

/// What cannot be brought back ends, and says why.
void Engine::interrupt(const store::Unfinished &unfinished, const Error &error)
{
    client::ExecutionRecord record = unfinished.record;
    record.status = "interrupted";
    record.error = errorText(error);
    record.endedAt = m_ports.clock.wall();
    record.duration =
        std::max(Duration{}, std::chrono::duration_cast<Duration>(record.endedAt - record.startedAt));
    m_ports.log.error("main", "execution_interrupted",
                      {{"execution_id", record.id}, {"message", record.error}, {"mend", mendText(error)}});
    m_metrics.ended(record);
    if (m_exports)
        m_exports->interrupted(record);
    m_history->finish(std::move(record), {}, nullptr);
}

/// After a crash the child may be running again, have ended, or never have begun.
void Engine::findChild(const Parent &parent, client::StartExecution command)
{
    const std::string id = command.id;
    m_history->find(id, [this, parent, command = std::move(command),
                         put = m_postbox.slot()](Result<std::optional<client::ExecutionRecord>> found) {
        put([this, parent, command, found = std::move(found)] {
            if (!found)
                return parent.told({false, false, errorText(found.error()), {}});
            if (*found) {
                const client::ExecutionRecord &child = **found;
                const Result<json::Value> output = finalOutputOf(child, m_seal);
                return parent.told({child.status == "success" && output, child.status == "cancelled",
                                    output ? child.error : errorText(output.error()),
                                    output.value_or(json::Value())});
            }
            if (parent.isUnwanted && *parent.isUnwanted)
                return parent.told({false, true, {}, {}});
            if (const auto started = launch(command, parent); !started)
                parent.told({false, false, errorText(started.error()), {}});
        });
    });
}

} // namespace batuta::host
