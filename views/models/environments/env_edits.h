// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/env_history.h"
#include "engine/environments/workspace_files.h"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// A key in an environment, which the suffix of its files names: that stays when files come and go.
struct EnvCellId
{
    std::string suffix;
    std::string key;

    auto operator<=>(const EnvCellId &) const = default;
};

/// What a key shall be, and what it was on the disk when that was wanted; nothing is "not there".
struct EnvEdit
{
    std::optional<std::string> value;
    std::optional<std::string> base;

    bool operator==(const EnvEdit &) const = default;
};

using EnvEdits = std::map<EnvCellId, EnvEdit>;

/// What the edits make of one file.
struct EnvPlan
{
    std::size_t environment = 0;
    std::string path;  ///< whole
    std::string shown; ///< from the workspace
    environments::EnvFormat format = environments::EnvFormat::Dotenv;
    bool isNew = false;
    bool isWritable = true;
    std::string before, after;
    std::vector<environments::KeyChange> changes;
    Errors refused; ///< what this file cannot say
};

/// The value that a key has on the disk.
std::optional<std::string> valueIn(const environments::EnvironmentFiles &environment, std::string_view key);

/// Every file that the edits change, with the smallest change. A key is changed where it counts; a new one
/// goes into the strongest file, behind the key that it follows in the template; one that is taken away goes
/// from every file of its environment.
std::vector<EnvPlan> plansOf(const environments::WorkspaceFiles &files, const EnvEdits &edits,
                             const std::string &workspace);
/// The files as they will be.
environments::WorkspaceFiles withPlans(environments::WorkspaceFiles files, const std::vector<EnvPlan> &plans);

/// Writes one file, when it is still what the plan begins with. A new file is readable by its owner only.
/// ActRefused, FileUnwritable. Blocks for the disk.
Result<void> writePlan(const EnvPlan &plan);

} // namespace batuta::views
