// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_watch.h"

#include <array>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace batuta::logs {

LogWatch::LogWatch(const std::vector<std::string> &folders)
    : m_descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    for (const std::string &folder : folders)
        if (m_descriptor >= 0)
            inotify_add_watch(m_descriptor, folder.c_str(), IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE);
}

LogWatch::~LogWatch()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void LogWatch::clear()
{
    std::array<char, 4096> events{};
    while (m_descriptor >= 0 && read(m_descriptor, events.data(), events.size()) > 0) {
    }
}

void LogWatch::wait(int milliseconds)
{
    pollfd poll{m_descriptor, POLLIN, 0};
    ::poll(&poll, 1, milliseconds);
    clear();
}

} // namespace batuta::logs
