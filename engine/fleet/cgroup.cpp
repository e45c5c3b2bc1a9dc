// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/cgroup.h"

#include "engine/base/text.h"

#include <cerrno>
#include <charconv>
#include <cmath>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace batuta::fleet {
namespace {

constexpr int kPeriod = 100'000; ///< microseconds, the kernel's default

std::string textOf(const std::string &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The kernel takes or refuses such a text in one write.
bool put(const std::string &path, const std::string &text)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(file);
    return written;
}

bool hasControllers(const std::string &list)
{
    bool memory = false;
    bool cpu = false;
    for (const std::string_view name : split(trimmed(list), ' ')) {
        memory = memory || name == "memory";
        cpu = cpu || name == "cpu";
    }
    return memory && cpu;
}

} // namespace

// The kernel wants processes in leaves only, so instances can have groups of their own only where a manager
// has delegated a folder without processes, or in the root of a container.
std::string Cgroup::usableRoot(const std::string &mount)
{
    if (!hasControllers(textOf(mount + "/cgroup.controllers")))
        return {};
    std::string own;
    const std::string lines = textOf("/proc/self/cgroup");
    for (const std::string_view line : split(lines, '\n'))
        if (line.starts_with("0::"))
            own = std::string(line.substr(3));
    const std::string folder = own == "/" ? mount : mount + own;
    if (!hasControllers(textOf(folder + "/cgroup.subtree_control")) &&
        !put(folder + "/cgroup.subtree_control", "+memory +cpu"))
        return {};
    return folder;
}

std::unique_ptr<Cgroup> Cgroup::make(const std::string &root, const std::string &name, Bounds bounds)
{
    if (root.empty())
        return nullptr;
    const std::string folder = root + "/" + name;
    if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) // one of before a crash serves as well
        return nullptr;
    std::unique_ptr<Cgroup> group(new Cgroup(folder));
    const auto quota = static_cast<long>(std::lround(bounds.cpu * kPeriod));
    const bool bounded = put(folder + "/memory.max", std::to_string(bounds.memoryBytes)) &&
                         put(folder + "/cpu.max", std::to_string(quota) + " " + std::to_string(kPeriod));
    if (!bounded)
        return nullptr;
    put(folder + "/memory.swap.max", "0");
    put(folder + "/memory.oom.group", "1");
    return group;
}

Cgroup::~Cgroup()
{
    ::rmdir(m_folder.c_str());
}

bool Cgroup::add(int process) const
{
    return put(m_folder + "/cgroup.procs", std::to_string(process));
}

int Cgroup::memoryKills() const
{
    constexpr std::string_view kName = "oom_kill ";
    int kills = 0;
    const std::string events = textOf(m_folder + "/memory.events");
    for (const std::string_view line : split(events, '\n'))
        if (line.starts_with(kName))
            std::from_chars(line.data() + kName.size(), line.data() + line.size(), kills);
    return kills;
}

} // namespace batuta::fleet
