// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that takes the workspace's flows anew while it runs: the files are read beside the loop.
#include "engine/host/engine.h"

#include "engine/flow/secret_names.h"
#include "engine/host/engine_environment.h"

#include <algorithm>
#include <filesystem>

namespace batuta::host {
namespace {

namespace fs = std::filesystem;

bool isThere(const std::string &file)
{
    std::error_code failure;
    return fs::exists(file, failure);
}

bool hasFlowOf(const flow::Library &library, const std::string &file)
{
    return std::any_of(library.flows.begin(), library.flows.end(),
                       [&](const auto &entry) { return entry.second->file == file; });
}

/// A file that is there and cannot be read any more leaves what it said before: a slip of the pen stops no
/// flow.
void keepBroken(flow::Library &now, const flow::Library &before)
{
    for (const auto &[name, flow] : before.flows)
        if (!now.flows.contains(name) && isThere(flow->file) && !hasFlowOf(now, flow->file))
            now.flows.emplace(name, flow);
    for (const auto &[system, routes] : before.routes)
        if (!now.routes.contains(system) && isThere(routes.file))
            now.routes.emplace(system, routes);
}

json::Value differencesOf(const flow::Library &now, const flow::Library &before)
{
    json::Array changed, removed, problems;
    for (const auto &[name, flow] : now.flows) {
        const auto old = before.flows.find(name);
        if (old == before.flows.end() || old->second->version != flow->version)
            changed.emplace_back(json::Object{{"flow", name}, {"version", flow->version}});
    }
    for (const auto &[name, flow] : before.flows)
        if (!now.flows.contains(name))
            removed.emplace_back(name);
    for (const Error &error : now.errors)
        problems.emplace_back(errorText(error));
    return json::Object{{"flows", static_cast<std::int64_t>(now.flows.size())},
                        {"changed", std::move(changed)},
                        {"removed", std::move(removed)},
                        {"problems", std::move(problems)}};
}

} // namespace

void Engine::useLibrary(flow::Library library)
{
    m_library = std::move(library);
    m_problems = m_environmentProblems;
    m_problems.insert(m_problems.end(), m_library.errors.begin(), m_library.errors.end());
    if (m_options.correctedFilter)
        for (auto &[system, routes] : m_library.routes)
            routes.correctedFilter = true;
    for (const auto &[flowName, flow] : m_library.flows)
        for (const std::string &name : flow::secretNames(flow->source))
            m_environment.markSecret(name);
    if (m_triggers)
        m_triggers->reload();
    else
        m_triggers = std::make_unique<Triggers>(triggerPorts());
    m_problems.insert(m_problems.end(), m_triggers->problems().begin(), m_triggers->problems().end());
    for (const Error &problem : m_problems)
        m_ports.log.warning("main", "workspace_problem",
                            {{"message", errorText(problem)}, {"mend", mendText(problem)}});
}

/// What started before goes on with the values it began with. An environment that was asked for by its name
/// and cannot be read any more leaves the one before.
bool Engine::takeEnvironment(env::Loaded now)
{
    m_environmentProblems = std::move(now.problems);
    const bool isUsable = m_options.environment.empty() || m_environmentProblems.empty();
    const bool isOther = now.environment.fingerprint() != m_environment.fingerprint();
    if (!isUsable || !isOther)
        return false;
    m_environment = std::move(now.environment);
    m_keptFlows.clear(); // so that the next execution keeps this environment, too
    return true;
}

void Engine::reload(client::Reply<json::Value> reply)
{
    if (!m_fileReader)
        m_fileReader = std::make_unique<store::JobThread>();
    m_fileReader->post([this, options = m_options, put = m_postbox.slot(), reply = std::move(reply)] {
        const auto read = std::make_shared<flow::Library>(flow::loadLibrary(options.workspace));
        const auto environment = std::make_shared<env::Loaded>(loadEnvironment(options));
        put([this, read, environment, reply] {
            keepBroken(*read, m_library);
            json::Value answer = differencesOf(*read, m_library);
            answer.object().append("environment_changed", takeEnvironment(std::move(*environment)));
            useLibrary(std::move(*read));
            for (const json::Value &flow : answer["changed"].asArray())
                m_metrics.published(flow["flow"].asString());
            if (m_station)
                m_station->reload();
            m_releases->forget();
            m_ports.log.info("main", "flows_reloaded", {{"message", "the flows were read again"}});
            reply(answer);
        });
    });
}

} // namespace batuta::host
