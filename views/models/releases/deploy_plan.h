// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_lookups.h"
#include "views/models/engine_link.h"
#include "views/models/releases/deploy_draft.h"

#include <QTimer>

#include <optional>

namespace batuta::views {

class ReleasesModel;

/// The deployment that is being put together: its draft, the engine's look at it, and the build that it may
/// wait for. Nothing is changed before send(). Lives on the window's thread.
class DeployPlan final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Source, Configuration, Keys, Rollout, Preflight, Review };
    static constexpr int kSteps = 6;

    DeployPlan(ReleasesModel &model, EngineLink &engine, QObject *parent = nullptr);

    /// A new revision of the service that is looked at; of a new one when `isNew`.
    void begin(bool isNew);
    const DeployDraft &draft() const { return m_draft; }
    /// Changes the draft; looks taken before are old then.
    template <class Change> void edit(Change change)
    {
        change(m_draft);
        touched();
    }
    /// What is copied: image, settings and keys of the revision; "" is what the service has.
    void copy(const std::string &revision);

    /// Why one cannot go on from the step, or "": in English, for the context DeployPlan.
    QString whyNot(Step step) const;
    bool isReachable(Step step) const;
    bool hasWarnings(Step step) const;
    const std::vector<releases::Finding> &findings() const { return m_findings; }
    const std::vector<releases::KeyChange> &changes() const { return m_changes; }

    /// The engine's look at this very draft; nothing while it is being taken.
    const std::optional<client::DeployCheck> &check() const { return m_check; }
    const std::optional<Error> &problem() const { return m_problem; }
    bool isLooking() const { return m_isLooking; }
    /// Checks are as good as new for a minute.
    bool isStale() const;
    bool fails() const;
    void look();

    /// Builds the directory of the draft; its image is the draft's when that has succeeded.
    void build();
    const client::BuildState &buildState() const { return m_build; }
    bool isBuilding() const { return m_build.status == "packing" || m_build.status == "working"; }

    /// One act; the execution's id arrives with sent(). With a backup nothing is deployed before that is
    /// written.
    void send(const QString &why, const QString &typed, bool withBackup);
    bool isSending() const { return m_isSending; }

signals:
    void changed();
    void buildChanged();
    void sent(const QString &execution);
    void refused(const batuta::Error &error);

private:
    void touched();
    void askBuild();
    void rollOut(const client::RolloutRequest &request);
    void refuse(const Error &error);

    ReleasesModel &m_model;
    EngineLink &m_engine;
    DeployDraft m_draft;
    std::vector<releases::Finding> m_findings;
    std::vector<releases::KeyChange> m_changes;
    std::optional<client::DeployCheck> m_check;
    std::optional<Error> m_problem;
    WallTime m_lookedAt{};
    client::BuildState m_build;
    QTimer m_buildPoll;
    bool m_isLooking = false, m_isSending = false;
    int m_generation = 0;
};

/// Which step a finding of the draft belongs to.
DeployPlan::Step stepOf(const std::string &code);

} // namespace batuta::views
