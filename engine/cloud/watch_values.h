// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::cloud {

/// Labels by name, in the server's order.
using Names = std::vector<std::pair<std::string, std::string>>;

/// One entry of Cloud Logging.
struct LogEntry
{
    WallTime time{};
    std::string severity; ///< DEFAULT, DEBUG, INFO, NOTICE, WARNING, ERROR, CRITICAL, ALERT, EMERGENCY
    std::string log;      ///< stdout, stderr, requests, system … : the last part of its name, decoded
    std::string id;       ///< insertId
    std::string service;
    std::string revision;
    std::string instance;
    std::string trace; ///< 32 hexadecimal digits, or ""
    std::string text; ///< what a person reads: the text, the message of the payload, or `GET 200 12 ms /path`
    json::Value whole; ///< the entry as it came
};

struct LogQuery
{
    std::string project;
    std::string filter; ///< Cloud Logging's language; "" for everything
    bool newestFirst = true;
    int limit = 200; ///< entries of one answer, 1 … 1000
    std::string pageToken;
};

struct LogPage
{
    std::vector<LogEntry> entries;
    std::string next; ///< token of the next page; "" at the end
};

/// One question to Cloud Monitoring: one metric, aligned, and reduced to one line for each group.
struct SeriesQuery
{
    std::string project;
    std::string filter; ///< must name one metric.type
    WallTime from{};
    WallTime to{};
    Duration step = std::chrono::seconds(60); ///< 60 s and up
    std::string aligner = "ALIGN_RATE";
    std::string reducer;              ///< REDUCE_SUM …; "" keeps every series
    std::vector<std::string> groupBy; ///< resource.label.revision_name …
};

struct Point
{
    WallTime at{}; ///< end of its interval
    double value = 0;
};

struct Series
{
    Names labels; ///< of metric and resource
    std::string unit;
    std::vector<Point> points; ///< the oldest first
};

/// An alert policy. What is not above `whole` is sent back as it was read.
struct AlertPolicy
{
    std::string name; ///< projects/P/alertPolicies/ID; "" before it is made
    std::string title;
    bool isEnabled = true;
    std::vector<std::string> channels; ///< names of notification channels
    json::Value whole;
};

struct NotificationChannel
{
    std::string name; ///< projects/P/notificationChannels/ID
    std::string type; ///< email, slack, webhook_tokenauth …
    std::string title;
    bool isEnabled = true;
    bool isVerified = true;
};

/// What is alerted about, of what is spent. A budget never stops anything.
struct Budget
{
    struct Threshold
    {
        double share = 1; ///< 1 is 100 %
        bool forecast = false;
    };
    std::string name; ///< billingAccounts/B/budgets/ID; "" before it is made
    std::string etag;
    std::string title;
    std::string currency;                    ///< "" is the account's
    std::optional<std::int64_t> amountCents; ///< none: what the last period came to
    std::vector<Threshold> thresholds;
    std::vector<std::string> projects; ///< ids
    std::vector<std::string> channels;
};

} // namespace batuta::cloud
