// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/settings.h"
#include "engine/host/backup_shelf.h"
#include "engine/host/build_book.h"
#include "engine/host/deploy_look.h"

namespace batuta::host {

/// What can be asked and done about releases besides moving traffic: looks before a deployment, builds,
/// exports, backups, alerts and budgets. On the loop's thread; belongs to the ReleaseDesk, which checks roles
/// and places first.
class ReleaseKit
{
public:
    struct Ports
    {
        std::string folder; ///< of the backups
        std::string workspace;
        decltype(BackupShelf::Ports::aside) aside;
        decltype(DeployLook::knock) knock;
    };
    struct Place
    {
        cloud::CloudPort *cloud = nullptr;
        std::string environment;
        cloud::Settings settings;
    };

    ReleaseKit(const Clock &clock, Ports ports);

    /// One of the questions of release_lookups.h.
    void lookUp(const Place &place, const client::ReleaseLookup &lookup, client::Reply<json::Value> reply);

    static bool isAct(const std::string &verb);
    /// Whether it changes something in the cloud: then it wants a reason where that is guarded.
    static bool isChange(const std::string &verb);
    /// InputInvalid for data that makes no sense, ActRefused without the typed name where it is wanted.
    static Status check(const Place &place, const client::Act &act, const std::string &service);
    void perform(const Place &place, const client::Act &act, const std::string &service,
                 client::Reply<json::Value> reply);
    /// The clouds are about to go.
    void forget() { m_builds.forget(); }

private:
    void watching(const Place &place, client::Reply<json::Value> reply);
    void build(const Place &place, const client::Act &act, const client::Reply<json::Value> &reply);
    static void saveAlert(const Place &place, const client::Act &act, const std::string &service,
                          client::Reply<json::Value> reply);
    static void saveBudget(const Place &place, const client::Act &act, client::Reply<json::Value> reply);

    const Clock &m_clock;
    Ports m_ports;
    BuildBook m_builds;
    BackupShelf m_backups;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace batuta::host
