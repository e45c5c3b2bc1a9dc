// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace batuta::fleet {

/// What a process group uses.
struct GroupUse
{
    double cpuSeconds = 0; ///< of those that live
    std::uint64_t residentBytes = 0;
};

/// Looks through /proc once and adds up the processes of each of these groups. Those that are not there any
/// more are left out.
std::map<int, GroupUse> groupUse(const std::vector<int> &groups);
/// Resident bytes of one process: one small file. 0 when it is gone.
std::uint64_t residentBytes(int process);
/// Bytes that it has reserved for data: what RLIMIT_DATA counts, about.
std::uint64_t dataBytes(int process);

/// The groups that a fleet runs, in a file: whoever comes after a crash ends what is left of them. The file's
/// lock says that a fleet is alive.
class ProcessList
{
public:
    explicit ProcessList(std::string directory);
    ~ProcessList();
    ProcessList(const ProcessList &) = delete;
    ProcessList &operator=(const ProcessList &) = delete;

    /// StoreBusy when another fleet holds the list.
    Status lock();
    /// Kills what an earlier fleet left; gives how many processes.
    int endLeftOvers();
    void add(int group, std::uint16_t port);
    void remove(int group);

private:
    void write() const;

    std::string m_directory;
    std::map<int, std::uint16_t> m_groups; ///< and the port of each
    int m_lock = -1;
};

} // namespace batuta::fleet
