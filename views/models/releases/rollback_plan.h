// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/releases_model.h"

#include <optional>

namespace batuta::views {

/// One look before traffic moves.
struct ReleaseCheck
{
    enum class Kind { Image, Ready, Instances, Keys, Record, Cloud };
    enum class State { Looking, Passes, Warns, Fails, Unknown };
    Kind kind = Kind::Image;
    State state = State::Looking;
    std::string detail; ///< of the engine or the cloud, in English; or names
    double figure = 0;  ///< instances, keys, or the share of failures
    double other = 0;   ///< keys that differ; requests behind the share
};

/// A change of traffic before it is confirmed: where everything goes, what it means, and what was checked.
/// Lives on the window's thread; follows the model.
class RollbackPlan final : public QObject
{
    Q_OBJECT

public:
    /// To the revision; with `traffic` another split is made, and the plan is no rollback.
    RollbackPlan(ReleasesModel &model, EngineLink &engine, std::string target,
                 std::optional<releases::Traffic> traffic = {}, QObject *parent = nullptr);

    bool isRollback() const { return !m_traffic.has_value(); }
    const std::string &target() const { return m_target; }
    void setTarget(const std::string &target); ///< checks again
    releases::Traffic traffic() const;
    /// Percents of the traffic that go elsewhere.
    int moving() const;
    /// Requests per second that go elsewhere, by the figures of now.
    std::optional<double> movingRate() const;
    const std::vector<ReleaseCheck> &checks() const { return m_checks; }
    bool isLooking() const;
    bool fails() const;
    int done() const;
    /// Checks are as good as new for a minute.
    bool isStale() const;
    /// Somebody changed the service since it was looked at.
    bool isOvertaken() const;
    void look();

signals:
    void changed();

private:
    void addReady();
    void addInstances();
    void addKeys();
    void addRecord();
    void take(const Result<client::RouteCheck> &check);

    ReleasesModel &m_model;
    EngineLink &m_engine;
    std::string m_target;
    std::optional<releases::Traffic> m_traffic;
    std::vector<ReleaseCheck> m_checks;
    WallTime m_lookedAt{};
    std::string m_etag; ///< of the state that was looked at
    int m_generation = 0;
};

} // namespace batuta::views
