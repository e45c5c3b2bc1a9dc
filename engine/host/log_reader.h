// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_search.h"
#include "engine/store/job_thread.h"

#include <string>

namespace batuta::host {

/// The thread that answers questions about this engine's log, and what it keeps between them for a while.
struct LogReader
{
    explicit LogReader(const std::string &file)
        : search(file)
        , thread(std::chrono::minutes(1), [this] { search.rest(); })
    {
    }

    logs::LogSearch search;  ///< belongs to the thread
    store::JobThread thread; ///< ends first
};

} // namespace batuta::host
