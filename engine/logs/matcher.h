// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_query.h"
#include "engine/logs/snapshot.h"

#include <memory>

namespace batuta::logs {

using Bits = std::vector<std::uint64_t>; ///< one for each line

/// A query made ready to look at gigabytes: first what the index knows, then what must stand in a line for it
/// to match, found without reading any line; only what is left is read. Immutable; safe on any thread.
class LogMatcher
{
public:
    /// Only lines from `span.from` to before `span.to` match, as far as those are set.
    explicit LogMatcher(const LogQuery &query, TimeSpan span = {});
    ~LogMatcher();
    LogMatcher(LogMatcher &&) noexcept;

    /// How much of a line is looked at.
    static constexpr std::size_t kMostOfLine = 4u << 20;

    /// The lines of a block that match; empty for none. `buffer` is reused from call to call.
    Bits match(const IndexedFile &file, std::size_t block, std::string &buffer) const;
    bool matches(const IndexedFile &file, std::uint64_t line) const;

private:
    class Part;
    class BlockText;
    std::unique_ptr<Part> m_root;
    TimeSpan m_span;
};

/// What all lines that match a regular expression contain: a run of plain characters of it, "" when there is
/// none for sure. `isAll`: the expression is nothing else.
std::string literalOf(std::string_view pattern, bool &isAll);
/// The longest run of `text` that JSON writes as it is.
std::string plainRun(std::string_view text);

} // namespace batuta::logs
