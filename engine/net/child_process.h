// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/base/units.h"
#include "engine/net/loop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::net {

/// What to start. Nothing of the caller's own environment reaches the child but what stands here.
struct ChildCommand
{
    std::vector<std::string> words;       ///< program and arguments; a bare name is looked for in its PATH
    std::vector<std::string> environment; ///< `NAME=value`
    std::string directory;                ///< "" is the caller's own
    std::string input;                    ///< its standard input; "" gives it an empty one
    std::uint64_t maxOutputBytes = 1ULL << 20; ///< of standard output; past it the whole group is killed
    std::uint64_t maxMemoryBytes = 0;          ///< of address space; 0 is no limit
    Duration grace = std::chrono::seconds(5);  ///< from SIGTERM to SIGKILL
    /// For children that live long: hears both streams as they come, and nothing of them is kept. The last
    /// bytes come before `done`. It must not destroy the ChildProcess.
    std::function<void(bool isErrors, std::string_view bytes)> hear{};
};

/// How a child ended. `signal` is 0 when it returned by itself, with `status`.
struct ChildEnd
{
    int status = 0;
    int signal = 0;
    bool outputTooLong = false;
    std::string output;
    std::string errors; ///< the last 4 KiB of its standard error stream
};

/// A child process in a process group of its own, started without a shell. Lives on its loop's thread. The
/// group does not outlive the child: what is left in it is killed when the child has ended. The child dies
/// with the thread that started it, even by kill -9. No file of this process is open in it.
class ChildProcess
{
public:
    using Done = std::function<void(ChildEnd)>;

    /// Calls `done` once, later, when the child has really gone; it may destroy the ChildProcess. An error
    /// (FileUnreadable, with the system's words as detail) means that nothing was started.
    static Result<std::unique_ptr<ChildProcess>> start(Loop &loop, ChildCommand command, Done done);
    /// Kills the group and forgets it: `done` is not called any more.
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// SIGTERM to the group, and SIGKILL after the grace. A second call changes nothing.
    void terminate();
    /// SIGKILL to the group; `done` is called.
    void kill();
    int id() const;

private:
    struct State;
    explicit ChildProcess(std::shared_ptr<State> state);

    std::shared_ptr<State> m_state;
};

} // namespace batuta::net
