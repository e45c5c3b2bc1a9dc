// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/status.h"

#include <array>
#include <utility>

namespace batuta::views {

Status statusOf(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Status>, 13> kWords{{
        {"success", Status::Success}, // the frequent ones first
        {"pending", Status::Queued},
        {"running", Status::Running},
        {"queued", Status::Queued},
        {"failed", Status::Failed},
        {"critical_error", Status::Failed},
        {"skipped", Status::Skipped},
        {"not_run", Status::Skipped},
        {"cancelled", Status::Cancelled},
        {"interrupted", Status::Cancelled},
        {"waiting", Status::Waiting},
        {"held", Status::Waiting},
        {"paused", Status::Waiting},
    }};
    if (word.empty())
        return Status::Queued;
    for (const auto &[known, status] : kWords)
        if (known.front() == word.front() && known == word) // most are equally long
            return status;
    return Status::Queued;
}

bool isEnded(std::string_view word)
{
    const Status status = statusOf(word);
    return status != Status::Queued && status != Status::Running && status != Status::Waiting;
}

EnvironmentKind environmentKind(std::string_view name)
{
    if (name == "production" || name == "prod")
        return EnvironmentKind::Production;
    return name == "staging" ? EnvironmentKind::Staging : EnvironmentKind::Dev;
}

} // namespace batuta::views
