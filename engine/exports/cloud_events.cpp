// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/cloud_events.h"

#include "engine/base/uuid.h"
#include "engine/policy/hmac.h"

#include <algorithm>

namespace batuta::exports {
namespace {

constexpr std::string_view kEventLog = "cloud_events";
constexpr std::string_view kKey = "cloud_events/";
constexpr std::size_t kEventAnswerBytes = 64u << 10;

/// The receiver understood the request and will never take this event.
bool isRefusal(int status)
{
    return status == 400 || status == 413 || status == 415 || status == 422;
}

std::string textOf(const tl::expected<net::HttpResponse, net::HttpFailure> &answer)
{
    return answer ? "HTTP " + std::to_string(answer->status) : errorText(answer.error().error);
}

} // namespace

CloudEvents::CloudEvents(CloudEventSettings settings, const Ports &ports, net::HttpClient &http)
    : m_settings(std::move(settings))
    , m_ports(ports)
    , m_http(http)
    , m_figures(ports.metrics, "cloud_events")
    , m_backoff(m_settings.firstWait, m_settings.longestWait)
    , m_key(std::string(kKey) + newUuid())
{
    m_ports.history.kept(std::string(kKey), [this, alive = m_alive, &loop = m_ports.loop](auto kept) {
        loop.post([this, alive, kept = std::move(kept)] {
            if (*alive)
                remembered(kept);
        });
    });
}

CloudEvents::~CloudEvents()
{
    *m_alive = false;
    for (const net::Loop::TimerId timer : {m_retryTimer, m_noteTimer, m_patienceTimer})
        m_ports.loop.cancelTimer(timer);
    if (m_hasNews && m_isReady)
        note();
}

/// What earlier engines noted: all of their notes become ours.
void CloudEvents::remembered(const Result<std::vector<std::pair<std::string, std::string>>> &kept)
{
    Cursor cursor;
    cursor.since = m_ports.clock.wall(); // whoever begins with this hears nothing of the past
    if (!kept)
        m_ports.log.error(kEventLog, "history_read_failed", {{"message", errorText(kept.error())}});
    std::vector<std::string> others;
    for (const auto &[key, text] : kept.value_or(std::vector<std::pair<std::string, std::string>>()))
        if (const auto other = Cursor::read(text)) {
            cursor.join(*other);
            others.push_back(key);
        }
    m_isReady = true;
    m_recall = std::make_unique<CloudRecall>(
        m_ports, std::move(cursor),
        CloudRecall::Needs{[this](const std::string &execution) {
                               return m_lanes.contains(execution) || m_ports.live(execution) != nullptr;
                           },
                           [this] { return m_waiting < m_settings.queueEvents / 2; },
                           [this](const auto &record, const auto &events, std::int64_t taken) {
                               recalled(record, events, taken);
                           },
                           [this] { noteSoon(); }});
    for (auto &[execution, lane] : m_lanes)
        skipTaken(lane, m_recall->takenOf(execution));
    note(); // ours says all that theirs did, and is written first
    for (const std::string &key : others)
        m_ports.history.keep(key, {}, nullptr);
    if (m_mayRecall)
        m_recall->goOn();
    pump();
}

void CloudEvents::recall()
{
    m_mayRecall = true;
    if (m_recall)
        m_recall->goOn();
}

CloudEvents::Lane &CloudEvents::laneOf(const store::ExecutionRecord &record)
{
    const auto [lane, isNew] = m_lanes.try_emplace(record.id);
    if (isNew) {
        lane->second.subject = subjectOf(record);
        if (m_recall)
            lane->second.taken = m_recall->takenOf(record.id);
    }
    return lane->second;
}

void CloudEvents::begun(const store::ExecutionRecord &record)
{
    laneOf(record);
    noteSoon();
}

void CloudEvents::forget(const std::string &execution)
{
    if (const auto lane = m_lanes.find(execution); lane != m_lanes.end()) {
        lane->second.hasEnded = true;
        settle(execution);
    }
}

void CloudEvents::happened(const store::EventRecord &event, const store::ExecutionRecord &record)
{
    Lane &lane = laneOf(record);
    if (event.sequence <= lane.seen)
        return;
    lane.seen = event.sequence;
    if (event.sequence == 1) { // that it waits for its turn, or that it starts
        lane.subject.traceparent = event.data["traceparent"].asString();
        lane.mayAsk = std::any_of(record.steps.begin(), record.steps.end(),
                                  [](const store::StepRecord &step) { return step.kind == "approval"; });
    }
    const bool mayAsk = lane.mayAsk && event.kind == "step_started";
    const std::string_view type = cloudEventType(event, mayAsk ? kindOf(record, event.step) : "");
    if (type.empty())
        return;
    if (const std::int64_t number = ++lane.produced; number > lane.taken)
        put(lane, {event, type, number});
}

void CloudEvents::ended(const store::ExecutionRecord &record, const std::vector<store::EventRecord> &events)
{
    for (const store::EventRecord &event : events)
        happened(event, record);
    laneOf(record).hasEnded = true;
    settle(record.id);
}

void CloudEvents::interrupted(const store::ExecutionRecord &record)
{
    Lane &lane = laneOf(record);
    put(lane, {interruptedEvent(record), "batuta.execution.interrupted", 0});
    lane.hasEnded = true;
}

void CloudEvents::recalled(const store::ExecutionRecord &record,
                           const std::vector<store::EventRecord> &events, std::int64_t taken)
{
    laneOf(record).taken = taken;
    if (record.status == "interrupted")
        return interrupted(record);
    ended(record, events);
}

void CloudEvents::put(Lane &lane, Item item)
{
    if (m_waiting >= m_settings.queueEvents) {
        m_figures.dropped.increment();
        if (!std::exchange(m_isFull, true))
            m_ports.log.warning(
                kEventLog, "events_dropped",
                {{"message", "the receiver takes events too slowly"}, {"url", m_settings.url}});
        return;
    }
    m_isFull = false;
    ++m_waiting;
    m_figures.waiting.set(static_cast<double>(m_waiting));
    lane.waiting.push_back(std::move(item));
    if (lane.waiting.size() == 1)
        m_ready.push_back(lane.subject.execution);
    pumpSoon();
}

/// The receiver has them already: an engine before this one said so.
void CloudEvents::skipTaken(Lane &lane, std::int64_t taken)
{
    lane.taken = std::max(lane.taken, taken);
    const std::size_t before = lane.waiting.size();
    std::erase_if(lane.waiting, [&](const Item &item) { return item.number > 0 && item.number <= taken; });
    m_waiting -= before - lane.waiting.size();
    if (lane.waiting.empty() && before > 0)
        std::erase(m_ready, lane.subject.execution);
}

/// A lane that waits for nothing has everything taken, or given up; one that has ended, too, goes.
void CloudEvents::settle(const std::string &execution)
{
    const auto lane = m_lanes.find(execution);
    noteSoon();
    if (lane == m_lanes.end() || !lane->second.waiting.empty())
        return;
    lane->second.taken = std::max(lane->second.taken, lane->second.produced);
    if (lane->second.hasEnded)
        m_lanes.erase(lane);
}

/// A little later: what a step asks is known once it has begun.
void CloudEvents::pumpSoon()
{
    if (std::exchange(m_isPumpPosted, true))
        return;
    m_ports.loop.post([this, alive = m_alive] {
        if (!*alive)
            return;
        m_isPumpPosted = false;
        pump();
    });
}

void CloudEvents::pump()
{
    const int most = m_backoff.failures() > 0 ? 1 : m_settings.inFlight;
    while (m_isReady && m_retryTimer == 0 && m_inFlight < most && !m_ready.empty()) {
        const std::string execution = std::move(m_ready.front());
        m_ready.pop_front();
        send(execution, m_lanes.at(execution));
    }
}

void CloudEvents::send(const std::string &execution, Lane &lane)
{
    const Item &item = lane.waiting.front();
    CloudEvent event{lane.subject, item.event, item.type, item.number, {}};
    if (item.event.kind == "step_started")
        if (const store::ExecutionRecord *record = m_ports.live(execution))
            event.question = questionOf(*record, item.event.step);
    net::HttpRequest request;
    request.method = "POST";
    request.url = m_settings.url;
    request.timeout = m_settings.timeout;
    request.maxResponseBytes = kEventAnswerBytes;
    request.body = cloudEventText(event, m_settings.source);
    request.headers.emplace_back("Content-Type", kCloudEventsType);
    if (!m_settings.secret.empty()) {
        const auto now = std::chrono::floor<std::chrono::seconds>(m_ports.clock.wall());
        const std::string timestamp = std::to_string(now.time_since_epoch().count());
        request.headers.emplace_back(policy::kTimestampHeader, timestamp);
        request.headers.emplace_back(policy::kSignatureHeader,
                                     policy::signatureOf(m_settings.secret, timestamp, request.body));
    }
    ++m_inFlight;
    m_http.send(std::move(request), [this, execution, alive = m_alive](const Answer &answer) {
        if (*alive)
            answered(execution, answer);
    });
}

void CloudEvents::answered(const std::string &execution, const Answer &answer)
{
    --m_inFlight;
    const int status = answer ? answer->status : 0;
    const bool isTaken = status >= 200 && status < 300;
    if (!isTaken && !isRefusal(status))
        return retry(execution, answer);
    m_backoff.succeeded();
    if (isTaken) {
        m_figures.sent.increment();
    } else {
        m_figures.dropped.increment();
        m_ports.log.warning(kEventLog, "event_refused",
                            {{"message", textOf(answer)},
                             {"url", m_settings.url},
                             {"execution_id", execution},
                             {"type", m_lanes.at(execution).waiting.front().type}});
    }
    done(execution);
}

void CloudEvents::retry(const std::string &execution, const Answer &answer)
{
    m_figures.retries.increment();
    m_ready.push_front(execution);
    if (m_retryTimer != 0)
        return; // another one found out first
    const Duration wait = m_backoff.failed(answer ? retryAfter(*answer) : std::nullopt);
    if (m_backoff.failures() == 1) // once for each time that it goes away
        m_ports.log.warning(kEventLog, "events_delayed",
                            {{"message", textOf(answer)}, {"url", m_settings.url}});
    m_retryTimer = m_ports.loop.startTimer(m_ports.clock.steady() + wait, [this] {
        m_retryTimer = 0;
        pump();
    });
}

/// The first event of the lane has been taken, or given up.
void CloudEvents::done(const std::string &execution)
{
    Lane &lane = m_lanes.at(execution);
    lane.taken = std::max(lane.taken, lane.waiting.front().number);
    lane.waiting.pop_front();
    --m_waiting;
    m_figures.waiting.set(static_cast<double>(m_waiting));
    if (!lane.waiting.empty())
        m_ready.push_back(execution);
    settle(execution);
    if (m_recall && m_mayRecall)
        m_recall->goOn();
    pump();
    checkFlushed();
}

void CloudEvents::noteSoon()
{
    m_hasNews = true;
    if (m_noteTimer == 0 && m_isReady)
        m_noteTimer = m_ports.loop.startTimer(m_ports.clock.steady() + m_settings.cursorTime, [this] {
            m_noteTimer = 0;
            note();
        });
}

void CloudEvents::note()
{
    m_hasNews = false;
    std::vector<Cursor::Open> open;
    open.reserve(m_lanes.size());
    for (const auto &[execution, lane] : m_lanes)
        open.push_back({execution, lane.subject.startedAt, lane.taken});
    Cursor cursor = Cursor::of(std::move(open), m_ports.clock.wall());
    if (m_recall)
        cursor.join(m_recall->left());
    m_ports.history.keep(m_key, cursor.text(), nullptr);
}

void CloudEvents::flush(Duration patience, std::function<void()> done)
{
    m_flushed = std::move(done);
    m_ports.loop.cancelTimer(std::exchange(m_retryTimer, 0));
    pump();
    m_ports.loop.cancelTimer(m_patienceTimer);
    m_patienceTimer = m_ports.loop.startTimer(m_ports.clock.steady() + patience, [this] {
        m_patienceTimer = 0;
        if (m_isReady)
            note();
        if (const auto flushed = std::exchange(m_flushed, nullptr))
            flushed();
    });
    checkFlushed();
}

void CloudEvents::checkFlushed()
{
    if (!m_flushed || m_waiting > 0 || !m_isReady)
        return;
    m_ports.loop.cancelTimer(std::exchange(m_patienceTimer, 0));
    note();
    std::exchange(m_flushed, nullptr)();
}

} // namespace batuta::exports
