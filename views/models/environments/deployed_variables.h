// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/environments/aside.h"
#include "views/models/engine_link.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// The variables of the revision that serves an environment in its cloud, as the engine tells them: values of
/// secrets are not among them. Asks when it is told to, and every minute while it is live. What was read last
/// stays when the cloud is away. Lives on the window's thread.
class DeployedVariables final : public QObject
{
    Q_OBJECT

public:
    struct Reading
    {
        environments::Aside aside;
        std::string service;
        int percent = 0; ///< of the traffic; other revisions have the rest
        WallTime at{};
    };

    explicit DeployedVariables(EngineLink &engine, QObject *parent = nullptr);

    /// Environments that have a cloud; none before the first answer.
    const std::vector<client::CloudPlace> &places() const { return m_places; }
    /// "" shows none.
    const std::string &environment() const { return m_environment; }
    void choose(const std::string &environment);
    void setLive(bool live);
    void refresh();
    bool isAsking() const { return m_isAsking; }

    /// Of the chosen environment; nothing before it was read.
    const std::optional<Reading> &reading() const { return m_reading; }
    /// Why there is no reading, or an old one.
    const std::optional<Error> &problem() const { return m_problem; }

signals:
    void changed();

private:
    void askService(const client::CloudPlace &place);
    void take(const client::ServiceBoard &board);
    void end(std::optional<Error> problem);

    EngineLink &m_engine;
    std::vector<client::CloudPlace> m_places;
    std::string m_environment;
    std::optional<Reading> m_reading;
    std::optional<Error> m_problem;
    bool m_isAsking = false;
    bool m_isChosen = false; ///< by a person, or by what stood there at first
    int m_generation = 0;    ///< answers to what was asked before another choice come too late
    QTimer m_often;
};

} // namespace batuta::views
