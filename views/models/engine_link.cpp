// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/engine_link.h"

#include <algorithm>
#include <utility>

namespace batuta::views {
namespace {

constexpr int kPulse = 2000;           // ms between two questions whether the engine is there
constexpr int kPatience = 3000;        // ms until no answer means unreachable
constexpr std::size_t kQueue = 50'000; // events that may wait for a busy window

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
        m_reason = {ErrorCode::EngineUnreachable, "engine", "it has not answered for 3 s", {}, {}};
        setState(State::Unreachable);
    });
}

EngineLink::~EngineLink() = default;

void EngineLink::attach(client::EngineClient &client)
{
    m_client = &client;
    m_subscription = client.subscribe([this](client::EventBatch batch) { enqueue(std::move(batch)); });
    m_pulse.start();
    refresh();
}

void EngineLink::detach(Error reason)
{
    m_subscription.reset();
    m_client = nullptr;
    m_pulse.stop();
    m_patience.stop();
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
    call<client::Started>(context, std::move(then),
                          [&](auto reply) { m_client->start(std::move(command), std::move(reply)); });
}

void EngineLink::cancel(const QString &execution, QObject *context, Then<void> then)
{
    call<void>(context, std::move(then),
               [&](auto reply) { m_client->cancel(ExecutionId(execution.toStdString()), std::move(reply)); });
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

void EngineLink::refresh()
{
    ask();
    if (!m_client)
        return;
    call<std::vector<client::FlowSummary>>(
        this,
        [this](Result<std::vector<client::FlowSummary>> flows) {
            if (!flows)
                return;
            m_flows = std::move(*flows);
            emit flowsChanged();
        },
        [&](auto reply) { m_client->flows(std::move(reply)); });
}

void EngineLink::ask()
{
    if (!m_client || m_patience.isActive())
        return;
    m_asked.start();
    m_patience.start();
    call<client::EngineInfo>(
        this,
        [this](Result<client::EngineInfo> info) {
            if (!m_client || !info || m_state == State::Stopping)
                return;
            m_patience.stop();
            m_latency = static_cast<int>(m_asked.elapsed());
            m_info = std::move(*info);
            m_running = m_info.running;
            setState(State::Running);
            emit infoChanged();
        },
        [&](auto reply) { m_client->info(std::move(reply)); });
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
void EngineLink::enqueue(client::EventBatch batch)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_queue.empty() && !m_lost;
        if (m_queue.size() + batch.events.size() > kQueue) {
            m_queue.clear();
            m_lost = true;
        } else {
            m_queue.insert(m_queue.end(), std::make_move_iterator(batch.events.begin()),
                           std::make_move_iterator(batch.events.end()));
        }
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
