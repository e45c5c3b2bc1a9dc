// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exports/backoff.h"
#include "engine/exports/otlp_spans.h"
#include "engine/exports/ports.h"
#include "engine/exports/settings.h"
#include "engine/store/job_thread.h"

#include <deque>
#include <functional>
#include <memory>

namespace batuta::exports {

/// Sends the traces of ended executions to an OTLP collector as JSON over HTTP, in batches by count, bytes
/// and time. Spans are written, and packed, on a thread of its own; everything else is on the loop's. What is
/// not yet taken lives in memory only, at most queueBytes of it: what has no room, what the collector
/// refuses, and what is left when the program ends is counted as dropped. 429, 502, 503, 504 and failed
/// connections are tried again, after Retry-After or twice as long each time.
class OtlpTraces
{
public:
    OtlpTraces(TraceSettings settings, const Ports &ports, net::HttpClient &http);
    ~OtlpTraces(); ///< drops what waits

    /// Costs the loop a move. An execution that is not sampled is left out.
    void ended(Ended ended);
    /// Sends what waits and calls `done` when all of it has been taken or given up. Nothing is retried later
    /// than `patience` from now.
    void flush(Duration patience, std::function<void()> done);

private:
    struct Batch
    {
        std::string body;
        std::size_t spans = 0;
        std::size_t bytes = 0; ///< before it was packed: what counts against the queue
    };
    /// What the thread gathers.
    struct Bench;

    std::function<void()> passOn(bool evenIfSmall);
    void closeBatch(std::function<void()> then);
    void closed(Batch batch);
    void send();
    void answered(const tl::expected<net::HttpResponse, net::HttpFailure> &answer);
    void taken(const net::HttpResponse &response);
    void refused(const std::string &why, std::size_t spans);
    void retry(std::optional<Duration> asked, const std::string &why);
    void leave();
    void checkFlushed();

    TraceSettings m_settings;
    Ports m_ports;
    net::HttpClient &m_http;
    Figures m_figures;
    Backoff m_backoff;
    std::shared_ptr<Bench> m_bench;
    std::deque<Batch> m_batches; ///< the first is on its way, or waits for its next try
    std::size_t m_bytes = 0;     ///< of the batches
    bool m_isSending = false;
    bool m_isOutOfPatience = false;
    bool m_isFull = false; ///< somebody has been told
    net::Loop::TimerId m_batchTimer = 0;
    net::Loop::TimerId m_retryTimer = 0;
    net::Loop::TimerId m_patienceTimer = 0;
    std::function<void()> m_flushed;
    bool m_isBenchEmpty = false; ///< while flushing: the thread has handed over all it had
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    store::JobThread m_thread; ///< ends before what its jobs touch
};

} // namespace batuta::exports
