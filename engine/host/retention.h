// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/host/postbox.h"
#include "engine/store/history.h"
#include "engine/telemetry/log.h"

namespace batuta::host {

/// Keeps the history within its limits: at once, and again an hour after each time. What it removed, and the
/// space given back, is a line of the log. Lives on the loop's thread; the history must outlive it.
class Retention
{
public:
    struct Ports
    {
        net::Loop &loop;
        telemetry::Logger &log;
        const Clock &clock;
        store::History &history;
    };
    /// Does nothing when the limits are empty.
    Retention(Ports ports, store::Retention limits, Duration pause = std::chrono::hours(1));
    ~Retention();
    Retention(const Retention &) = delete;
    Retention &operator=(const Retention &) = delete;

private:
    void apply();
    void applied(const Result<store::Pruned> &pruned);

    Ports m_ports;
    store::Retention m_limits;
    Duration m_pause;
    net::Loop::TimerId m_timer = 0;
    Postbox m_postbox;
};

bool isEmpty(const store::Retention &limits);
/// What the act `prune` takes: {age: text, count, bytes}; InputInvalid when that is wrong, or no limit at
/// all.
Result<store::Retention> readRetention(const json::Value &data);
json::Value toJson(const store::Pruned &pruned);

} // namespace batuta::host
