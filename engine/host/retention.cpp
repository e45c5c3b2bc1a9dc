// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/retention.h"

namespace batuta::host {
namespace {

Error wrong(std::string_view name, std::string detail)
{
    return {ErrorCode::InputInvalid,
            std::string(name),
            std::move(detail),
            {},
            "Give age as a text like 30d, count and bytes as whole numbers above 0; at least one of them."};
}

Result<std::int64_t> limitOf(const json::Value &data, std::string_view name)
{
    const json::Value &value = data[name];
    if (value.isNull())
        return std::int64_t{0};
    if (!value.isInteger() || value.asInteger() <= 0)
        return wrong(name, "a whole number above 0 is wanted");
    return value.asInteger();
}

} // namespace

Retention::Retention(Ports ports, store::Retention limits, Duration pause)
    : m_ports(ports)
    , m_limits(limits)
    , m_pause(pause)
    , m_postbox(ports.loop)
{
    if (!isEmpty(m_limits))
        apply();
}

Retention::~Retention()
{
    m_ports.loop.cancelTimer(m_timer);
}

void Retention::apply()
{
    m_ports.history.prune(m_limits, [this, put = m_postbox.slot()](Result<store::Pruned> pruned) {
        put([this, pruned = std::move(pruned)] { applied(pruned); });
    });
}

void Retention::applied(const Result<store::Pruned> &pruned)
{
    if (!pruned)
        m_ports.log.warning("store", "history_prune_failed", {{"message", errorText(pruned.error())}});
    else if (pruned->executions > 0)
        m_ports.log.info("store", "history_pruned",
                         {{"executions", pruned->executions},
                          {"bytes_before", pruned->bytesBefore},
                          {"bytes_after", pruned->bytesAfter}});
    m_timer = m_ports.loop.startTimer(m_ports.clock.steady() + m_pause, [this] { apply(); });
}

bool isEmpty(const store::Retention &limits)
{
    return limits.age <= Duration::zero() && limits.count <= 0 && limits.bytes <= 0;
}

Result<store::Retention> readRetention(const json::Value &data)
{
    store::Retention limits;
    for (const auto &[name, value] : data.asObject())
        if (name != "age" && name != "count" && name != "bytes")
            return wrong(name, "nobody reads this");
    if (const json::Value &age = data["age"]; !age.isNull()) {
        const Result<Duration> read = parseDuration(age.asString());
        if (!read || *read <= Duration::zero())
            return wrong("age", age.asString());
        limits.age = *read;
    }
    const Result<std::int64_t> count = limitOf(data, "count");
    const Result<std::int64_t> bytes = limitOf(data, "bytes");
    if (!count || !bytes)
        return count ? bytes.error() : count.error();
    limits.count = *count;
    limits.bytes = *bytes;
    if (isEmpty(limits))
        return wrong("prune", "it has no limit");
    return limits;
}

json::Value toJson(const store::Pruned &pruned)
{
    return json::Object{{"executions", pruned.executions},
                        {"bytes_before", pruned.bytesBefore},
                        {"bytes_after", pruned.bytesAfter}};
}

} // namespace batuta::host
