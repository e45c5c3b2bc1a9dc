// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/exports/backoff.h"
#include "engine/exports/cloud_cursor.h"
#include "engine/exports/cloud_event.h"
#include "engine/exports/cloud_recall.h"
#include "engine/exports/ports.h"
#include "engine/exports/settings.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::exports {

/// Tells a webhook of the life of executions; cloud_event.h lists what. On the loop's thread; nothing here
/// waits, so a receiver that is slow or gone slows no execution.
///
/// Each event is sent at least once, and those of one execution in their order, one after the other; those of
/// different executions come in any order. 2xx takes an event. 400, 413, 415 and 422 refuse it: it is counted
/// as dropped. Anything else is tried again until it is taken, twice as long later each time (1 s to 1 min,
/// or after Retry-After), one request at a time while the receiver is in trouble.
///
/// What is told has been recorded before, and what has been taken is noted in the history (`keep`) at most a
/// second later, so an engine that goes on with the history after a crash or kill -9 sends again whatever may
/// not have been taken, and some of what has: receivers drop an `id` that they know. This holds with
/// `journal: full` (a loss of power, too) and `normal` (the death of the process); with `memory` what had not
/// ended is gone. The first engine with a webhook hears of no past: it begins with what starts once it has
/// written its first note, some milliseconds after it began. Not sent again is what was dropped: events that
/// came while queueEvents waited, and refused ones. Both are counted (batuta_export_items_dropped_total) and
/// logged.
class CloudEvents
{
public:
    CloudEvents(CloudEventSettings settings, const Ports &ports, net::HttpClient &http);
    ~CloudEvents(); ///< notes what has been taken; what waits is sent by the next engine

    /// Before it is recorded, so that no note of what was taken can miss it.
    void begun(const store::ExecutionRecord &record);
    /// It could not be recorded.
    void forget(const std::string &execution);
    /// An event that is recorded; one that it has heard of already changes nothing.
    void happened(const store::EventRecord &event, const store::ExecutionRecord &record);
    /// Nothing more will happen; `events` are all there are.
    void ended(const store::ExecutionRecord &record, const std::vector<store::EventRecord> &events);
    void interrupted(const store::ExecutionRecord &record);
    /// Once it has heard of everything that an earlier engine left: looks for what that had not sent.
    void recall();

    /// Sends what waits for at most `patience`, notes what was taken, and calls `done`.
    void flush(Duration patience, std::function<void()> done);

private:
    struct Item
    {
        store::EventRecord event;
        std::string_view type;
        std::int64_t number = 0;
    };
    /// The events of one execution, in their order.
    struct Lane
    {
        Subject subject;
        std::int64_t seen = 0;     ///< events of the host, by their sequence
        std::int64_t produced = 0; ///< of ours
        std::int64_t taken = 0;
        bool mayAsk = false; ///< one of its steps waits for a person
        bool hasEnded = false;
        std::deque<Item> waiting;
    };
    using Answer = tl::expected<net::HttpResponse, net::HttpFailure>;

    Lane &laneOf(const store::ExecutionRecord &record);
    void put(Lane &lane, Item item);
    void settle(const std::string &execution);
    void recalled(const store::ExecutionRecord &record, const std::vector<store::EventRecord> &events,
                  std::int64_t taken);
    void remembered(const Result<std::vector<std::pair<std::string, std::string>>> &kept);
    void skipTaken(Lane &lane, std::int64_t taken);
    void pumpSoon();
    void pump();
    void send(const std::string &execution, Lane &lane);
    void answered(const std::string &execution, const Answer &answer);
    void retry(const std::string &execution, const Answer &answer);
    void done(const std::string &execution);
    void noteSoon();
    void note();
    void checkFlushed();

    CloudEventSettings m_settings;
    Ports m_ports;
    net::HttpClient &m_http;
    Figures m_figures;
    Backoff m_backoff;
    std::string m_key; ///< of this engine's note in the history
    std::unordered_map<std::string, Lane> m_lanes;
    std::deque<std::string> m_ready; ///< lanes with an event to send
    std::size_t m_waiting = 0;
    int m_inFlight = 0;
    std::unique_ptr<CloudRecall> m_recall; ///< while something may be left of earlier engines
    bool m_mayRecall = false;
    bool m_isReady = false; ///< it is known what was taken
    bool m_isPumpPosted = false;
    bool m_isFull = false; ///< somebody has been told
    bool m_hasNews = false;
    net::Loop::TimerId m_retryTimer = 0;
    net::Loop::TimerId m_noteTimer = 0;
    net::Loop::TimerId m_patienceTimer = 0;
    std::function<void()> m_flushed;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace batuta::exports
