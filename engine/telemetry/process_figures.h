// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/telemetry/metrics.h"

namespace batuta::telemetry {

/// What Linux knows of this process, by the names that Prometheus' own libraries use:
/// process_cpu_seconds_total, process_resident_memory_bytes, process_virtual_memory_bytes, process_open_fds,
/// process_max_fds, process_threads, process_start_time_seconds. One thread at a time; a figure that cannot
/// be read stays as it was.
class ProcessFigures
{
public:
    explicit ProcessFigures(Metrics &metrics);

    /// Reads them anew: some files of /proc, which never block.
    void refresh();

private:
    Gauge &m_cpu;
    Gauge &m_resident;
    Gauge &m_virtual;
    Gauge &m_openFiles;
    Gauge &m_mostFiles;
    Gauge &m_threads;
};

} // namespace batuta::telemetry
