// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/client/release_lookups.h"
#include "engine/cloud/cloud_port.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::host {

/// Backups of the services of environments, in dated folders of the workspace, with checksums. On the loop's
/// thread; files are read and written beside it.
class BackupShelf
{
public:
    struct Ports
    {
        const Clock &clock;
        std::string folder; ///< that the backups are below
        /// Runs the first beside the loop, and then what it gives on the loop.
        std::function<void(std::function<std::function<void()>()>)> aside;
    };
    /// Of whom.
    struct Place
    {
        cloud::CloudPort *cloud;
        std::string environment, project, region;
    };

    explicit BackupShelf(Ports ports);

    /// All services of the place; {folder, services}. What cannot be written whole is not kept.
    void backUp(const Place &place, client::Reply<json::Value> reply);
    void list(const std::string &environment, client::Reply<client::BackupList> reply);
    void compare(const Place &place, const std::string &backup, const std::string &service,
                 client::Reply<client::BackupSides> reply);
    /// Makes the service what it was in the backup; {operation, done}.
    void restore(const Place &place, const std::string &backup, const std::string &service,
                 client::Reply<json::Value> reply);

private:
    struct Writing;
    void write(const std::shared_ptr<Writing> &writing);
    void next(const std::shared_ptr<Writing> &writing);
    /// The text of a service, checked against its checksum.
    void read(const std::string &backup, const std::string &service, client::Reply<std::string> reply);

    Ports m_ports;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

/// The YAML of a service as somebody may look at it; values of keys with secret names are masked.
Result<std::string> maskedYaml(const std::string &yaml, const cloud::ServiceName &name);
/// The YAML without the name of the revision: one of that name may be there, with another configuration.
Result<std::string> restorableYaml(const std::string &yaml, const cloud::ServiceName &name);

} // namespace batuta::host
