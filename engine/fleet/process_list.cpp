// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/process_list.h"

#include "engine/base/text.h"
#include "engine/fleet/kept_file.h"
#include "engine/json/json.h"

#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <sys/file.h>
#include <unistd.h>

namespace batuta::fleet {
namespace {

constexpr std::uint64_t kMaxProcText = 1u << 20;

int numberOf(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

/// The bytes of a small file of /proc, whose size says nothing.
std::string procText(int process, const char *name)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/%s", process, name);
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    std::string text;
    std::array<char, 4096> buffer{};
    ssize_t count = 0;
    while (text.size() < kMaxProcText && (count = ::read(file, buffer.data(), buffer.size())) > 0)
        text.append(buffer.data(), static_cast<std::size_t>(count));
    ::close(file);
    return text;
}

void eachProcess(const std::function<void(int)> &look)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), &::closedir);
    if (!folder)
        return;
    while (const dirent *item = ::readdir(folder.get()))
        if (const int process = numberOf(item->d_name); process > 0)
            look(process);
}

/// The fields of /proc/N/stat behind the name, which may hold blanks: state, parent, group …
std::vector<std::string_view> statFields(const std::string &text)
{
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos || name + 2 >= text.size())
        return {};
    return split(trimmed(std::string_view(text).substr(name + 2)), ' ');
}

/// A field of /proc/N/statm: 0 size, 1 resident, 5 data. 0 when the process is gone.
std::uint64_t pagesOf(int process, std::size_t field)
{
    const std::string text = procText(process, "statm");
    const std::vector<std::string_view> fields = split(text, ' ');
    std::uint64_t pages = 0;
    if (field < fields.size())
        std::from_chars(fields[field].data(), fields[field].data() + fields[field].size(), pages);
    return pages;
}

/// It has this port in its environment, and is of a service: so it is ours, and not one that got the number
/// of a group that ended.
bool isOurs(int process, std::uint16_t port)
{
    const std::string environment = procText(process, "environ");
    bool hasPort = false;
    bool hasService = false;
    for (const std::string_view entry : split(environment, '\0')) {
        hasPort = hasPort || entry == "PORT=" + std::to_string(port);
        hasService = hasService || entry.starts_with("K_SERVICE=");
    }
    return hasPort && hasService;
}

} // namespace

std::map<int, GroupUse> groupUse(const std::vector<int> &groups)
{
    constexpr std::size_t kGroup = 2;
    constexpr std::size_t kUserTime = 11;
    constexpr std::size_t kResident = 21;
    std::map<int, GroupUse> use;
    for (const int group : groups)
        use.emplace(group, GroupUse());
    if (use.empty())
        return use;
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    eachProcess([&](int process) {
        const std::string text = procText(process, "stat");
        const std::vector<std::string_view> fields = statFields(text);
        if (fields.size() <= kResident)
            return;
        const auto found = use.find(numberOf(fields[kGroup]));
        if (found == use.end())
            return;
        found->second.cpuSeconds += (numberOf(fields[kUserTime]) + numberOf(fields[kUserTime + 1])) / ticks;
        found->second.residentBytes += static_cast<std::uint64_t>(numberOf(fields[kResident])) * page;
    });
    return use;
}

std::uint64_t residentBytes(int process)
{
    return pagesOf(process, 1) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::uint64_t dataBytes(int process)
{
    return pagesOf(process, 5) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

ProcessList::ProcessList(std::string directory)
    : m_directory(std::move(directory))
{
}

ProcessList::~ProcessList()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

Status ProcessList::lock()
{
    if (m_directory.empty())
        return {};
    const std::string path = m_directory + "/lock";
    m_lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return Error{ErrorCode::FileUnwritable, path, {}, {}, {}};
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCode::StoreBusy,
                     m_directory,
                     "another local cloud runs on this directory",
                     {},
                     "Stop it, or give this one a directory of its own."};
    return {};
}

int ProcessList::endLeftOvers()
{
    if (m_directory.empty())
        return 0;
    std::map<int, std::uint16_t> left;
    const json::Value kept = readKept(m_directory + "/processes.json");
    for (const json::Value &item : kept.asArray())
        left[static_cast<int>(item.at(0).asInteger())] = static_cast<std::uint16_t>(item.at(1).asInteger());
    int ended = 0;
    if (!left.empty())
        eachProcess([&](int process) {
            const std::string text = procText(process, "stat");
            const std::vector<std::string_view> fields = statFields(text);
            const auto found = fields.size() > 2 ? left.find(numberOf(fields[2])) : left.end();
            if (found != left.end() && found->first > 1 && isOurs(process, found->second) &&
                ::kill(process, SIGKILL) == 0)
                ++ended;
        });
    write();
    return ended;
}

void ProcessList::add(int group, std::uint16_t port)
{
    m_groups[group] = port;
    write();
}

void ProcessList::remove(int group)
{
    if (m_groups.erase(group) > 0)
        write();
}

void ProcessList::write() const
{
    if (m_directory.empty())
        return;
    json::Array all;
    for (const auto &[group, port] : m_groups)
        all.emplace_back(json::Array{group, int{port}});
    writeKept(m_directory + "/processes.json", std::move(all));
}

} // namespace batuta::fleet
