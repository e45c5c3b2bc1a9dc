// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/release_desk.h"

#include "engine/client/rehearsal.h"
#include "engine/client/release_codec.h"
#include "engine/host/release_gathering.h"
#include "engine/releases/traffic.h"

#include <algorithm>

namespace batuta::host {
namespace {

/// Of those who may move the traffic of a service.
constexpr std::string_view kRole = "releases.route";
constexpr std::size_t kShortestReason = 10;
constexpr Duration kFiguresAge = std::chrono::seconds(15); ///< Monitoring itself samples each minute

Error noCloud(const std::string &environment)
{
    return {ErrorCode::HttpNotFound,
            environment.empty() ? "cloud" : environment,
            "the workspace names no cloud for it",
            {},
            "Add `cloud:` with project and region under the environment in batuta.yaml."};
}

struct Subject
{
    std::string environment, service;
};

Subject subjectOf(const std::string &text)
{
    const std::size_t slash = text.find('/');
    return slash == std::string::npos ? Subject{{}, text}
                                      : Subject{text.substr(0, slash), text.substr(slash + 1)};
}

bool hasRole(const client::Actor &actor)
{
    return std::any_of(actor.roles.begin(), actor.roles.end(),
                       [](const std::string &role) { return role == "*" || role == kRole; });
}

std::size_t lengthOf(const std::string &reason)
{
    const std::size_t first = reason.find_first_not_of(" \t\n");
    return first == std::string::npos ? 0 : reason.find_last_not_of(" \t\n") - first + 1;
}

} // namespace

ReleaseDesk::ReleaseDesk(Ports ports)
    : m_ports(std::move(ports))
    , m_access(makeAccess())
    , m_kit(m_ports.clock, m_ports.kit)
{
}

ReleaseDesk::~ReleaseDesk() = default;

std::string shortRevision(const std::string &revision, const std::string &service)
{
    return revision.starts_with(service + "-") ? revision.substr(service.size() + 1) : revision;
}

client::CloudPlace ReleaseDesk::shownPlace(const std::pair<std::string, cloud::Settings> &place)
{
    const cloud::Settings &settings = place.second;
    return {place.first,      settings.project,   settings.region,
            settings.service, settings.isLocal(), settings.isGuarded};
}

void ReleaseDesk::forget()
{
    m_places.reset();
    m_kit.forget();
    m_open.clear();
    m_figures.clear();
}

Result<const ReleaseDesk::Places *> ReleaseDesk::places()
{
    if (!m_places) {
        Result<Places> read = m_ports.places();
        if (!read)
            return read.error();
        m_places = std::move(*read);
    }
    return &*m_places;
}

Result<const std::pair<std::string, cloud::Settings> *> ReleaseDesk::place(const std::string &environment)
{
    const Result<const Places *> all = places();
    if (!all)
        return all.error();
    const auto found = [&](const std::string &name) {
        return std::find_if((*all)->begin(), (*all)->end(),
                            [&](const auto &each) { return each.first == name; });
    };
    auto place = found(environment.empty() ? m_ports.ownEnvironment : environment);
    if (place == (*all)->end() && environment.empty())
        place = (*all)->begin();
    if (place == (*all)->end())
        return noCloud(environment);
    return &*place;
}

Result<cloud::CloudPort *> ReleaseDesk::portOf(const std::string &environment)
{
    const auto named = place(environment);
    if (!named)
        return named.error();
    auto &port = m_open[(*named)->first];
    if (!port) {
        auto opened = m_ports.open((*named)->second);
        if (!opened)
            return opened.error();
        port = std::move(*opened);
    }
    return port.get();
}

void ReleaseDesk::board(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply)
{
    client::ReleaseBoard board;
    const Result<const Places *> all = places();
    if (!all)
        return reply(all.error());
    for (const auto &each : **all)
        board.places.push_back(shownPlace(each));
    board.at = m_ports.clock.wall();
    if (board.places.empty())
        return reply(std::move(board));
    const auto named = place(query.environment);
    const Result<cloud::CloudPort *> port = portOf(query.environment);
    if (!named || !port)
        return reply(named ? port.error() : named.error());
    board.environment = (*named)->first;
    const cloud::Settings &settings = (*named)->second;
    (*port)->services(settings.project, settings.region,
                      [this, life = std::weak_ptr(m_life), board = std::move(board),
                       reply = std::move(reply)](Result<std::vector<cloud::Service>> services) mutable {
                          if (life.expired())
                              return;
                          if (!services)
                              return reply(services.error());
                          board.at = m_ports.clock.wall();
                          board.services = std::move(*services);
                          for (cloud::Service &service : board.services)
                              maskSecrets(service.config);
                          std::sort(
                              board.services.begin(), board.services.end(),
                              [](const auto &a, const auto &b) { return a.name.service < b.name.service; });
                          reply(std::move(board));
                      });
}

void ReleaseDesk::service(const client::ServiceQuery &query, client::Reply<client::ServiceBoard> reply)
{
    const auto named = place(query.environment);
    const Result<cloud::CloudPort *> port = portOf(query.environment);
    if (!named || !port)
        return reply(named ? port.error() : named.error());
    auto gathering = std::make_shared<Gathering>();
    gathering->board.place = shownPlace(**named);
    gathering->name = {(*named)->second.project, (*named)->second.region, query.service};
    gathering->key = (*named)->first + "/" + query.service;
    gathering->reply = std::move(reply);
    gathering->open = 4; // the service, its revisions, the figures, the entries
    const auto part = [this, gathering, life = std::weak_ptr(m_life)](auto take) {
        return [this, gathering, life, take](auto result) {
            if (life.expired())
                return;
            if (result)
                take(std::move(*result));
            else if (!gathering->error)
                gathering->error = result.error();
            finish(gathering);
        };
    };
    (*port)->service(gathering->name, part([gathering](cloud::Service service) {
                         gathering->board.service = std::move(service);
                     }));
    (*port)->revisions(gathering->name, part([gathering](std::vector<cloud::Revision> revisions) {
                           gathering->board.revisions = std::move(revisions);
                       }));
    gatherFigures(gathering, **port);
    gatherEntries(gathering, 0, 5);
}

/// Those of a moment ago will do: a page asks every few seconds.
void ReleaseDesk::gatherFigures(const std::shared_ptr<Gathering> &gathering, cloud::CloudPort &port)
{
    const auto kept = m_figures.find(gathering->key);
    if (kept != m_figures.end() && m_ports.clock.wall() - kept->second.at < kFiguresAge) {
        gathering->board.figures = kept->second.list;
        gathering->board.figuresProblem = kept->second.problem;
        return finish(gathering);
    }
    askFigures(port, gathering->name, m_ports.clock.wall(),
               [this, gathering, life = std::weak_ptr(m_life)](std::vector<client::RevisionFigures> list,
                                                               std::optional<Error> problem) {
                   if (life.expired())
                       return;
                   m_figures[gathering->key] = {list, problem, m_ports.clock.wall()};
                   gathering->board.figures = std::move(list);
                   gathering->board.figuresProblem = std::move(problem);
                   finish(gathering);
               });
}

/// A page of the record after the other, while there are more and few were found.
void ReleaseDesk::gatherEntries(const std::shared_ptr<Gathering> &gathering, std::int64_t below, int pages)
{
    constexpr int kPage = 200;
    constexpr std::size_t kEnough = 40;
    m_ports.audit(
        below, kPage,
        [this, gathering, pages, life = std::weak_ptr(m_life)](const Result<store::AuditPage> &page) {
            if (life.expired())
                return;
            for (const store::AuditEntry &entry : page ? page->items : std::vector<store::AuditEntry>())
                if (entry.subject == gathering->key)
                    gathering->board.entries.push_back({entry.at, entry.who, entry.verb,
                                                        entry.data["revision"].asString(), entry.why,
                                                        entry.data});
            if (!page || page->next == 0 || pages <= 1 || gathering->board.entries.size() >= kEnough)
                return finish(gathering);
            gatherEntries(gathering, page->next, pages - 1);
        });
}

void ReleaseDesk::finish(const std::shared_ptr<Gathering> &gathering)
{
    if (--gathering->open > 0)
        return;
    if (gathering->error)
        return gathering->reply(*gathering->error);
    client::ServiceBoard &board = gathering->board;
    board.at = m_ports.clock.wall();
    addDeployments(board);
    maskSecrets(board.service.config);
    for (cloud::Revision &revision : board.revisions)
        maskSecrets(revision.config);
    std::vector<std::string> urls = board.service.urls;
    if (urls.empty() && !board.service.url.empty())
        urls.push_back(board.service.url);
    board.flows = m_ports.callers(urls);
    gathering->reply(std::move(board));
}

void ReleaseDesk::check(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    const auto named = place(query.environment);
    const Result<cloud::CloudPort *> port = portOf(query.environment);
    if (!named || !port)
        return reply(named ? port.error() : named.error());
    cloud::Service read;
    read.name = {(*named)->second.project, (*named)->second.region, query.service};
    read.etag = query.etag;
    (*port)->route(read, query.traffic, cloud::CloudPort::Check::Only,
                   [this, environment = (*named)->first, query, life = std::weak_ptr(m_life),
                    reply = std::move(reply)](const Result<cloud::Operation> &operation) {
                       if (life.expired())
                           return;
                       client::RouteCheck check;
                       if (!operation)
                           check.refused = operation.error();
                       else if (operation->error)
                           check.refused = operation->error;
                       lookForImage(environment, query, std::move(check), reply);
                   });
}

/// In the registry, when it is one that can be asked.
void ReleaseDesk::lookForImage(const std::string &environment, const client::RouteQuery &query,
                               client::RouteCheck check, const client::Reply<client::RouteCheck> &reply)
{
    const auto target = std::find_if(query.traffic.begin(), query.traffic.end(),
                                     [](const auto &each) { return each.percent > 0 && !each.isLatest(); });
    const auto named = place(environment);
    const Result<cloud::CloudPort *> port = portOf(environment);
    if (target == query.traffic.end() || !named || !port) {
        check.at = m_ports.clock.wall();
        return reply(std::move(check));
    }
    const cloud::ServiceName name{(*named)->second.project, (*named)->second.region, query.service};
    findImage(**port, name, target->revision,
              [this, life = std::weak_ptr(m_life), check = std::move(check),
               reply](std::optional<bool> found, std::string image) mutable {
                  if (life.expired())
                      return;
                  check.imageFound = found;
                  check.image = std::move(image);
                  check.at = m_ports.clock.wall();
                  reply(std::move(check));
              });
}

bool ReleaseDesk::isAct(const std::string &verb)
{
    return verb == "route_traffic" || verb == "roll_back" || verb == "roll_out" || verb == "rehearse" ||
           ReleaseKit::isAct(verb);
}

Status ReleaseDesk::check(const client::Act &act)
{
    const Subject subject = subjectOf(act.subject);
    const auto named = place(subject.environment);
    if (!named)
        return named.error();
    if (!hasRole(act.actor))
        return Error{ErrorCode::ActForbidden, act.subject, "it wants the role " + std::string(kRole), {}, {}};
    const bool isKits = ReleaseKit::isAct(act.verb);
    if ((*named)->second.isGuarded && (!isKits || ReleaseKit::isChange(act.verb)) &&
        lengthOf(act.why) < kShortestReason)
        return Error{ErrorCode::ActRefused,
                     act.subject,
                     "changes here want a reason of 10 characters",
                     {},
                     "Say why, so that the audit trail tells it."};
    if (isKits)
        return ReleaseKit::check({nullptr, (*named)->first, (*named)->second}, act, subject.service);
    if (act.verb == "rehearse") {
        const auto request = client::rehearsalFromAct(act);
        return request ? Status() : request.error();
    }
    if (act.verb == "roll_out")
        return checkRollout(act, (*named)->second.isGuarded);
    if (act.data["etag"].asString().empty())
        return Error{ErrorCode::InputInvalid, "etag", "which state of the service is it made from?", {}, {}};
    const auto traffic = client::trafficFromJson(act.data["traffic"]);
    if (!traffic)
        return traffic.error();
    const Status good = releases::checkTraffic(*traffic, subject.service, {});
    if (good)
        return {};
    Error error = good.error(); // of a command line, there
    error.code = ErrorCode::InputInvalid;
    return error;
}

void ReleaseDesk::perform(const client::Act &act, client::Reply<json::Value> reply)
{
    if (act.verb == "roll_out")
        return rollOut(act, std::move(reply));
    if (act.verb == "rehearse")
        return rehearse(act, std::move(reply));
    const Subject subject = subjectOf(act.subject);
    if (ReleaseKit::isAct(act.verb)) {
        const Result<ReleaseKit::Place> place = placeOfKit(subject.environment);
        if (!place)
            return reply(place.error());
        return m_kit.perform(*place, act, subject.service, untilRefused(act, std::move(reply)));
    }
    const auto named = place(subject.environment);
    const Result<cloud::CloudPort *> port = portOf(subject.environment);
    const auto traffic = client::trafficFromJson(act.data["traffic"]);
    if (!named || !port || !traffic)
        return reply(!named ? named.error() : !port ? port.error() : traffic.error());
    cloud::Service read;
    read.name = {(*named)->second.project, (*named)->second.region, subject.service};
    read.etag = act.data["etag"].asString();
    (*port)->route(read, *traffic, cloud::CloudPort::Check::Apply,
                   [this, act, life = std::weak_ptr(m_life),
                    reply = std::move(reply)](const Result<cloud::Operation> &operation) {
                       if (life.expired())
                           return;
                       if (!operation || operation->error) {
                           return refused(act, operation ? *operation->error : operation.error(), reply);
                       }
                       reply(json::Value(json::Object{
                           {"act", act.verb}, {"operation", operation->name}, {"done", operation->isDone}}));
                   });
}

void ReleaseDesk::lookUp(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply)
{
    const Result<ReleaseKit::Place> place = placeOfKit(lookup.environment);
    if (!place)
        return reply(place.error());
    m_kit.lookUp(*place, lookup, std::move(reply));
}

Result<ReleaseKit::Place> ReleaseDesk::placeOfKit(const std::string &environment)
{
    const auto named = place(environment);
    const Result<cloud::CloudPort *> port = portOf(environment);
    if (!named || !port)
        return named ? port.error() : named.error();
    return ReleaseKit::Place{*port, (*named)->first, (*named)->second};
}

/// What goes wrong with a change is an entry, too.
client::Reply<json::Value> ReleaseDesk::untilRefused(const client::Act &act, client::Reply<json::Value> reply)
{
    if (!ReleaseKit::isChange(act.verb))
        return reply;
    return [this, act, life = std::weak_ptr(m_life), reply = std::move(reply)](Result<json::Value> done) {
        if (life.expired())
            return;
        if (!done)
            return refused(act, done.error(), reply);
        reply(std::move(done));
    };
}

void ReleaseDesk::refused(const client::Act &act, const Error &error, client::Reply<json::Value> reply)
{
    store::AuditEntry entry;
    entry.at = m_ports.clock.wall();
    entry.who = act.actor.who;
    entry.verb = "release_refused";
    entry.subject = act.subject;
    entry.why = error.detail.substr(0, 1'000);
    entry.data = json::Object{{"act", act.verb}, {"revision", act.data["revision"]}};
    m_ports.note(std::move(entry), [error, reply = std::move(reply)] { reply(error); });
}

} // namespace batuta::host
