// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleaseDesk that looks on: what services log, their figures, and when something was released.
#include "engine/cloud/log_client.h"
#include "engine/host/cloud_figures.h"
#include "engine/host/cloud_line.h"
#include "engine/host/release_desk.h"

#include <algorithm>

namespace batuta::host {
namespace {

constexpr int kMostServices = 20;  ///< whose revisions are looked at
constexpr int kMostAuditPages = 5; ///< of 200 acts
constexpr std::size_t kMostMarks = 200;

/// A filter of somebody else's stands in brackets: it must not close them.
Status checkFilter(const std::string &filter)
{
    int depth = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < filter.size(); ++i) {
        const char letter = filter[i];
        if (isQuoted) {
            i += letter == '\\' ? 1 : 0;
            isQuoted = letter != '"';
        } else if (letter == '-' && filter.substr(i, 2) == "--") {
            i = std::min(filter.find('\n', i), filter.size());
        } else {
            isQuoted = letter == '"';
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        }
        if (depth < 0)
            break;
    }
    if (depth == 0 && !isQuoted)
        return {};
    return Error{ErrorCode::InputInvalid, "filter", "its brackets or quotes are not closed", {}, {}};
}

cloud::LogQuery cloudQueryOf(const client::CloudLogQuery &query, const cloud::Settings &place)
{
    cloud::LogQuery made;
    made.project = place.project;
    made.newestFirst = query.newestFirst;
    made.limit = query.limit;
    made.pageToken = query.pageToken;
    made.filter =
        query.service.empty()
            ? "resource.type=\"cloud_run_revision\" AND resource.labels.location=\"" + place.region + "\""
            : cloud::logFilterOf({place.project, place.region, query.service}, {});
    if (query.from)
        made.filter += " AND timestamp>=\"" + isoTime(*query.from) + "\"";
    if (query.to)
        made.filter += " AND timestamp<=\"" + isoTime(*query.to) + "\"";
    if (!query.filter.empty())
        made.filter += " AND (" + query.filter + "\n)";
    return made;
}

/// The answers to several questions, each once, whatever their order.
struct CloudAnswers
{
    std::vector<std::vector<cloud::Series>> all;
    std::optional<Error> error;
    std::size_t open = 0;
};

bool isWithin(const client::MarkQuery &query, WallTime at)
{
    return at >= query.from && at <= query.to;
}

} // namespace

/// The marks of one question while their parts come in.
struct ReleaseDesk::Marking
{
    client::MarkQuery query;
    std::string environment; ///< "" when there is no cloud
    client::ReleaseMarks marks;
    client::Reply<client::ReleaseMarks> reply;
    int open = 1;

    void came()
    {
        if (--open > 0)
            return;
        std::stable_sort(marks.marks.begin(), marks.marks.end(),
                         [](const auto &a, const auto &b) { return a.at < b.at; });
        if (marks.marks.size() > kMostMarks)
            marks.marks.erase(marks.marks.begin(), marks.marks.end() - kMostMarks);
        reply(std::move(marks));
    }
    void took(const store::AuditEntry &entry)
    {
        const std::string start = environment + "/";
        if (!isAct(entry.verb) || !entry.subject.starts_with(start) || !isWithin(query, entry.at))
            return;
        const std::string service = entry.subject.substr(start.size());
        if (query.service.empty() || query.service == service)
            marks.marks.push_back({entry.at, entry.verb, service,
                                   shortRevision(entry.data["revision"].asString(), service), entry.who,
                                   entry.why});
    }
    void took(const std::vector<cloud::Revision> &revisions, const std::string &service)
    {
        for (const cloud::Revision &revision : revisions)
            if (isWithin(query, revision.created))
                marks.marks.push_back({revision.created,
                                       "deployed",
                                       service,
                                       shortRevision(revision.name, service),
                                       revision.creator,
                                       {}});
    }
};

void ReleaseDesk::clouds(const client::Reply<std::vector<client::CloudPlace>> &reply)
{
    const Result<const Places *> all = places();
    if (!all)
        return reply(all.error());
    std::vector<client::CloudPlace> list;
    for (const auto &each : **all)
        list.push_back(shownPlace(each));
    reply(std::move(list));
}

void ReleaseDesk::logs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply)
{
    const auto named = place(query.environment);
    const Result<cloud::CloudPort *> port = portOf(query.environment);
    if (!named || !port)
        return reply(named ? port.error() : named.error());
    if (const Status good = checkFilter(query.filter); !good)
        return reply(good.error());
    (*port)->logs(cloudQueryOf(query, (*named)->second),
                  [life = std::weak_ptr(m_life), reply = std::move(reply)](const auto &page) {
                      if (life.expired())
                          return;
                      if (!page)
                          return reply(page.error());
                      client::CloudLogPage made;
                      made.next = page->next;
                      made.lines.reserve(page->entries.size());
                      for (const cloud::LogEntry &entry : page->entries)
                          made.lines.push_back({entry.time, entry.id + "\n" + entry.log, lineOf(entry)});
                      reply(std::move(made));
                  });
}

void ReleaseDesk::figures(const series::Question &question, client::Reply<series::Answer> reply)
{
    const std::size_t colon = question.source.find(':');
    const std::string environment =
        colon == std::string::npos ? std::string() : question.source.substr(colon + 1);
    const auto named = place(environment);
    const Result<cloud::CloudPort *> port = portOf(environment);
    if (!named || !port)
        return reply(named ? port.error() : named.error());
    const auto queries = cloudQueries(question, (*named)->second, m_ports.clock.wall());
    if (!queries)
        return reply(queries.error());
    auto answers = std::make_shared<CloudAnswers>();
    answers->all.resize(queries->size());
    answers->open = queries->size();
    for (std::size_t i = 0; i < queries->size(); ++i)
        (*port)->series((*queries)[i], [life = std::weak_ptr(m_life), answers, i, question,
                                        queries = *queries, reply](const auto &answer) {
            if (life.expired())
                return;
            if (answer)
                answers->all[i] = *answer;
            else
                answers->error = answer.error();
            if (--answers->open == 0)
                answers->error ? reply(*answers->error) : reply(cloudAnswer(question, queries, answers->all));
        });
}

/// Deployments are the cloud's to tell, acts the audit's. What cannot be told is said, and the rest comes.
void ReleaseDesk::marks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply)
{
    auto marking = std::make_shared<Marking>();
    marking->query = query;
    marking->reply = std::move(reply);
    const Result<const Places *> all = places();
    const bool hasNone = all && (*all)->empty() && query.environment.empty();
    if (hasNone)
        return marking->came();
    const auto named = place(query.environment);
    const Result<cloud::CloudPort *> port = portOf(query.environment);
    if (!named || !port) {
        marking->marks.problem = named ? port.error() : named.error();
        return marking->came();
    }
    const cloud::Settings &settings = (*named)->second;
    marking->environment = (*named)->first;
    marking->open = 2;
    markActs(marking, 0, kMostAuditPages);
    if (!query.service.empty())
        return markRevisions(marking, **port, {{settings.project, settings.region, query.service}});
    (*port)->services(settings.project, settings.region,
                      [this, marking, port = *port, life = std::weak_ptr(m_life)](const auto &services) {
                          if (life.expired())
                              return;
                          std::vector<cloud::ServiceName> names;
                          for (const cloud::Service &service :
                               services ? *services : std::vector<cloud::Service>())
                              if (names.size() < kMostServices)
                                  names.push_back(service.name);
                          if (!services)
                              marking->marks.problem = services.error();
                          markRevisions(marking, *port, names);
                      });
}

void ReleaseDesk::markRevisions(const std::shared_ptr<Marking> &marking, cloud::CloudPort &port,
                                const std::vector<cloud::ServiceName> &services)
{
    marking->open += static_cast<int>(services.size());
    for (const cloud::ServiceName &name : services)
        port.revisions(
            name, [marking, service = name.service, life = std::weak_ptr(m_life)](const auto &revisions) {
                if (life.expired())
                    return;
                if (revisions)
                    marking->took(*revisions, service);
                else
                    marking->marks.problem = revisions.error();
                marking->came();
            });
    marking->came();
}

/// A page of the record after the other, as long as they are of the time.
void ReleaseDesk::markActs(const std::shared_ptr<Marking> &marking, std::int64_t below, int pages)
{
    constexpr int kPage = 200;
    m_ports.audit(below, kPage,
                  [this, marking, pages, life = std::weak_ptr(m_life)](const Result<store::AuditPage> &page) {
                      if (life.expired())
                          return;
                      if (!page)
                          marking->marks.problem = page.error();
                      for (const auto &entry : page ? page->items : std::vector<store::AuditEntry>())
                          marking->took(entry);
                      const bool isOver = !page || page->next == 0 || pages <= 1 || page->items.empty() ||
                                          page->items.back().at < marking->query.from;
                      if (isOver)
                          return marking->came();
                      markActs(marking, page->next, pages - 1);
                  });
}

} // namespace batuta::host
