// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/session.h"

#include "engine/base/uuid.h"
#include "engine/client/cloud_codec.h"
#include "engine/client/codec.h"
#include "engine/client/codec_questions.h"
#include "engine/client/release_codec.h"
#include "engine/client/release_lookups.h"
#include "engine/series/codec.h"
#include "views/models/status.h"
#include "views/remote/trouble.h"

#include <algorithm>
#include <iterator>

namespace batuta::views {
namespace {

QString pathOf(const ExecutionId &id, const char *rest = "")
{
    return "/executions/" + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(id.value))) +
           rest;
}

void add(QUrlQuery &items, const char *name, const std::string &value)
{
    if (!value.empty()) // a plus would be read as a space
        items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(value))));
}

void addTimes(QUrlQuery &items, const std::optional<WallTime> &since, const std::optional<WallTime> &until)
{
    add(items, "since", since ? isoTime(*since) : std::string());
    add(items, "until", until ? isoTime(*until) : std::string());
}

/// What lists and figures filter by.
QUrlQuery filterOf(const client::ExecutionQuery &query)
{
    QUrlQuery items;
    add(items, "flow", query.flow);
    add(items, "status", query.status);
    add(items, "user_id", query.userId);
    add(items, "session_id", query.sessionId);
    add(items, "correlation_id", query.correlationId);
    add(items, "trigger", query.trigger);
    add(items, "flow_version", query.flowVersion);
    add(items, "environment", query.environment);
    add(items, "revision", query.revision);
    add(items, "error_code", query.errorCode);
    add(items, "failure", query.failure);
    add(items, "text", query.text);
    addTimes(items, query.since, query.until);
    return items;
}

QUrlQuery queryOf(const client::ExecutionQuery &query)
{
    QUrlQuery items = filterOf(query);
    add(items, "cursor", query.cursor);
    add(items, "order",
        query.order == client::Order::Oldest     ? "oldest"
        : query.order == client::Order::Longest  ? "longest"
        : query.order == client::Order::Shortest ? "shortest"
                                                 : "");
    add(items, "steps", query.withSteps ? "true" : "");
    add(items, "mark_every", query.markEvery > 0 ? std::to_string(query.markEvery) : std::string());
    add(items, "limit", std::to_string(std::clamp(query.limit, 1, query.markEvery > 0 ? 50'000 : 1'000)));
    return items;
}

template <class T, class Read> Result<std::vector<T>> listOf(const json::Value &items, Read read)
{
    std::vector<T> list;
    for (const json::Value &item : items.asArray()) {
        Result<T> one = read(item);
        if (!one)
            return one.error();
        list.push_back(std::move(*one));
    }
    return list;
}

} // namespace

Session::Session(const EngineAddress &address, const Result<QSslConfiguration> &tls, const Pace &pace)
    : m_tls(tls)
    , m_questions(address, tls ? *tls : QSslConfiguration(), pace.questions)
    , m_follower(address, tls ? *tls : QSslConfiguration(), pace.events)
{
    connect(&m_follower, &EventFollower::came, this, &Session::came);
    connect(&m_questions, &Questions::answered, &m_follower, &EventFollower::hurry);
}

Session::~Session()
{
    m_follower.disconnect(this);
    for (const auto &[id, reply] : std::exchange(m_waiting, {}))
        reply(Error{ErrorCode::NetCancelled, id, {}, {}, {}});
}

template <class T, class Read>
void Session::ask(const Question &question, const client::Reply<T> &reply, Read read)
{
    if (!m_tls)
        return reply(m_tls.error());
    m_questions.ask(question, [reply, read](const Result<json::Value> &answer) {
        reply(answer ? Result<T>(read(*answer)) : Result<T>(answer.error()));
    });
}

void Session::start(const client::StartExecution &command, const client::Reply<client::Started> &reply)
{
    ask<client::Started>({"/executions", {}, client::toJson(command)}, reply, client::startedFromJson);
}

void Session::act(const client::Act &act, const client::Reply<json::Value> &reply)
{
    const bool isOnExecution = isUuid(act.subject);
    json::Object body{{"step", act.step}, {"data", act.data}, {"why", act.why}};
    if (!isOnExecution)
        body.append("subject", act.subject);
    const QString verb = QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(act.verb)));
    const QString path = isOnExecution ? pathOf(ExecutionId(act.subject), "/acts/") : QString("/acts/");
    ask<json::Value>({path + verb, {}, std::move(body)}, reply,
                     [](const json::Value &done) { return Result<json::Value>(done); });
}

void Session::execution(const ExecutionId &id, const client::Reply<client::ExecutionRecord> &reply)
{
    ask<client::ExecutionRecord>({pathOf(id)}, reply, client::executionFromJson);
}

void Session::executions(const client::ExecutionQuery &query,
                         const client::Reply<client::ExecutionPage> &reply)
{
    ask<client::ExecutionPage>({"/executions", queryOf(query)}, reply, client::pageFromJson);
}

void Session::flows(const client::Reply<std::vector<client::FlowSummary>> &reply)
{
    ask<std::vector<client::FlowSummary>>(
        {"/flows", QUrlQuery("text=true")}, reply, [](const json::Value &answer) {
            return listOf<client::FlowSummary>(answer["flows"], client::flowFromJson);
        });
}

void Session::preview(const client::StartExecution &command, const client::Reply<client::FlowPreview> &reply)
{
    ask<client::FlowPreview>({"/preview", {}, client::toJson(command)}, reply, client::previewFromJson);
}

void Session::info(const client::Reply<client::EngineInfo> &reply)
{
    ask<client::EngineInfo>({"/info", {}, {}, true}, reply, client::infoFromJson);
}

void Session::logLines(const client::LogQuery &query,
                       const client::Reply<std::vector<client::LogLineRecord>> &reply)
{
    QUrlQuery items;
    if (!query.step.empty())
        items.addQueryItem("step", QString::fromStdString(query.step));
    items.addQueryItem("limit", QString::number(std::clamp(query.limit, 1, 10'000)));
    ask<std::vector<client::LogLineRecord>>(
        {pathOf(ExecutionId(query.execution), "/log"), items}, reply, [](const json::Value &answer) {
            return listOf<client::LogLineRecord>(answer["lines"], [](const json::Value &line) {
                return Result<client::LogLineRecord>(client::logLineFromJson(line));
            });
        });
}

void Session::find(const client::FindQuery &query, const client::Reply<client::Found> &reply)
{
    QUrlQuery items;
    add(items, "text", query.text);
    add(items, "limit", std::to_string(std::clamp(query.limit, 1, 50)));
    ask<client::Found>({"/find", items}, reply, client::foundFromJson);
}

void Session::figures(const client::FiguresQuery &query, const client::Reply<client::RunFigures> &reply)
{
    QUrlQuery items = filterOf(query.filter);
    add(items, "buckets", std::to_string(std::clamp(query.buckets, 1, 400)));
    ask<client::RunFigures>({"/figures", items}, reply, client::figuresFromJson);
}

void Session::failures(const client::FailureQuery &query, const client::Reply<client::FailureReport> &reply)
{
    QUrlQuery items;
    addTimes(items, query.since, query.until);
    add(items, "flow", query.flow);
    add(items, "key", query.key);
    add(items, "buckets", std::to_string(std::clamp(query.buckets, 1, 100)));
    add(items, "limit", std::to_string(std::clamp(query.limit, 1, 500)));
    ask<client::FailureReport>({"/failures", items}, reply, client::failuresFromJson);
}

void Session::logChunk(const client::LogChunkQuery &query, const client::Reply<client::LogChunk> &reply)
{
    QUrlQuery items;
    add(items, "after", query.after);
    add(items, "bytes", std::to_string(std::clamp(query.bytes, 1, 4'000'000)));
    ask<client::LogChunk>({"/logs", items}, reply, client::logChunkFromJson);
}

void Session::series(const series::Question &question, const client::Reply<series::Answer> &reply)
{
    ask<series::Answer>({"/series/query", {}, series::toJson(question)}, reply, series::answerFromJson);
}

void Session::alerts(const client::Reply<series::AlertBook> &reply)
{
    ask<series::AlertBook>({"/alerts"}, reply, [](const json::Value &answer) {
        return Result<series::AlertBook>(series::alertsFromJson(answer));
    });
}

void Session::boards(const client::Reply<std::vector<series::BoardText>> &reply)
{
    ask<std::vector<series::BoardText>>({"/boards"}, reply, [](const json::Value &answer) {
        return Result<std::vector<series::BoardText>>(series::boardsFromJson(answer));
    });
}

void Session::releases(const client::ReleaseQuery &query, const client::Reply<client::ReleaseBoard> &reply)
{
    QUrlQuery items;
    add(items, "environment", query.environment);
    ask<client::ReleaseBoard>({"/releases", items}, reply, client::releaseBoardFromJson);
}

void Session::releasedService(const client::ServiceQuery &query,
                              const client::Reply<client::ServiceBoard> &reply)
{
    QUrlQuery items;
    add(items, "environment", query.environment);
    const QByteArray name = QUrl::toPercentEncoding(QString::fromStdString(query.service));
    ask<client::ServiceBoard>({"/releases/services/" + QString::fromLatin1(name), items}, reply,
                              client::serviceBoardFromJson);
}

void Session::checkRoute(const client::RouteQuery &query, const client::Reply<client::RouteCheck> &reply)
{
    ask<client::RouteCheck>({"/releases/check", {}, client::toJson(query)}, reply,
                            client::routeCheckFromJson);
}

void Session::clouds(const client::Reply<std::vector<client::CloudPlace>> &reply)
{
    ask<std::vector<client::CloudPlace>>({"/clouds"}, reply, client::placesFromJson);
}

void Session::cloudLogs(const client::CloudLogQuery &query, const client::Reply<client::CloudLogPage> &reply)
{
    ask<client::CloudLogPage>({"/clouds/logs", {}, client::toJson(query)}, reply,
                              client::cloudLogPageFromJson);
}

void Session::releaseMarks(const client::MarkQuery &query, const client::Reply<client::ReleaseMarks> &reply)
{
    QUrlQuery items;
    add(items, "environment", query.environment);
    add(items, "service", query.service);
    add(items, "from", isoTime(query.from));
    add(items, "to", isoTime(query.to));
    ask<client::ReleaseMarks>({"/releases/marks", items}, reply, client::marksFromJson);
}

void Session::lookUpRelease(const client::ReleaseLookup &lookup, const client::Reply<json::Value> &reply)
{
    const QByteArray kind = QUrl::toPercentEncoding(QString::fromStdString(lookup.kind));
    const json::Object body{
        {"environment", lookup.environment}, {"service", lookup.service}, {"data", lookup.data}};
    ask<json::Value>({"/releases/lookups/" + QString::fromLatin1(kind), {}, body}, reply,
                     [](const json::Value &answer) { return Result<json::Value>(answer); });
}

void Session::waiting(const client::Reply<std::vector<client::WaitingStep>> &reply)
{
    ask<std::vector<client::WaitingStep>>({"/waiting"}, reply, [](const json::Value &answer) {
        return listOf<client::WaitingStep>(answer["waiting"], [](const json::Value &step) {
            return Result<client::WaitingStep>(client::waitingFromJson(step));
        });
    });
}

void Session::capsule(const std::vector<std::string> &ids, const client::Reply<std::string> &reply)
{
    Question question{"/capsules", {}, json::Object{{"executions", json::Array(ids.begin(), ids.end())}}};
    question.isFile = true;
    ask<std::string>(question, reply,
                     [](const json::Value &bytes) { return Result<std::string>(bytes.asString()); });
}

void Session::audit(const client::AuditQuery &query, const client::Reply<client::AuditPage> &reply)
{
    QUrlQuery items;
    add(items, "below", query.below > 0 ? std::to_string(query.below) : std::string());
    add(items, "limit", std::to_string(std::clamp(query.limit, 1, 1'000)));
    ask<client::AuditPage>({"/audit", items}, reply, client::auditFromJson);
}

void Session::listen(int ticket, client::EngineClient::Listener listener)
{
    m_listeners.emplace(ticket, std::move(listener));
    followWhenWanted();
}

void Session::unlisten(int ticket)
{
    m_listeners.erase(ticket);
    followWhenWanted();
}

void Session::followWhenWanted()
{
    if (m_tls && (!m_listeners.empty() || !m_waiting.empty()))
        m_follower.start();
    else
        m_follower.stop();
}

void Session::came(const client::EventBatch &batch)
{
    for (const auto &[ticket, listener] : std::map(m_listeners)) // one may leave meanwhile
        if (m_listeners.contains(ticket))
            listener(batch);
    if (m_waiting.empty())
        return;
    std::vector<std::string> ended;
    for (const client::EventRecord &event : batch.events)
        if (event.kind == "execution_ended" && m_waiting.contains(event.execution))
            ended.push_back(event.execution);
    if (batch.hasGap) // the end may have been missed
        for (auto entry = m_waiting.begin(); entry != m_waiting.end();
             entry = m_waiting.upper_bound(entry->first))
            ended.push_back(entry->first);
    for (const std::string &id : ended)
        lookFor(id);
}

/// Begins to listen before it looks, so that no end falls between the two.
void Session::waitForEnd(const ExecutionId &id, const client::Reply<client::ExecutionRecord> &reply)
{
    if (!m_tls)
        return reply(m_tls.error());
    m_waiting.emplace(id.value, reply);
    followWhenWanted();
    lookFor(id.value);
}

void Session::lookFor(const std::string &id)
{
    execution(ExecutionId(id), [this, id](const Result<client::ExecutionRecord> &record) {
        const bool isUnknown = !record && record.error().code == ErrorCode::ExecutionUnknown;
        if (record ? !isEnded(record->status) : !isUnknown)
            return; // an end, or a gap, leads here again
        const auto [from, to] = m_waiting.equal_range(id);
        const Waiting told(from, to);
        m_waiting.erase(from, to);
        for (const auto &[key, reply] : told)
            reply(record);
        followWhenWanted();
    });
}

} // namespace batuta::views
