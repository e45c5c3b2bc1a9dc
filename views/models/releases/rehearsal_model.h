// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/rehearsal.h"
#include "engine/cloud/values.h"
#include "views/models/engine_link.h"

#include <QTimer>

#include <optional>

namespace batuta::views {

/// A rehearsal of one revision: what may be asked for, how far it is, and what it found. It goes on in the
/// engine when this goes away. Lives on the window's thread.
class RehearsalModel final : public QObject
{
    Q_OBJECT

public:
    RehearsalModel(EngineLink &engine, client::RehearsalRequest wanted, std::vector<std::string> callers,
                   QObject *parent = nullptr);

    const client::RehearsalRequest &wanted() const { return m_wanted; }
    /// Of the workspace, those that are known to call the service first.
    const QStringList &flows() const { return m_flows; }
    int callers() const { return m_callers; } ///< so many of them are known to call it

    void start(const client::RehearsalRequest &request);
    void stop();
    /// From the click on, until it is over.
    bool isRunning() const { return m_isAsked || (m_state && !m_state->isOver); }
    /// The last one; nothing before the first answer.
    const std::optional<client::RehearsalState> &state() const { return m_state; }
    const std::optional<Error> &problem() const { return m_problem; }

signals:
    void changed();

private:
    void look();

    EngineLink &m_engine;
    client::RehearsalRequest m_wanted;
    QStringList m_flows;
    int m_callers = 0;
    bool m_isAsked = false;
    QString m_execution;
    std::optional<client::RehearsalState> m_state;
    std::optional<Error> m_problem;
    QTimer m_again;
};

/// The revision's tag when it has one and none of the traffic: it can be rehearsed. "" otherwise.
std::string rehearsalTag(const cloud::Service &service, const std::string &revision);

} // namespace batuta::views
