// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace batuta::store {

/// A thread that runs what is posted to it, in order. Everything posted before close() is run.
class JobThread
{
public:
    /// `rest` is called whenever nothing was posted for `restEvery`; zero is never.
    explicit JobThread(Duration restEvery = {}, std::function<void()> rest = {});
    /// The same, but how long is asked anew before each wait, on the thread.
    JobThread(std::function<Duration()> restIn, std::function<void()> rest);
    ~JobThread();
    JobThread(const JobThread &) = delete;
    JobThread &operator=(const JobThread &) = delete;

    /// False after close(): the job will not run.
    bool post(std::function<void()> job);
    void close();

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<std::function<void()>> m_jobs;
    bool m_isClosing = false;
    std::function<Duration()> m_restIn;
    std::function<void()> m_rest;
    std::thread m_thread;
};

} // namespace batuta::store
