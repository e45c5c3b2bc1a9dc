// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace batuta {

/// Wall time in microseconds since the Unix epoch: what is recorded and shown.
using WallTime = std::chrono::sys_time<std::chrono::microseconds>;
/// Time that never jumps: what timeouts and durations are measured with.
using SteadyTime = std::chrono::steady_clock::time_point;

/// Port: where the time comes from. Tests put a clock of their own here.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual WallTime wall() const = 0;
    virtual SteadyTime steady() const = 0;
};

class SystemClock final : public Clock
{
public:
    WallTime wall() const override;
    SteadyTime steady() const override;
};

/// Port: somewhere to run a piece of work later. post() may be called on any thread and never blocks.
class Executor
{
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> work) = 0;
};

/// `2026-11-21T14:21:07.123456Z`, always UTC.
std::string isoTime(WallTime time);
/// Reads what isoTime writes, with or without a fraction; false when the text is something else.
bool parseIsoTime(const std::string &text, WallTime &time);

} // namespace batuta
