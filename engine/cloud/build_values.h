// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace batuta::cloud {

/// A build of Cloud Build.
struct Build
{
    enum class Status { Pending, Working, Success, Failure, Cancelled, TimedOut };

    std::string project;
    std::string id;
    Status status = Status::Pending;
    std::string said; ///< the server's word for the status, and why it failed
    std::string logUrl;
    std::string logBucket; ///< gs://BUCKET, or "" when its log is not kept in a bucket
    WallTime created{};
    WallTime finished{};
    std::vector<std::string> images; ///< `name@sha256:…` of what was built

    bool isOver() const { return status != Status::Pending && status != Status::Working; }
};

/// What to build: a directory with a Dockerfile, as an image.
struct BuildRequest
{
    std::string project;
    std::string directory; ///< what .gcloudignore, or .gitignore, names stays out
    std::string image;     ///< REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE:TAG
};

/// What happens while a build goes on; on the loop's thread.
struct BuildWatch
{
    std::function<void(std::uint64_t files, std::uint64_t bytes)> packed;
    std::function<void(const Build &)> changed;
    std::function<void(std::string_view text)> log; ///< new text, in order, without a gap
};

/// An image of a repository of Artifact Registry.
struct Image
{
    std::string uri; ///< REGION-docker.pkg.dev/P/REPOSITORY/IMAGE@sha256:…
    std::string digest;
    std::vector<std::string> tags;
    std::uint64_t bytes = 0;
    WallTime uploaded{};
};

} // namespace batuta::cloud
