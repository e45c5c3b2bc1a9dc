// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace batuta::test {

/// A disk that can lose its power: SQLite's files behind it know what was synced and what was only written.
/// Once installed it serves every database of the process. Safe on any thread.
class LosingVfs
{
public:
    enum class Loss {
        Dropped, ///< nothing that was not synced is left
        Torn,    ///< some sectors of it are, whatever the order they were written in
    };

    static void install();
    /// What the disk would hold after a loss at this moment: the database at `from` and its log, as `to`.
    static bool copyAfterLoss(const std::string &from, const std::string &to, Loss loss, std::uint32_t seed);
    /// While it is full, writes fail.
    static void setFull(bool isFull);
};

} // namespace batuta::test
