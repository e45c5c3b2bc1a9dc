// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/cgroup.h"

#include <cstdint>
#include <memory>
#include <string>

namespace batuta::fleet {

/// The bounds of one process and what it starts: a cgroup where there can be one. Else it runs on so many
/// processors, and whoever has it looks now and then at what it uses. Must live until the process has ended.
class ProcessBounds
{
public:
    ProcessBounds(const std::string &cgroupRoot, const std::string &name, Cgroup::Bounds bounds);

    /// The process has just been started. Those of different `spread` begin at different processors.
    void take(int process, unsigned spread);
    bool wantsLooks() const { return m_process != 0 && !m_cgroup; }
    /// Whether that is more than it may have, and nobody else ends it.
    bool isExceeded(std::uint64_t used) const { return wantsLooks() && used > m_bounds.memoryBytes; }
    /// Stops what grows without bounds between two looks. It counts from what the program has reserved when
    /// it has begun its work, which may be much more than it ever uses.
    void boundGrowth() const;
    /// Whether the kernel has killed something for its memory.
    bool wasExceeded() const { return m_cgroup && m_cgroup->memoryKills() > 0; }
    std::uint64_t memoryBytes() const { return m_bounds.memoryBytes; }
    /// What Cloud Run's log says then.
    std::string words(std::uint64_t used) const;

private:
    void bindToProcessors(unsigned spread) const;

    const Cgroup::Bounds m_bounds;
    std::unique_ptr<Cgroup> m_cgroup;
    int m_process = 0;
};

} // namespace batuta::fleet
