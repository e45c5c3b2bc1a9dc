// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/otlp_traces.h"

#include "engine/exports/gzip.h"
#include "engine/json/json.h"

#include <algorithm>
#include <atomic>

namespace batuta::exports {
namespace {

constexpr std::string_view kTraceLog = "otlp";
constexpr std::size_t kMostExecutions = 2'000; ///< that wait for the thread
constexpr std::size_t kTraceAnswerBytes = 1u << 20;

/// Before they are written: how many spans there will be, but for the items of a foreach.
std::size_t spanCount(const store::ExecutionRecord &record)
{
    std::size_t count = 1;
    for (const store::StepRecord &step : record.steps)
        if (step.attempts > 0)
            count += 1 + static_cast<std::size_t>(step.attempts);
    return count;
}

bool isWorthRepeating(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace

/// Owned by both sides; all but the atomics belongs to the thread.
struct OtlpTraces::Bench
{
    void add(const Ended &ended)
    {
        if (spans > 0)
            text += ',';
        spans += appendSpans(ended, text);
        --waiting;
    }
    bool isFull() const { return spans >= batchSpans || text.size() >= batchBytes; }
    Batch take()
    {
        Batch batch{head + text, spans, 0};
        batch.body += kRequestTail;
        batch.bytes = batch.body.size();
        text.clear();
        spans = 0;
        if (packs)
            if (std::string packed = gzipped(batch.body); !packed.empty())
                batch.body = std::move(packed);
        return batch;
    }

    std::string head;
    std::size_t batchSpans = 0;
    std::size_t batchBytes = 0;
    bool packs = false;
    std::string text;
    std::size_t spans = 0;
    std::atomic<std::size_t> waiting{0}; ///< executions that are not written yet
    std::atomic<bool> isStopping{false};
};

OtlpTraces::OtlpTraces(TraceSettings settings, const Ports &ports, net::HttpClient &http)
    : m_settings(std::move(settings))
    , m_ports(ports)
    , m_http(http)
    , m_figures(ports.metrics, "otlp")
    , m_backoff(m_settings.firstWait, m_settings.longestWait)
    , m_bench(std::make_shared<Bench>())
{
    m_bench->head = requestHead(m_settings, ports.version);
    m_bench->batchSpans = m_settings.batchSpans;
    m_bench->batchBytes = m_settings.batchBytes;
    m_bench->packs = m_settings.packs;
}

OtlpTraces::~OtlpTraces()
{
    *m_alive = false;
    m_bench->isStopping = true;
    for (const net::Loop::TimerId timer : {m_batchTimer, m_retryTimer, m_patienceTimer})
        m_ports.loop.cancelTimer(timer);
}

void OtlpTraces::ended(Ended ended)
{
    if (!ended.trace.isSampled())
        return;
    const std::size_t count = spanCount(ended.record);
    if (m_bench->waiting >= kMostExecutions || m_bytes >= m_settings.queueBytes) {
        if (!std::exchange(m_isFull, true))
            m_ports.log.warning(
                kTraceLog, "traces_dropped",
                {{"message", "the collector takes traces too slowly"}, {"url", m_settings.url}});
        m_figures.dropped.increment(count);
        return;
    }
    m_isFull = false;
    ++m_bench->waiting;
    m_figures.waiting.add(static_cast<double>(count));
    m_thread.post([bench = m_bench, ended = std::make_shared<const Ended>(std::move(ended)), count,
                   pass = passOn(false), &waiting = m_figures.waiting] {
        if (bench->isStopping)
            return;
        const std::size_t before = bench->spans;
        bench->add(*ended);
        waiting.add(static_cast<double>(bench->spans - before) - static_cast<double>(count)); // now exact
        pass();
    });
    if (m_batchTimer == 0)
        m_batchTimer = m_ports.loop.startTimer(m_ports.clock.steady() + m_settings.batchTime, [this] {
            m_batchTimer = 0;
            closeBatch({});
        });
}

/// For the thread: brings what is on the bench to the loop, when it is enough.
std::function<void()> OtlpTraces::passOn(bool evenIfSmall)
{
    return [this, evenIfSmall, bench = m_bench, alive = m_alive, &loop = m_ports.loop] {
        if (bench->isStopping || bench->spans == 0 || (!evenIfSmall && !bench->isFull()))
            return;
        loop.post([this, alive, batch = std::make_shared<Batch>(bench->take())] {
            if (*alive)
                closed(std::move(*batch));
        });
    };
}

/// `then` is called on the loop, after closed().
void OtlpTraces::closeBatch(std::function<void()> then)
{
    m_thread.post([pass = passOn(true), then = std::move(then), alive = m_alive, &loop = m_ports.loop] {
        pass();
        if (then)
            loop.post([then, alive] {
                if (*alive)
                    then();
            });
    });
}

void OtlpTraces::closed(Batch batch)
{
    m_bytes += batch.bytes;
    m_batches.push_back(std::move(batch));
    send();
}

void OtlpTraces::send()
{
    if (m_isSending || m_retryTimer != 0 || m_batches.empty())
        return;
    m_isSending = true;
    net::HttpRequest request;
    request.method = "POST";
    request.url = m_settings.url;
    request.timeout = m_settings.timeout;
    request.maxResponseBytes = kTraceAnswerBytes;
    request.headers = m_settings.headers;
    request.headers.emplace_back("Content-Type", "application/json");
    if (m_settings.packs)
        request.headers.emplace_back("Content-Encoding", "gzip");
    request.body = m_batches.front().body;
    m_http.send(std::move(request), [this, alive = m_alive](const auto &answer) {
        if (*alive)
            answered(answer);
    });
}

void OtlpTraces::answered(const tl::expected<net::HttpResponse, net::HttpFailure> &answer)
{
    m_isSending = false;
    if (!answer)
        return retry(std::nullopt, errorText(answer.error().error));
    if (answer->status >= 200 && answer->status < 300)
        return taken(*answer);
    const std::string why = "HTTP " + std::to_string(answer->status);
    if (isWorthRepeating(answer->status))
        return retry(retryAfter(*answer), why);
    refused(why, m_batches.front().spans);
    leave();
}

/// A collector may take a part and say how many spans it left.
void OtlpTraces::taken(const net::HttpResponse &response)
{
    m_backoff.succeeded();
    const std::size_t spans = m_batches.front().spans;
    std::size_t left = 0;
    if (const Result<json::Value> body = json::parse(response.body)) {
        const json::Value &partial = (*body)["partialSuccess"];
        const json::Value &count = partial["rejectedSpans"]; // a text or a number: both are in use
        const std::int64_t rejected =
            count.isString() ? std::atoll(count.asString().c_str()) : count.asInteger();
        left = std::min(spans, static_cast<std::size_t>(std::max<std::int64_t>(rejected, 0)));
        if (left > 0)
            refused(partial["errorMessage"].asString(), left);
    }
    m_figures.sent.increment(spans - left);
    leave();
}

void OtlpTraces::refused(const std::string &why, std::size_t spans)
{
    m_figures.dropped.increment(spans);
    m_ports.log.warning(
        kTraceLog, "traces_refused",
        {{"message", why}, {"url", m_settings.url}, {"spans", static_cast<std::int64_t>(spans)}});
}

void OtlpTraces::retry(std::optional<Duration> asked, const std::string &why)
{
    if (m_isOutOfPatience) {
        while (!m_batches.empty()) {
            refused(why, m_batches.front().spans);
            leave();
        }
        return;
    }
    m_figures.retries.increment();
    const Duration wait = m_backoff.failed(asked);
    if (m_backoff.failures() == 1) // once for each time that it goes away
        m_ports.log.warning(kTraceLog, "traces_delayed", {{"message", why}, {"url", m_settings.url}});
    m_retryTimer = m_ports.loop.startTimer(m_ports.clock.steady() + wait, [this] {
        m_retryTimer = 0;
        send();
    });
}

/// The first batch is done with.
void OtlpTraces::leave()
{
    m_bytes -= m_batches.front().bytes;
    m_figures.waiting.add(-static_cast<double>(m_batches.front().spans));
    m_batches.pop_front();
    if (!m_isSending && !m_isOutOfPatience)
        send();
    checkFlushed();
}

void OtlpTraces::flush(Duration patience, std::function<void()> done)
{
    m_flushed = std::move(done);
    m_isBenchEmpty = false;
    closeBatch([this] {
        m_isBenchEmpty = true;
        checkFlushed();
    });
    m_ports.loop.cancelTimer(std::exchange(m_retryTimer, 0));
    send();
    m_ports.loop.cancelTimer(m_patienceTimer);
    m_patienceTimer = m_ports.loop.startTimer(m_ports.clock.steady() + patience, [this] {
        m_patienceTimer = 0;
        m_isOutOfPatience = true;
        m_ports.loop.cancelTimer(std::exchange(m_retryTimer, 0));
        if (!m_isSending)
            retry(std::nullopt, "the program ends");
        if (const auto flushed = std::exchange(m_flushed, nullptr))
            flushed();
    });
}

void OtlpTraces::checkFlushed()
{
    if (!m_flushed || !m_isBenchEmpty || !m_batches.empty())
        return;
    m_ports.loop.cancelTimer(std::exchange(m_patienceTimer, 0));
    std::exchange(m_flushed, nullptr)();
}

} // namespace batuta::exports
