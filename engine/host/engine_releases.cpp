// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that knows where environments run in the cloud.
#include "engine/host/engine.h"

#include "engine/cloud/cloud.h"

#include <algorithm>

namespace batuta::host {
namespace {

/// Flows that use a key of the environment whose value is one of the addresses.
std::vector<std::string> callersOf(const std::vector<std::string> &urls, const env::Environment &environment,
                                   const flow::Library &library)
{
    std::vector<std::string> uses;
    for (const env::Entry &entry : environment.entries())
        for (const std::string &url : urls)
            if (!url.empty() && entry.value.starts_with(url))
                uses.push_back("env." + entry.key);
    std::vector<std::string> flows;
    for (const auto &[name, flow] : library.flows)
        if (std::any_of(uses.begin(), uses.end(),
                        [&](const std::string &use) { return flow->source.find(use) != std::string::npos; }))
            flows.push_back(name);
    std::sort(flows.begin(), flows.end());
    return flows;
}

} // namespace

void Engine::openReleases()
{
    ReleaseDesk::Ports ports{m_ports.clock,
                             m_options.environment.empty() ? std::string(env::kOwnName)
                                                           : m_options.environment,
                             {},
                             {},
                             {},
                             {},
                             {}};
    ports.places = [this] {
        return m_options.clouds ? m_options.clouds() : Result<ReleaseDesk::Places>(ReleaseDesk::Places());
    };
    ports.open = [this](const cloud::Settings &settings) {
        auto opened = cloud::Cloud::open(m_ports.loop, m_ports.clock, settings, m_options.http);
        return opened ? Result<std::unique_ptr<cloud::CloudPort>>(std::move(*opened)) : opened.error();
    };
    ports.audit = [this](std::int64_t below, int limit, client::Reply<store::AuditPage> reply) {
        auditTrail(below, limit, std::move(reply));
    };
    ports.note = [this](store::AuditEntry entry, std::function<void()> then) {
        m_history->audit(
            std::move(entry), [&log = m_ports.log, then = std::move(then)](const Status &status) {
                if (!status)
                    log.warning("main", "audit_failed", {{"message", errorText(status.error())}});
                then();
            });
    };
    ports.callers = [this](const std::vector<std::string> &urls) {
        return callersOf(urls, m_environment, m_library);
    };
    m_releases = std::make_unique<ReleaseDesk>(std::move(ports));
}

void Engine::releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply)
{
    m_releases->board(query, std::move(reply));
}

void Engine::releasedService(const client::ServiceQuery &query, client::Reply<client::ServiceBoard> reply)
{
    m_releases->service(query, std::move(reply));
}

void Engine::checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    m_releases->check(query, std::move(reply));
}

} // namespace batuta::host
