// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/rollout.h"
#include "views/models/releases/log_tail.h"

#include <optional>

namespace batuta::views {

/// A deployment that is under way: the execution of its rollout, what Cloud Run says of the new revision, and
/// what that logs. It goes on in the engine whether anybody looks or not. Lives on the window's thread.
class DeployRun final : public QObject
{
    Q_OBJECT

public:
    struct Phase
    {
        QString step;
        std::string status; ///< of the step
        std::string reason; ///< why it failed or was skipped
        WallTime startedAt{}, endedAt{};
    };

    DeployRun(EngineLink &engine, QString execution, QObject *parent = nullptr);

    const QString &execution() const { return m_execution; }
    /// Nothing before the first answer.
    const std::optional<client::RolloutState> &state() const { return m_state; }
    const QList<Phase> &phases() const { return m_phases; }
    /// Of the new revision, as the cloud has them.
    const std::vector<cloud::Condition> &conditions() const { return m_conditions; }
    /// Where the traffic is: the shares of the service, for people.
    const std::string &traffic() const { return m_traffic; }
    const LogTail &log() const { return m_log; }
    LogTail &log() { return m_log; }
    /// When it began; no time before it is known.
    WallTime startedAt() const { return m_startedAt; }
    const std::optional<Error> &problem() const { return m_problem; }
    bool isOver() const { return m_state && m_state->isOver; }
    bool hasSucceeded() const { return m_state && m_state->status == "success"; }

signals:
    void changed();
    void ended(); ///< once

private:
    void ask();
    void take(const client::ExecutionRecord &record);
    void askService();

    EngineLink &m_engine;
    QString m_execution;
    std::optional<client::RolloutState> m_state;
    QList<Phase> m_phases;
    std::vector<cloud::Condition> m_conditions;
    std::string m_traffic;
    LogTail m_log;
    WallTime m_startedAt{};
    std::optional<Error> m_problem;
    QTimer m_again;
    std::string m_logged; ///< the revision whose log is followed
    bool m_isAsking = false;
};

} // namespace batuta::views
