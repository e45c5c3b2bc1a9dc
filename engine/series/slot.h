// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/values.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace batuta::series {

/// What is kept of one series for one stretch of time. A counter: `first` is its increase. A gauge: `first`
/// is its mean, `second` its greatest value. A histogram: `first` is the increase of its sum, and the buckets
/// are those that grew.
struct Cell
{
    double first = 0;
    double second = 0;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> buckets{}; ///< bucket → increase, ascending
};

/// All series that moved in one stretch of time, by their number in the file.
using Slot = std::map<std::int64_t, Cell>;

/// The bytes of a slot as the file keeps them: small numbers take one byte.
std::string packed(const Slot &slot, const std::function<Kind(std::int64_t)> &kindOf);
/// Calls `visit` for each cell. False when the bytes are damaged: what came before was good.
bool unpack(std::string_view bytes,
            const std::function<void(std::int64_t id, Kind kind, const Cell &cell)> &visit);

/// Several slots as one: increases are added, gauges averaged.
class SlotSum
{
public:
    void add(std::int64_t id, Kind kind, const Cell &cell);
    Slot slot() const;
    Kind kindOf(std::int64_t id) const { return m_sums.at(id).kind; }

private:
    struct Sum
    {
        Kind kind = Kind::Counter;
        Cell cell{};
        int count = 0;
    };
    std::map<std::int64_t, Sum> m_sums;
};

} // namespace batuta::series
