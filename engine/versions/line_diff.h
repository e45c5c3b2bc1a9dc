// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace batuta::versions {

/// Parts of a text that are compared: lines or words. They point into it.
using Pieces = std::vector<std::string_view>;

/// Lines without their breaks; a break at the end makes no last empty line.
Pieces linesOf(std::string_view text);
/// Words, blanks and single signs, which together are the line.
Pieces wordsOf(std::string_view line);

/// A stretch of pieces that are the same on both sides, or in its place what stands on each: `before` and
/// `after` count pieces, and one of them may be 0.
struct Stretch
{
    bool isSame = false;
    std::size_t beforeAt = 0;
    std::size_t before = 0;
    std::size_t afterAt = 0;
    std::size_t after = 0;

    bool operator==(const Stretch &) const = default;
};

/// What leads from one text to another: all pieces of both, in order; same and different stretches take
/// turns.
struct PieceDiff
{
    std::vector<Stretch> stretches;
    /// The texts differ so much that the shortest difference was not looked for: some stretches may be called
    /// different that have same pieces.
    bool isCoarse = false;

    std::size_t removed() const;
    std::size_t added() const;
    std::size_t differences() const;
};

/// The shortest difference (Myers), in memory that grows with the length of the texts only, and with at most
/// about `work` comparisons; past them it is coarse. Any thread.
PieceDiff diffOf(const Pieces &before, const Pieces &after, std::size_t work = 20'000'000);

} // namespace batuta::versions
