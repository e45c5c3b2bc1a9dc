// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that knows where environments run in the cloud.
#include "engine/host/engine.h"

#include "engine/cloud/cloud.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace batuta::host {
namespace {

/// Flows that use a key of the environment whose value is one of the addresses.
std::vector<std::string> callersOf(const std::vector<std::string> &urls, const env::Environment &environment,
                                   const flow::Library &library)
{
    std::vector<std::string> uses;
    for (const env::Entry &entry : environment.entries())
        for (const std::string &url : urls)
            if (!url.empty() && entry.value.starts_with(url))
                uses.push_back("env." + entry.key);
    std::vector<std::string> flows;
    for (const auto &[name, flow] : library.flows)
        if (std::any_of(uses.begin(), uses.end(),
                        [&](const std::string &use) { return flow->source.find(use) != std::string::npos; }))
            flows.push_back(name);
    std::sort(flows.begin(), flows.end());
    return flows;
}

using Values = std::vector<double>;

/// The newest value of each line, of the first Prometheus server that metrics.yaml names.
void askNewest(series::Station &station, const std::string &promql, WallTime at,
               std::function<void(Result<Values>)> reply)
{
    station.catalogue([&station, promql, at, reply = std::move(reply)](const auto &catalogue) {
        if (!catalogue || catalogue->sources.empty())
            return reply(catalogue ? Error{ErrorCode::InputInvalid,
                                           "promql",
                                           "metrics.yaml names no Prometheus server",
                                           {},
                                           "Name one under `sources`."}
                                   : catalogue.error());
        series::Question question;
        question.source = catalogue->sources.front();
        question.expression = promql;
        question.from = at - std::chrono::minutes(1);
        question.to = at;
        question.step = std::chrono::seconds(30);
        station.ask(question, [reply](const Result<series::Answer> &answer) {
            if (!answer)
                return reply(answer.error());
            Values newest;
            for (const series::Line &line : answer->lines)
                for (auto value = line.values.rbegin(); value != line.values.rend(); ++value)
                    if (!std::isnan(*value)) {
                        newest.push_back(*value);
                        break;
                    }
            reply(std::move(newest));
        });
    });
}

series::Question publishesOf(const client::MarkQuery &query)
{
    series::Question question;
    question.of.metric = "batuta_flow_publishes_total";
    question.function = series::Function::Increase;
    question.by = {"flow"};
    question.from = query.from;
    question.to = query.to;
    return question;
}

void addPublishes(const series::Answer &answer, client::ReleaseMarks &marks)
{
    for (const series::Line &line : answer.lines)
        for (std::size_t i = 0; i < line.values.size(); ++i)
            if (line.values[i] > 0)
                marks.marks.push_back({answer.from + answer.step * static_cast<std::int64_t>(i),
                                       "published",
                                       line.labels.empty() ? std::string() : line.labels.front().second,
                                       {},
                                       {},
                                       {}});
    std::stable_sort(marks.marks.begin(), marks.marks.end(),
                     [](const auto &a, const auto &b) { return a.at < b.at; });
}

} // namespace

void Engine::openReleases()
{
    ReleaseDesk::Ports ports{m_ports.clock,
                             m_options.environment.empty() ? std::string(env::kOwnName)
                                                           : m_options.environment,
                             {},
                             {},
                             {},
                             {},
                             {},
                             {},
                             {},
                             kitPorts()};
    ports.places = [this] {
        return m_options.clouds ? m_options.clouds() : Result<ReleaseDesk::Places>(ReleaseDesk::Places());
    };
    ports.open = [this](const cloud::Settings &settings) {
        auto opened = cloud::Cloud::open(m_ports.loop, m_ports.clock, settings, m_options.http);
        return opened ? Result<std::unique_ptr<cloud::CloudPort>>(std::move(*opened)) : opened.error();
    };
    ports.audit = [this](std::int64_t below, int limit, client::Reply<store::AuditPage> reply) {
        audit({below, limit}, std::move(reply));
    };
    ports.note = [this](store::AuditEntry entry, std::function<void()> then) {
        m_history->audit(std::move(entry), [&log = m_ports.log, then = std::move(then),
                                            put = m_postbox.slot()](const Status &status) {
            if (!status)
                log.warning("main", "audit_failed", {{"message", errorText(status.error())}});
            put(then);
        });
    };
    ports.callers = [this](const std::vector<std::string> &urls) {
        return callersOf(urls, m_environment, m_library);
    };
    ports.start = [this](flow::FlowPtr flow, client::StartExecution command,
                         client::Reply<client::Started> reply) {
        const Result<client::Started> started =
            launch(std::move(command), {}, Repeated{{}, std::move(flow), {}, json::Object{}, {}});
        if (!started)
            return reply(started.error());
        whenDurable(started->id.value, [started = *started, reply = std::move(reply)](const Status &status) {
            reply(status ? Result<client::Started>(started) : Result<client::Started>(status.error()));
        });
    };
    ports.measure = [this](const std::string &promql, WallTime at, auto reply) {
        if (!m_station)
            return reply(Error{ErrorCode::InputInvalid, "promql", "this engine keeps no figures", {}, {}});
        askNewest(*m_station, promql, at, std::move(reply));
    };
    ports.rehearsals = makeRehearsals();
    m_releases = std::make_unique<ReleaseDesk>(std::move(ports));
}

std::shared_ptr<Rehearsals> Engine::makeRehearsals()
{
    Rehearsals::Ports ports{*this, m_seal, {}, {}, {}};
    ports.flowOf = [this](const client::ExecutionRecord &record, auto reply) {
        flowOf(record, std::move(reply));
    };
    ports.launch = [this](RehearsalPlan plan, const std::string &parent) {
        return launch(std::move(plan.command), Parent{parent, 1, {}, nullptr}, plan.repeated);
    };
    ports.cancel = [this, alive = m_alive](const std::string &id) {
        if (!*alive)
            return;
        if (const auto live = m_live.find(id); live != m_live.end())
            live->second.execution->cancel();
    };
    return std::make_shared<Rehearsals>(std::move(ports));
}

/// Files beside the loop, and addresses that are only knocked at.
ReleaseKit::Ports Engine::kitPorts()
{
    ReleaseKit::Ports ports;
    ports.workspace = m_options.workspace;
    ports.folder = (std::filesystem::path(m_options.workspace) / ".batuta" / "releases").string();
    ports.aside = [this](std::function<std::function<void()>()> work) {
        if (!m_fileReader)
            m_fileReader = std::make_unique<store::JobThread>();
        m_fileReader->post([work = std::move(work), put = m_postbox.slot()] { put(work()); });
    };
    ports.knock = [this](const std::string &url, std::function<void(int, std::string)> told) {
        net::HttpRequest request;
        request.url = url;
        request.timeout = std::chrono::seconds(10);
        request.maxResponseBytes = 1 << 20;
        m_http.send(std::move(request), [told = std::move(told)](
                                            const tl::expected<net::HttpResponse, net::HttpFailure> &answer) {
            told(answer ? answer->status : 0, answer ? std::string() : answer.error().error.detail);
        });
    };
    return ports;
}

void Engine::lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply)
{
    m_releases->lookUp(lookup, std::move(reply));
}

void Engine::releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply)
{
    m_releases->board(query, std::move(reply));
}

void Engine::releasedService(const client::ServiceQuery &query, client::Reply<client::ServiceBoard> reply)
{
    m_releases->service(query, std::move(reply));
}

void Engine::checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    m_releases->check(query, std::move(reply));
}

void Engine::clouds(client::Reply<std::vector<client::CloudPlace>> reply)
{
    m_releases->clouds(reply);
}

void Engine::cloudLogs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply)
{
    m_releases->logs(query, std::move(reply));
}

/// What was published is kept as a counter by flow: where it grew, a mark stands.
void Engine::releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply)
{
    if (query.to <= query.from)
        return reply(Error{ErrorCode::InputInvalid, "from", "the time must end after it begins", {}, {}});
    m_releases->marks(query, [this, query, reply = std::move(reply)](Result<client::ReleaseMarks> marks) {
        if (!marks || !m_station)
            return reply(std::move(marks));
        m_station->ask(publishesOf(query), [reply, marks = std::move(*marks)](const auto &answer) mutable {
            if (answer)
                addPublishes(*answer, marks);
            reply(std::move(marks));
        });
    });
}

} // namespace batuta::host
