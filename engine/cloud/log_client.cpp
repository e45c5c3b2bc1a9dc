// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/log_client.h"

#include "engine/cloud/tail_memory.h"

#include <algorithm>

namespace batuta::cloud {
namespace {

constexpr std::size_t kLongestFilter = 20'000;
constexpr int kMostPage = 1'000;
constexpr int kPagesOfLook = 50; ///< of one look: what is beyond comes with the next

ApiCall listCall(const LogQuery &query)
{
    ApiCall call;
    call.method = "POST";
    call.url = "https://logging.googleapis.com/v2/entries:list";
    call.subject = "logs of " + query.project;
    call.repeats = true;
    json::Object body{{"resourceNames", json::Array{"projects/" + query.project}},
                      {"orderBy", query.newestFirst ? "timestamp desc" : "timestamp asc"},
                      {"pageSize", std::clamp(query.limit, 1, kMostPage)}};
    if (!query.filter.empty())
        body.set("filter", query.filter);
    if (!query.pageToken.empty())
        body.set("pageToken", query.pageToken);
    call.body = std::move(body);
    return call;
}

/// One look after the other: each goes back as far as entries may be late, and passes over what was told.
class Tail final : public Running, public std::enable_shared_from_this<Tail>
{
public:
    struct Wish
    {
        LogQuery query;
        WallTime from;
        TailPace pace;
    };

    Tail(LogClient &client, const Ground &ground, Wish wish, Reply<std::vector<LogEntry>> sink)
        : m_client(client)
        , m_ground(ground)
        , m_query(std::move(wish.query))
        , m_memory(wish.from, wish.pace.late)
        , m_sink(std::move(sink))
        , m_pace(wish.pace)
        , m_pause(wish.pace.every)
    {
        m_filter = m_query.filter;
        m_query.newestFirst = false;
        m_query.limit = kMostPage;
    }
    ~Tail() override { m_ground.loop.cancelTimer(m_timer); }

    void look()
    {
        // In parentheses: an OR of the filter binds weaker than the AND behind it.
        m_query.filter = (m_filter.empty() ? "" : "(" + m_filter + ") AND ") + "timestamp>=\"" +
                         isoTime(m_memory.begin()) + "\"";
        m_query.pageToken.clear();
        m_pages = 0;
        page();
    }

private:
    void page()
    {
        m_client.list(m_query, [weak = weak_from_this()](Result<LogPage> got) {
            if (const auto self = weak.lock())
                self->took(std::move(got));
        });
    }
    void took(Result<LogPage> got)
    {
        if (!got) {
            m_pause = std::min(m_pace.slowest, m_pause * 2);
            again();
            return m_sink(got.error());
        }
        m_pause = m_pace.every;
        for (LogEntry &entry : got->entries)
            if (m_memory.isNew(entry.time, entry.id + "\n" + entry.log))
                m_fresh.push_back(std::move(entry));
        if (!got->next.empty() && ++m_pages < kPagesOfLook) {
            m_query.pageToken = got->next;
            return page();
        }
        finish();
    }
    void finish()
    {
        m_memory.looked(m_pages < kPagesOfLook);
        std::stable_sort(m_fresh.begin(), m_fresh.end(),
                         [](const LogEntry &a, const LogEntry &b) { return a.time < b.time; });
        again();
        if (!m_fresh.empty())
            m_sink(std::exchange(m_fresh, {}));
    }
    void again()
    {
        m_timer = m_ground.loop.startTimer(m_ground.clock.steady() + m_pause, [this] { look(); });
    }

    LogClient &m_client;
    Ground m_ground;
    LogQuery m_query;
    std::string m_filter;
    TailMemory m_memory;
    Reply<std::vector<LogEntry>> m_sink;
    TailPace m_pace;
    Duration m_pause;
    std::vector<LogEntry> m_fresh; ///< also of a look that failed in the middle: it is not told again
    int m_pages = 0;
    net::Loop::TimerId m_timer = 0;
};

/// Holds the tail for whoever watches it.
struct TailHandle final : Running
{
    explicit TailHandle(std::shared_ptr<Tail> of)
        : tail(std::move(of))
    {
    }
    std::shared_ptr<Tail> tail;
};

} // namespace

void LogClient::list(const LogQuery &query, Reply<LogPage> reply)
{
    if (query.filter.size() > kLongestFilter)
        return m_api.refuse(std::move(reply), Error{ErrorCode::FlowBadValue,
                                                    "filter",
                                                    "it is longer than 20,000 characters",
                                                    {},
                                                    "Make it shorter."});
    m_api.json(listCall(query), [reply = std::move(reply)](Result<json::Value> json) {
        if (!json)
            return reply(json.error());
        LogPage page;
        for (const json::Value &entry : (*json)["entries"].asArray())
            page.entries.push_back(readLogEntry(entry));
        page.next = (*json)["nextPageToken"].asString();
        reply(std::move(page));
    });
}

std::unique_ptr<Running> LogClient::tail(const LogQuery &query, WallTime from,
                                         Reply<std::vector<LogEntry>> sink, const TailPace &pace)
{
    auto tail = std::make_shared<Tail>(*this, m_api.ground(), Tail::Wish{query, from, pace}, std::move(sink));
    tail->look();
    return std::make_unique<TailHandle>(std::move(tail));
}

} // namespace batuta::cloud
