// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/job_thread.h"

namespace batuta::store {

JobThread::JobThread()
    : m_thread([this] { loop(); })
{
}

JobThread::~JobThread()
{
    close();
}

bool JobThread::post(std::function<void()> job)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosing)
        return false;
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1)
        m_wake.notify_one();
    return true;
}

void JobThread::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void JobThread::loop()
{
    std::vector<std::function<void()>> jobs;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return !m_jobs.empty() || m_isClosing; });
            if (m_jobs.empty())
                return;
            jobs.swap(m_jobs);
        }
        for (std::function<void()> &job : jobs)
            job();
        jobs.clear();
    }
}

} // namespace batuta::store
