// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/field.h"
#include "engine/logs/log_rows.h"

namespace batuta::logs {

/// How many lines of each severity in equal spans of time.
struct Histogram
{
    TimeSpan span;
    LineTime width = 1; ///< of a bucket, microseconds
    std::vector<SeverityCounts> buckets;
    std::uint64_t outside = 0; ///< lines of a time beyond: of a clock that was wrong
};

/// About `buckets` of them (1 to 2000), of a width that people count in.
Histogram histogramOf(const LogRows &rows, TimeSpan span, int buckets, const std::stop_token &stop = {});

/// The values of one field, the most frequent first.
struct Facet
{
    std::string field;
    std::vector<std::pair<std::string, std::uint64_t>> values;
    bool hasMore = false; ///< there are other values
};

inline constexpr std::size_t kFacetValues = 12;

/// Of all rows; `kept` values of each at most. Empty when stopped.
std::vector<Facet> facetsOf(const LogRows &rows, const std::vector<std::string> &fields,
                            const std::stop_token &stop = {}, std::size_t kept = kFacetValues);

/// The fields that rows have, by their lines: a sample of about a thousand.
struct FieldUse
{
    std::string name;
    std::uint64_t lines = 0;
    std::uint64_t values = 0; ///< different ones in the sample
    bool isNested = false;
};
std::vector<FieldUse> fieldsOf(const LogRows &rows);

/// Rows that say the same (numbers and ids apart), folded into the first of each.
struct GroupedRows
{
    std::vector<std::uint64_t> rows;   ///< of LogRows, in their order
    std::vector<std::uint64_t> counts; ///< how many say that
    std::vector<std::uint64_t> last;   ///< the last row that does
};
GroupedRows groupsOf(const LogRows &rows, const std::stop_token &stop = {});
/// The message without what differs from one time to the next.
std::string normalised(std::string_view message);

} // namespace batuta::logs
