// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud/api.h"
#include "engine/cloud/cloud_port.h"

#include <memory>

namespace batuta::cloud {

/// How a tail looks for what is new.
struct TailPace
{
    Duration every = std::chrono::seconds(2);
    Duration slowest = std::chrono::seconds(30); ///< while the server fails or wants fewer calls
    /// Entries may come so much later than their time says; each look goes back so far.
    Duration late = std::chrono::seconds(60);
};

/// Cloud Logging: entries of a filter, and what comes after them.
class LogClient
{
public:
    explicit LogClient(Api &api)
        : m_api(api)
    {
    }

    void list(const LogQuery &query, Reply<LogPage> reply);
    std::unique_ptr<Running> tail(const LogQuery &query, WallTime from, Reply<std::vector<LogEntry>> sink,
                                  const TailPace &pace = {});

private:
    Api &m_api;
};

/// An entry as Cloud Logging writes it; what is missing stays empty.
LogEntry readLogEntry(const json::Value &json);
/// The filter for a service of Cloud Run, and for one of its revisions unless that is "".
std::string logFilterOf(const ServiceName &service, const std::string &revision);

} // namespace batuta::cloud
