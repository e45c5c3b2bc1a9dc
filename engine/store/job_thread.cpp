// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/job_thread.h"

namespace batuta::store {

JobThread::JobThread(Duration restEvery, std::function<void()> rest)
    : JobThread([restEvery] { return restEvery; }, std::move(rest))
{
}

JobThread::JobThread(std::function<Duration()> restIn, std::function<void()> rest)
    : m_restIn(std::move(restIn))
    , m_rest(std::move(rest))
    , m_thread([this] { loop(); })
{
}

JobThread::~JobThread()
{
    close();
}

bool JobThread::post(std::function<void()> job)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosing)
            return false;
        m_jobs.push_back(std::move(job));
        wakes = m_jobs.size() == 1;
    }
    if (wakes)
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
        const Duration restIn = m_restIn();
        {
            std::unique_lock lock(m_mutex);
            const auto isWanted = [this] { return !m_jobs.empty() || m_isClosing; };
            if (restIn == Duration::zero())
                m_wake.wait(lock, isWanted);
            else
                m_wake.wait_for(lock, restIn, isWanted);
            if (m_jobs.empty() && m_isClosing)
                return;
            jobs.swap(m_jobs);
        }
        if (jobs.empty())
            m_rest();
        for (std::function<void()> &job : jobs)
            job();
        jobs.clear();
    }
}

} // namespace batuta::store
