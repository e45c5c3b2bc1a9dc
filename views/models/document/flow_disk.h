// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"
#include "engine/versions/version_book.h"

#include <string>

namespace batuta::views {

/// Past this a file is not opened at all; what the engine runs is bounded lower, by flow::YamlLimits.
constexpr std::uint64_t kMostFlowBytes = 5'000'000;

/// A flow's file as it stands on the disk.
struct DiskText
{
    enum Presence { There, Missing, Bad };
    Presence presence = Missing;
    std::string text;
    std::string version; ///< Flow::version of the text
    bool isReadOnly = false;
    Error error; ///< of Missing and Bad: what, where, and how to mend it
};

/// Reads it, when it is a file of the workspace in UTF-8 and not too large. Blocks for the disk.
DiskText readFlowFile(const versions::VersionBook::Where &where);
/// How the file is called in problems: from the workspace, `flows/ml/update_profile.yaml`.
std::string shownFile(const versions::VersionBook::Where &where);
/// Renames a file that cannot be used, so that nothing writes over it: `x.yaml` becomes
/// `x.yaml.damaged-1`, or the next number that is free. The new path. Blocks for the disk.
Result<std::string> setAside(const std::string &path);

} // namespace batuta::views
