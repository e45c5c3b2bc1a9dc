// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/deployed_variables.h"

#include "engine/json/redact.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kOften = 60'000;

/// The share of the traffic that is largest.
cloud::TrafficTarget servingOf(const cloud::Service &service)
{
    const auto &traffic = service.routed.empty() ? service.traffic : service.routed;
    const auto most = std::max_element(traffic.begin(), traffic.end(),
                                       [](const auto &a, const auto &b) { return a.percent < b.percent; });
    cloud::TrafficTarget serving = most == traffic.end() ? cloud::TrafficTarget{{}, 100, {}, {}} : *most;
    if (serving.isLatest())
        serving.revision = service.latestReady;
    return serving;
}

environments::AsideValue valueOf(const cloud::EnvVar &variable)
{
    if (variable.isSecret()) {
        const std::string name = variable.secret.substr(variable.secret.rfind('/') + 1);
        const std::string version = variable.secretVersion.empty() ? "latest" : variable.secretVersion;
        return {variable.name, "", name + "@" + version, false};
    }
    const bool isMasked = variable.value.starts_with(json::kMask);
    return {variable.name, isMasked ? "" : variable.value, "", isMasked};
}

} // namespace

DeployedVariables::DeployedVariables(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_often.setInterval(kOften);
    connect(&m_often, &QTimer::timeout, this, &DeployedVariables::refresh);
    connect(&m_engine, &EngineLink::stateChanged, this, [this] {
        if (m_often.isActive())
            refresh();
    });
}

void DeployedVariables::setLive(bool live)
{
    if (live == m_often.isActive())
        return;
    if (!live)
        return m_often.stop();
    m_often.start();
    refresh();
}

void DeployedVariables::choose(const std::string &environment)
{
    m_isChosen = true;
    if (environment == m_environment)
        return;
    m_environment = environment;
    m_reading.reset();
    m_problem.reset();
    ++m_generation;
    m_isAsking = false;
    if (m_environment.empty())
        emit changed();
    else
        refresh();
}

void DeployedVariables::refresh()
{
    if (!m_engine.isRunning()) { // what it asked before will not be answered
        ++m_generation;
        return end(m_places.empty() ? std::nullopt : std::optional(m_engine.reason()));
    }
    if (m_isAsking || (m_isChosen && m_environment.empty() && !m_places.empty()))
        return;
    m_isAsking = true;
    emit changed();
    const int generation = m_generation;
    m_engine.releases({m_environment}, this, [this, generation](const Result<client::ReleaseBoard> &board) {
        if (generation != m_generation)
            return;
        if (!board) // an engine that knows no clouds has nothing to tell
            return end(board.error().code == ErrorCode::HttpNotFound ? std::nullopt
                                                                     : std::optional(board.error()));
        m_places = board->places;
        if (!m_isChosen && !m_places.empty())
            m_environment = m_places.back().environment; // production is the last
        const auto place = std::find_if(m_places.begin(), m_places.end(), [this](const auto &each) {
            return each.environment == m_environment;
        });
        if (place == m_places.end())
            return end(std::nullopt);
        m_isChosen = true;
        client::CloudPlace asked = *place;
        if (asked.service.empty() && board->environment == asked.environment && board->services.size() == 1)
            asked.service = board->services.front().name.service;
        askService(asked);
    });
}

void DeployedVariables::askService(const client::CloudPlace &place)
{
    if (place.service.empty())
        return end(Error{ErrorCode::UsageInvalid,
                         place.environment,
                         "the workspace names no service for it",
                         {},
                         "Name it in batuta.yaml, under the environment's cloud."});
    const int generation = m_generation;
    m_engine.releasedService({place.environment, place.service}, this,
                             [this, generation](const Result<client::ServiceBoard> &board) {
                                 if (generation != m_generation)
                                     return;
                                 if (!board)
                                     return end(board.error());
                                 take(*board);
                             });
}

void DeployedVariables::take(const client::ServiceBoard &board)
{
    const cloud::TrafficTarget serving = servingOf(board.service);
    const auto revision = std::find_if(board.revisions.begin(), board.revisions.end(),
                                       [&](const auto &each) { return each.name == serving.revision; });
    if (revision == board.revisions.end())
        return end(Error{ErrorCode::UsageInvalid,
                         board.service.name.service,
                         "the revision that serves is not in the list of its revisions",
                         {},
                         ""});
    Reading reading{{environments::Aside::Kind::Deployed, m_environment, revision->name, {}},
                    board.service.name.service,
                    serving.percent,
                    board.at};
    for (const cloud::EnvVar &variable : revision->config.env)
        reading.aside.values.push_back(valueOf(variable));
    m_reading = std::move(reading);
    end(std::nullopt);
}

void DeployedVariables::end(std::optional<Error> problem)
{
    m_isAsking = false;
    m_problem = std::move(problem);
    emit changed();
}

} // namespace batuta::views
