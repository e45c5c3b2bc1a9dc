// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace batuta::fleet {

/// One cgroup (v2) with bounds for memory and processors; it is removed with this object, which must be after
/// its last process has ended.
class Cgroup
{
public:
    struct Bounds
    {
        std::uint64_t memoryBytes = 0;
        double cpu = 1;
    };

    /// Null when `root` is no writable cgroup v2 with the controllers memory and cpu.
    static std::unique_ptr<Cgroup> make(const std::string &root, const std::string &name, Bounds bounds);
    ~Cgroup();
    Cgroup(const Cgroup &) = delete;
    Cgroup &operator=(const Cgroup &) = delete;

    bool add(int process) const;
    /// How often the kernel killed something in it for its memory.
    int memoryKills() const;

    /// A folder of its own below this process' cgroup in which instances may have theirs; "" when there is
    /// none that can be written.
    static std::string usableRoot(const std::string &mount = "/sys/fs/cgroup");

private:
    explicit Cgroup(std::string folder)
        : m_folder(std::move(folder))
    {
    }

    std::string m_folder;
};

} // namespace batuta::fleet
