// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/engine_link.h"

#include "engine/client/cloud_values.h"
#include "engine/client/release_lookups.h"
#include "engine/series/alert_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace batuta::views {
namespace {

constexpr int kPulse = 2000;    // ms between two questions whether the engine is there
constexpr int kPatience = 3000; // ms until no answer means unreachable
constexpr int kQuick = 500;     // ms until a question that failed is asked again while it is hoped for
constexpr std::array kRetries{1'000, 2'000, 4'000, 8'000,
                              15'000}; // ms between questions once it is unreachable
constexpr std::size_t kQueue = 50'000; // events that may wait for a busy window

Error readOnly(const std::string &subject)
{
    return {ErrorCode::ActRefused, subject, "what is shown is a record: it can be read, not changed", {}, {}};
}

/// Waiting a moment changes nothing about these.
bool isFinal(const Error &error)
{
    return error.code == ErrorCode::HttpUnauthorized || error.code == ErrorCode::NetTls ||
           error.code == ErrorCode::FileUnreadable;
}

} // namespace

EngineLink::EngineLink(QObject *parent)
    : QObject(parent)
    , m_since(SystemClock().wall())
{
    m_pulse.setInterval(kPulse);
    m_patience.setInterval(kPatience);
    m_patience.setSingleShot(true);
    connect(&m_pulse, &QTimer::timeout, this, &EngineLink::ask);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        becomeUnreachable(
            m_reason.code == ErrorCode::Internal
                ? Error{ErrorCode::EngineUnreachable, "engine", "it has not answered for 3 s", {}, {}}
                : m_reason);
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EngineLink::ask);
}

EngineLink::~EngineLink() = default;

void EngineLink::attach(client::EngineClient &client)
{
    m_client = &client;
    ++m_generation;
    m_isAsking = m_isAskingFlows = false;
    m_attempts = 0;
    m_reason = {};
    m_subscription = client.subscribe([this](const client::EventBatch &batch) { enqueue(batch); });
    m_pulse.start();
    m_patience.start();
    refresh();
}

void EngineLink::detach(Error reason)
{
    m_subscription.reset();
    m_client = nullptr;
    ++m_generation;
    m_isAsking = false;
    m_pulse.stop();
    m_patience.stop();
    m_retry.stop();
    m_reason = std::move(reason);
    setState(State::Unreachable);
}

void EngineLink::setStarting()
{
    setState(State::Starting);
}

void EngineLink::setStopping()
{
    m_pulse.stop();
    m_patience.stop();
    m_retry.stop();
    setState(State::Stopping);
}

const client::FlowSummary *EngineLink::flow(const QString &name) const
{
    const std::string wanted = name.toStdString();
    for (const client::FlowSummary &flow : m_flows)
        if (flow.name.value == wanted)
            return &flow;
    return nullptr;
}

/// Asks by `ask(reply)`; the reply comes on the engine's thread and is posted to this one.
template <class T, class Ask> void EngineLink::call(QObject *context, Then<T> then, Ask ask)
{
    QPointer<QObject> guard(context);
    const auto answer = [this, guard, then = std::move(then)](Result<T> result) {
        QMetaObject::invokeMethod(
            this,
            [guard, then, result = std::move(result)]() mutable {
                if (guard)
                    then(std::move(result));
            },
            Qt::QueuedConnection);
    };
    if (m_client)
        ask(answer);
    else
        answer(Error{ErrorCode::EngineUnreachable, "engine", m_reason.detail, {}, {}});
}

void EngineLink::start(client::StartExecution command, QObject *context, Then<client::Started> then)
{
    call<client::Started>(context, std::move(then), [&](auto reply) {
        if (m_isReadOnly)
            return reply(readOnly(command.flow.value));
        m_client->start(std::move(command), std::move(reply));
    });
}

void EngineLink::cancel(const QString &execution, QObject *context, Then<void> then)
{
    const auto done = [then = std::move(then)](const Result<json::Value> &asked) {
        then(asked ? Result<void>() : Result<void>(asked.error()));
    };
    call<json::Value>(context, done, [&](auto reply) {
        if (m_isReadOnly)
            return reply(readOnly(execution.toStdString()));
        m_client->act(client::cancelOf(ExecutionId(execution.toStdString()), client::thisUser()),
                      std::move(reply));
    });
}

void EngineLink::act(client::Act act, QObject *context, Then<json::Value> then)
{
    act.actor = client::thisUser();
    call<json::Value>(context, std::move(then), [&](auto reply) {
        if (m_isReadOnly)
            return reply(readOnly(act.subject));
        m_client->act(std::move(act), std::move(reply));
    });
}

void EngineLink::execution(const QString &execution, QObject *context, Then<client::ExecutionRecord> then)
{
    call<client::ExecutionRecord>(context, std::move(then), [&](auto reply) {
        m_client->execution(ExecutionId(execution.toStdString()), std::move(reply));
    });
}

void EngineLink::executions(client::ExecutionQuery query, QObject *context, Then<client::ExecutionPage> then)
{
    call<client::ExecutionPage>(context, std::move(then), [&](auto reply) {
        m_client->executions(std::move(query), std::move(reply));
    });
}

void EngineLink::preview(client::StartExecution command, QObject *context, Then<client::FlowPreview> then)
{
    call<client::FlowPreview>(context, std::move(then),
                              [&](auto reply) { m_client->preview(std::move(command), std::move(reply)); });
}

void EngineLink::logLines(client::LogQuery query, QObject *context,
                          Then<std::vector<client::LogLineRecord>> then)
{
    call<std::vector<client::LogLineRecord>>(context, std::move(then), [&](auto reply) {
        m_client->logLines(std::move(query), std::move(reply));
    });
}

void EngineLink::find(client::FindQuery query, QObject *context, Then<client::Found> then)
{
    call<client::Found>(context, std::move(then),
                        [&](auto reply) { m_client->find(std::move(query), std::move(reply)); });
}

void EngineLink::figures(client::FiguresQuery query, QObject *context, Then<client::RunFigures> then)
{
    call<client::RunFigures>(context, std::move(then),
                             [&](auto reply) { m_client->figures(std::move(query), std::move(reply)); });
}

void EngineLink::failures(client::FailureQuery query, QObject *context, Then<client::FailureReport> then)
{
    call<client::FailureReport>(context, std::move(then),
                                [&](auto reply) { m_client->failures(std::move(query), std::move(reply)); });
}

void EngineLink::logChunk(client::LogChunkQuery query, QObject *context, Then<client::LogChunk> then)
{
    call<client::LogChunk>(context, std::move(then),
                           [&](auto reply) { m_client->logChunk(std::move(query), std::move(reply)); });
}

void EngineLink::series(series::Question question, QObject *context, Then<series::Answer> then)
{
    call<series::Answer>(context, std::move(then),
                         [&](auto reply) { m_client->series(std::move(question), std::move(reply)); });
}

void EngineLink::alerts(QObject *context, Then<series::AlertBook> then)
{
    call<series::AlertBook>(context, std::move(then),
                            [&](auto reply) { m_client->alerts(std::move(reply)); });
}

void EngineLink::boards(QObject *context, Then<std::vector<series::BoardText>> then)
{
    call<std::vector<series::BoardText>>(context, std::move(then),
                                         [&](auto reply) { m_client->boards(std::move(reply)); });
}

void EngineLink::waiting(QObject *context, Then<std::vector<client::WaitingStep>> then)
{
    call<std::vector<client::WaitingStep>>(context, std::move(then),
                                           [&](auto reply) { m_client->waiting(std::move(reply)); });
}

void EngineLink::capsule(std::vector<std::string> ids, QObject *context, Then<std::string> then)
{
    call<std::string>(context, std::move(then),
                      [&](auto reply) { m_client->capsule(std::move(ids), std::move(reply)); });
}

void EngineLink::audit(client::AuditQuery query, QObject *context, Then<client::AuditPage> then)
{
    call<client::AuditPage>(context, std::move(then),
                            [&](auto reply) { m_client->audit(query, std::move(reply)); });
}

void EngineLink::releases(const client::ReleaseQuery &query, QObject *context,
                          Then<client::ReleaseBoard> then)
{
    call<client::ReleaseBoard>(context, std::move(then),
                               [&](auto reply) { m_client->releases(query, std::move(reply)); });
}

void EngineLink::releasedService(const client::ServiceQuery &query, QObject *context,
                                 Then<client::ServiceBoard> then)
{
    call<client::ServiceBoard>(context, std::move(then),
                               [&](auto reply) { m_client->releasedService(query, std::move(reply)); });
}

void EngineLink::checkRoute(const client::RouteQuery &query, QObject *context, Then<client::RouteCheck> then)
{
    call<client::RouteCheck>(context, std::move(then),
                             [&](auto reply) { m_client->checkRoute(query, std::move(reply)); });
}

void EngineLink::clouds(QObject *context, Then<std::vector<client::CloudPlace>> then)
{
    call<std::vector<client::CloudPlace>>(context, std::move(then),
                                          [&](auto reply) { m_client->clouds(std::move(reply)); });
}

void EngineLink::cloudLogs(const client::CloudLogQuery &query, QObject *context,
                           Then<client::CloudLogPage> then)
{
    call<client::CloudLogPage>(context, std::move(then),
                               [&](auto reply) { m_client->cloudLogs(query, std::move(reply)); });
}

void EngineLink::releaseMarks(const client::MarkQuery &query, QObject *context,
                              Then<client::ReleaseMarks> then)
{
    call<client::ReleaseMarks>(context, std::move(then),
                               [&](auto reply) { m_client->releaseMarks(query, std::move(reply)); });
}

void EngineLink::lookUpRelease(const client::ReleaseLookup &lookup, QObject *context, Then<json::Value> then)
{
    call<json::Value>(context, std::move(then),
                      [&](auto reply) { m_client->lookUpRelease(lookup, std::move(reply)); });
}

void EngineLink::refresh()
{
    ask();
    askFlows();
}

void EngineLink::retryNow()
{
    if (m_retry.isActive())
        ask();
}

void EngineLink::askFlows()
{
    m_wantsFlows = true;
    if (!m_client)
        return;
    m_isAskingFlows = true;
    call<std::vector<client::FlowSummary>>(
        this,
        [this, generation = m_generation](Result<std::vector<client::FlowSummary>> flows) {
            if (generation != m_generation)
                return;
            m_isAskingFlows = false;
            if (!flows)
                return;
            m_wantsFlows = false;
            m_flows = std::move(*flows);
            emit flowsChanged();
        },
        [&](auto reply) { m_client->flows(std::move(reply)); });
}

void EngineLink::ask()
{
    if (!m_client || m_isAsking)
        return;
    m_isAsking = true;
    m_retry.stop();
    m_asked.start();
    if (m_state == State::Running && !m_patience.isActive()) {
        m_reason = {};
        m_patience.start();
    }
    call<client::EngineInfo>(
        this,
        [this, generation = m_generation](Result<client::EngineInfo> info) {
            if (generation == m_generation && m_state != State::Stopping)
                answered(std::move(info));
        },
        [&](auto reply) { m_client->info(std::move(reply)); });
    if (m_state == State::Unreachable)
        emit attemptsChanged();
}

void EngineLink::answered(Result<client::EngineInfo> info)
{
    m_isAsking = false;
    if (!info)
        return failed(info.error());
    const bool wasAway = m_state != State::Running;
    m_patience.stop();
    m_retry.stop();
    m_attempts = 0;
    m_heardAt = SystemClock().wall();
    m_latency = static_cast<int>(m_asked.elapsed());
    m_info = std::move(*info);
    m_running = m_info.running;
    m_pulse.start();
    const bool asksFlows = wasAway && !m_isAskingFlows && (m_wantsFlows || m_state == State::Unreachable);
    setState(State::Running);
    emit infoChanged();
    if (asksFlows) // they may be others now
        askFlows();
}

/// A moment's trouble is made up for before anybody sees it; what lasts three seconds, or will not pass by
/// itself, is shown.
void EngineLink::failed(const Error &error)
{
    m_reason = error;
    if (m_state == State::Running && m_patience.isActive() && !isFinal(error))
        return m_retry.start(kQuick);
    if (m_state != State::Unreachable)
        return becomeUnreachable(error);
    const int step = std::min<int>(m_attempts, kRetries.size() - 1);
    ++m_attempts;
    m_retry.start(kRetries[static_cast<std::size_t>(step)]);
    emit attemptsChanged();
}

void EngineLink::becomeUnreachable(const Error &reason)
{
    m_patience.stop();
    m_pulse.stop();
    m_reason = reason;
    m_attempts = 1;
    if (!m_isAsking)
        m_retry.start(kRetries.front());
    setState(State::Unreachable);
}

void EngineLink::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_since = SystemClock().wall();
    emit stateChanged();
}

/// On the engine's thread: keeps the events, and asks the window's thread to fetch them when it has not been
/// asked already.
void EngineLink::enqueue(const client::EventBatch &batch)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_queue.empty() && !m_lost;
        const bool isTooMuch = m_queue.size() + batch.events.size() > kQueue;
        if (isTooMuch || batch.hasGap) {
            m_queue.clear(); // snapshots are asked for, which know more than these
            m_lost = true;
        }
        if (!isTooMuch)
            m_queue.insert(m_queue.end(), batch.events.begin(), batch.events.end());
    }
    if (wasEmpty)
        QMetaObject::invokeMethod(this, &EngineLink::deliver, Qt::QueuedConnection);
}

void EngineLink::deliver()
{
    client::EventBatch batch;
    bool lost = false;
    {
        const std::lock_guard lock(m_mutex);
        batch.events.swap(m_queue);
        lost = std::exchange(m_lost, false);
    }
    if (lost)
        emit eventsLost();
    if (batch.events.empty())
        return;
    const int before = m_running;
    for (const client::EventRecord &event : batch.events)
        m_running += event.kind == "execution_started" ? 1 : event.kind == "execution_ended" ? -1 : 0;
    m_running = std::max(0, m_running);
    emit eventsArrived(batch);
    if (before != m_running)
        emit infoChanged();
}

} // namespace batuta::views
