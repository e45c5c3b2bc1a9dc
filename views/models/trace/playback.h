// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <string>
#include <vector>

namespace batuta::views {

/// A moment of a record at which something began or ended.
struct Instant
{
    enum class Kind { Begin, AttemptStarted, AttemptEnded, StepEnded, StepSkipped, End };
    Kind kind = Kind::Begin;
    WallTime at{};
    std::string step; ///< "" for the run itself
    int attempt = 0;
    int statusCode = 0;
    std::string status; ///< of what ended
};

/// The record of a run that has ended, moment by moment: pure. What stood in the record at a moment is what
/// had begun or ended by then; requests are known from their start, responses from their end.
class Playback
{
public:
    Playback() = default;
    explicit Playback(client::ExecutionRecord record);

    bool isEmpty() const { return m_instants.empty(); }
    const std::vector<Instant> &instants() const { return m_instants; }
    const client::ExecutionRecord &whole() const { return m_record; }
    /// As it stood right after this moment; whole() after the last one.
    client::ExecutionRecord recordAt(std::size_t instant) const;

private:
    struct Times ///< positions of the instants of one step
    {
        std::vector<std::size_t> started, ended; ///< of its attempts
        std::size_t over = 0;
    };
    client::StepRecord stepAt(std::size_t step, std::size_t instant) const;

    client::ExecutionRecord m_record;
    std::vector<Instant> m_instants;
    std::vector<Times> m_times;
};

} // namespace batuta::views
