// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/client/rollout.h"
#include "views/models/engine_link.h"

#include <QObject>

#include <map>
#include <optional>

namespace batuta::views {

/// One service in the cloud, as a line of the overview. Figures that the cloud did not give are absent.
struct OverviewService
{
    enum class Health { Ready, Changing, Failing };

    std::string environment;
    std::string name;
    std::string region;
    Health health = Health::Ready;
    std::string trouble;                      ///< in the cloud's words, when it fails
    std::vector<cloud::TrafficTarget> shares; ///< as the traffic is, the largest first
    std::optional<double> instances, requestsPerSecond;
    std::optional<double> p95; ///< milliseconds, of the slowest revision that serves
};

/// The services of the engine's own environment and the rollout that is in progress. The cloud is asked once
/// a minute, and every ten seconds while a rollout moves its traffic; the engine, for rollouts, each time.
/// Lives on the window's thread.
class OverviewCloud final : public QObject
{
    Q_OBJECT

public:
    explicit OverviewCloud(EngineLink &link, QObject *parent = nullptr);

    /// Asks again, if it is time; `isWhole`: whatever the time.
    void refresh(bool isWhole);

    /// The workspace names a cloud. Until it is known there is none.
    bool hasCloud() const { return m_hasCloud; }
    bool isRead() const { return m_isRead; }
    const std::optional<Error> &problem() const { return m_problem; }           ///< why there are no services
    const std::vector<OverviewService> &services() const { return m_services; } ///< in trouble first
    const std::optional<client::RolloutState> &rollout() const { return m_rollout; }
    /// The service that is rolled out, when it is among the services.
    const OverviewService *rolledOut() const;

signals:
    void servicesChanged();
    void rolloutChanged();

private:
    void askPlaces();
    void askBoard();
    void takeBoard(const client::ReleaseBoard &board);
    void askFigures(const std::string &name);
    void askRollout();
    void askTakenOver();
    void askExecution(const ExecutionId &id);
    void setRollout(std::optional<client::RolloutState> rollout);

    EngineLink &m_link;
    std::vector<OverviewService> m_services;
    std::map<std::string, OverviewService> m_measured; ///< by name: the figures that came last
    std::optional<client::RolloutState> m_rollout;
    std::optional<Error> m_problem;
    SteadyTime m_askedAt{};
    int m_generation = 0;
    bool m_hasCloud = false;
    bool m_isRead = false;
};

} // namespace batuta::views
