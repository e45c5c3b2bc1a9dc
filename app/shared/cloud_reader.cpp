// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/cloud_reader.h"

#include "app/shared/workspace_file.h"

#include <algorithm>

namespace batuta::app {
namespace {

using Places = std::vector<std::pair<std::string, cloud::Settings>>;

int rankOf(const std::string &environment)
{
    return environment == "dev" ? 0 : environment == "production" || environment == "prod" ? 2 : 1;
}

Result<Places> readPlaces(const std::string &workspace)
{
    const Result<WorkspaceFile> file = readWorkspaceFile(workspace);
    if (!file)
        return file.error();
    std::vector<std::string> names = file->cloud.environments();
    if (!file->cloud.isEmpty() && names.empty())
        names.push_back(file->environment);
    Places places;
    for (const std::string &name : names) {
        Result<cloud::Settings> settings = file->cloud.of(name);
        if (!settings)
            return settings.error();
        places.emplace_back(name, std::move(*settings));
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto &a, const auto &b) { return rankOf(a.first) < rankOf(b.first); });
    return places;
}

} // namespace

decltype(host::EngineOptions::clouds) cloudReader(const std::string &workspace)
{
    return [workspace] { return readPlaces(workspace); };
}

} // namespace batuta::app
