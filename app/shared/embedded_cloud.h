// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/local_cloud.h"

#include <memory>
#include <string>
#include <thread>

namespace batuta::app {

/// What the local Cloud Run of a workspace works with: its folder below `.batuta`, `images.yaml`, the
/// programs beside this one.
cloud_local::LocalCloudOptions localCloudOptions(const std::string &workspace);

/// Tells the workspace's other programs where it listens, and writes `gcloud.env` for gcloud.
Status tellLocalCloud(const cloud_local::LocalCloudOptions &options, const std::string &url);

/// The local Cloud Run inside this program, for a workspace whose batuta.yaml says `server: local`: on a
/// thread and a loop of its own, on the port that it had before where that is free. Opened and destroyed by
/// one thread; its instances end with it.
class EmbeddedCloud
{
public:
    /// Null when the workspace asks for none, or another program has it open already. Errors of
    /// LocalCloud::open().
    static Result<std::unique_ptr<EmbeddedCloud>> open(const std::string &workspace);
    ~EmbeddedCloud();
    EmbeddedCloud(const EmbeddedCloud &) = delete;
    EmbeddedCloud &operator=(const EmbeddedCloud &) = delete;

private:
    explicit EmbeddedCloud(cloud_local::LocalCloudOptions options);
    Result<std::string> start();

    cloud_local::LocalCloudOptions m_options;
    SystemClock m_clock;
    net::Loop m_loop;
    std::unique_ptr<cloud_local::LocalCloud> m_cloud; ///< on the thread of the loop
    std::thread m_thread;
};

} // namespace batuta::app
