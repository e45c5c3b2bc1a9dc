// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/build_values.h"

#include <optional>

namespace batuta::cloud {

/// `REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE:TAG@DIGEST` in its parts; those behind the repository may
/// be "".
struct ImageName
{
    std::string region;
    std::string project;
    std::string repository;
    std::string image; ///< may have slashes
    std::string tag;
    std::string digest;
};
/// Nothing for names of other registries.
std::optional<ImageName> parseImage(const std::string &text);

/// Artifact Registry: images of a repository with tags and digests.
class ImageClient
{
public:
    explicit ImageClient(Api &api)
        : m_api(api)
    {
    }

    /// The newest first; at most 1,000.
    void images(const std::string &repository, Reply<std::vector<Image>> reply);

private:
    Api &m_api;
};

} // namespace batuta::cloud
