// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace batuta::versions {

/// One published text of a flow.
struct VersionEntry
{
    int number = 0;
    std::string version; ///< Flow::version of its text
    std::string author;  ///< "" when the file was changed outside, and nobody knows by whom
    std::string note;
    WallTime at{};
    std::uint64_t size = 0; ///< bytes of its text

    bool isOutside() const { return author.empty(); }
    bool operator==(const VersionEntry &) const = default;
};

/// What stands in an index, and which of its lines could not be read: these are left out.
struct IndexReading
{
    std::vector<VersionEntry> entries; ///< by number
    Errors problems;
};

/// An index as it is on the disk: one JSON object a line. A missing file is an empty index.
Result<IndexReading> readIndex(const std::string &path);
Result<VersionEntry> readEntry(const std::string &line);
std::string writeEntry(const VersionEntry &entry);

} // namespace batuta::versions
