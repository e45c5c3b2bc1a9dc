// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/cloud_port.h"

#include <memory>

namespace batuta::cloud {

/// Cloud Build: source upload to Cloud Storage, builds, and their logs.
class BuildClient
{
public:
    explicit BuildClient(Api &api)
        : m_api(api)
    {
    }

    /// See CloudPort::build(). The folder is packed on a thread of its own, which is waited for when the run
    /// is destroyed.
    std::unique_ptr<Running> build(const BuildRequest &request, BuildWatch watch, Reply<Build> reply,
                                   Duration every = std::chrono::seconds(1));

private:
    Api &m_api;
};

Build readBuild(const json::Value &json);
/// The bucket that gcloud uploads the sources of a project to.
std::string sourceBucketOf(const std::string &project);

} // namespace batuta::cloud
