// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>

namespace batuta::logs {

/// A piece of a log that rotates.
struct Chunk
{
    std::string after;   ///< where the next one goes on
    std::string lines;   ///< whole ones
    bool hasGap = false; ///< lines before these are gone
    bool isEnd = true;   ///< nothing more was written yet
};

inline constexpr int kLeastChunk = 64 << 10;
inline constexpr int kMostChunk = 4 << 20;

/// What stands in a log behind `after` of the chunk before, at most `bytes` of it (brought between the two
/// above);
/// "" begins with the newest lines. Files that were rotated away meanwhile are read to their end first. A
/// line that is longer than a chunk is left out, as a gap. FileUnreadable when there is no log.
Result<Chunk> readChunk(const std::string &path, const std::string &after, int bytes);

} // namespace batuta::logs
