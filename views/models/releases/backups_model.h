// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_lookups.h"
#include "views/models/engine_link.h"

#include <QStringList>

#include <optional>

namespace batuta::views {

/// Backups of the services of one environment, what differs between one and now, and the way back. Lives on
/// the window's thread.
class BackupsModel final : public QObject
{
    Q_OBJECT

public:
    struct Restored
    {
        std::string service;
        std::optional<Error> error; ///< none: the cloud has taken it
    };

    BackupsModel(EngineLink &engine, std::string environment, QObject *parent = nullptr);

    const std::string &environment() const { return m_environment; }
    /// Nothing before the first answer.
    const std::optional<client::BackupList> &list() const { return m_list; }
    const std::optional<Error> &problem() const { return m_problem; }
    bool isBusy() const { return m_isBackingUp || !m_waiting.empty(); }
    void read();
    void backUp();

    /// The services of a backup now and then; compared() when all of them have come.
    void compare(const std::string &backup, const std::vector<std::string> &services);
    bool isComparing() const { return m_missing > 0; }
    const std::string &now() const { return m_now; }
    const std::string &then() const { return m_then; }

    /// One after the other; what fails ends it.
    void restore(const std::string &backup, const std::vector<std::string> &services, const QString &why,
                 const QString &typed);
    const std::vector<Restored> &restored() const { return m_restored; }

signals:
    void changed();
    void backedUp(const QString &folder, int services);
    void restoreEnded();

private:
    void restoreNext();
    void gather();

    EngineLink &m_engine;
    std::string m_environment;
    std::optional<client::BackupList> m_list;
    std::optional<Error> m_problem;
    std::map<std::string, client::BackupSides> m_sides;
    std::string m_now, m_then;
    std::vector<std::string> m_waiting; ///< services that are still to be restored
    std::vector<Restored> m_restored;
    client::Act m_act;
    int m_missing = 0, m_generation = 0;
    bool m_isBackingUp = false;
};

} // namespace batuta::views
