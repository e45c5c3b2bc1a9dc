// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/records.h"

#include "app/sandbox/endpoints.h"
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/json/redact.h"

#include <algorithm>

namespace batuta::sandbox {

void CallLog::add(const CallRecord &record)
{
    ++m_total;
    m_records.push_front(record);
    if (m_records.size() > kMost)
        m_records.pop_back();
}

json::Object CallLog::list(std::size_t limit) const
{
    json::Array calls;
    for (std::size_t i = 0; i < std::min(limit, m_records.size()); ++i) {
        const CallRecord &record = m_records[i];
        calls.push_back(
            json::Object{{"function", record.endpoint->function},
                         {"step", record.endpoint->step},
                         {"time", isoTime(record.time)},
                         {"status", record.status},
                         {"duration_ms", static_cast<double>(record.duration.count()) / 1000},
                         {"fault", record.fault.empty() ? json::Value() : json::Value(record.fault)}});
    }
    return {{"total", m_total}, {"calls", std::move(calls)}};
}

void WebhookInbox::add(WallTime time, std::string_view contentType, std::string_view body)
{
    Message message{++m_total, time, std::string(contentType.substr(0, 200)), body.size(), {}, false};
    const Result<json::Value> value = json::parse(body);
    if (value)
        message.body = json::write(json::Redactor().value(*value));
    else
        message.body = isValidUtf8(body) ? std::string(body) : "(not text)";
    message.isJson = value.has_value();
    m_bytes += message.body.size();
    m_messages.push_front(std::move(message));
    while (m_messages.size() > kMost || (m_bytes > kMostBytes && m_messages.size() > 1)) {
        m_bytes -= m_messages.back().body.size();
        m_messages.pop_back();
    }
}

void WebhookInbox::clear()
{
    m_messages.clear();
    m_bytes = 0;
}

json::Object WebhookInbox::list() const
{
    json::Array messages;
    for (const Message &message : m_messages) {
        const Result<json::Value> value =
            message.isJson ? json::parse(message.body) : json::Value(message.body);
        messages.push_back(json::Object{{"number", message.number},
                                        {"received_at", isoTime(message.time)},
                                        {"content_type", message.contentType},
                                        {"bytes", static_cast<std::int64_t>(message.bytes)},
                                        {"body", value ? *value : json::Value()}});
    }
    return {{"total", m_total}, {"messages", std::move(messages)}};
}

} // namespace batuta::sandbox
