// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
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
    /// What the disk would hold after a loss at this moment: the database at `from` and its logs, as `to`.
    static bool copyAfterLoss(const std::string &from, const std::string &to, Loss loss, std::uint32_t seed);
    /// While it is full, writes fail.
    static void setFull(bool isFull);
    /// While it is broken, syncs fail, and the pages that they were about are taken for written from then on:
    /// the system says so once.
    static void setBroken(bool isBroken);
    /// Called after each sync, on its thread. To be set while nobody writes.
    static void onSync(std::function<void()> listener);
};

} // namespace batuta::test
