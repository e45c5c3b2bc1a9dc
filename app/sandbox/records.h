// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/json/value.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace batuta::sandbox {

struct Endpoint;

/// One call of a function, once it is over.
struct CallRecord
{
    const Endpoint *endpoint = nullptr;
    WallTime time;
    Duration duration{};
    int status = 0;         ///< 0 when there was no answer
    std::string_view fault; ///< faultName()
};

/// The last calls, newest first. Bounded by kMost.
class CallLog
{
public:
    static constexpr std::size_t kMost = 1000;

    void add(const CallRecord &record);
    json::Object list(std::size_t limit) const;

private:
    std::deque<CallRecord> m_records;
    std::int64_t m_total = 0;
};

/// What came to the webhook, newest first: at most kMost messages and kMostBytes of bodies. Members with the
/// names of secrets are masked before they are kept; headers are not kept.
class WebhookInbox
{
public:
    static constexpr std::size_t kMost = 100;
    static constexpr std::size_t kMostBytes = 4U << 20;

    void add(WallTime time, std::string_view contentType, std::string_view body);
    void clear();
    json::Object list() const;

private:
    struct Message
    {
        std::int64_t number = 0;
        WallTime time;
        std::string contentType;
        std::size_t bytes = 0; ///< as it came
        std::string body;      ///< as it is kept: a parsed value may cost thirty times its text
        bool isJson = false;
    };

    std::deque<Message> m_messages;
    std::size_t m_bytes = 0;
    std::int64_t m_total = 0;
};

} // namespace batuta::sandbox
