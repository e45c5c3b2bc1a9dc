// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/trace_feed.h"

#include <utility>

namespace batuta::views {
namespace {

constexpr int kFlush = 250; // ms between two changes of the picture
constexpr int kAgain = 250; // ms between two questions for a snapshot
constexpr int kRest =
    40; // times as long as a snapshot took, if that is more: a fortieth of the window's time

} // namespace

TraceFeed::TraceFeed(EngineLink &engine, TraceModel &model, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_model(model)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(kFlush);
    m_again.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &TraceFeed::flush);
    connect(&m_again, &QTimer::timeout, this, &TraceFeed::ask);
    connect(&engine, &EngineLink::eventsArrived, this, [this](const client::EventBatch &batch) {
        if (m_execution.isEmpty() || m_hasEnd)
            return;
        const std::string id = m_execution.toStdString();
        for (const client::EventRecord &event : batch.events)
            if (event.execution == id)
                m_events.push_back(event);
        if (!m_events.empty() && !m_flush.isActive())
            m_flush.start();
    });
    connect(&engine, &EngineLink::eventsLost, this, &TraceFeed::askSoon);
    connect(&engine, &EngineLink::stateChanged, this, [this] {
        if (!m_engine.isRunning())
            m_wasAway = m_wasAway || m_engine.state() == EngineLink::State::Unreachable;
        else if (std::exchange(m_wasAway, false) || m_state == State::Failed)
            askSoon(); // what happened meanwhile was told to nobody
    });
    connect(&engine, &EngineLink::flowsChanged, this, [this] {
        if (!m_model.run().isEmpty())
            m_model.setFlow(m_engine.flow(QString::fromStdString(m_model.run().record().flow)));
    });
}

void TraceFeed::open(const QString &execution)
{
    m_execution = execution;
    m_events.clear();
    m_flush.stop();
    m_selected.clear();
    m_hasEnd = false;
    m_isAsking = false;
    m_model.clear();
    setState(State::Loading);
    ask();
}

void TraceFeed::reload()
{
    m_hasEnd = false;
    if (m_model.run().isEmpty())
        setState(State::Loading);
    ask();
}

void TraceFeed::setSelected(const std::string &step)
{
    m_selected = step;
    complete();
}

void TraceFeed::ask()
{
    if (m_execution.isEmpty())
        return;
    if (m_isAsking) {
        m_isStale = true;
        return;
    }
    m_isAsking = true;
    m_isStale = false;
    m_asked.start();
    m_engine.execution(m_execution, this,
                       [this, execution = m_execution](Result<client::ExecutionRecord> record) {
                           arrived(execution, std::move(record));
                       });
}

void TraceFeed::askSoon()
{
    if (m_execution.isEmpty() || m_hasEnd || m_again.isActive())
        return;
    const qint64 pause = qMax<qint64>(kAgain, kRest * m_cost);
    const qint64 since = m_asked.isValid() ? m_asked.elapsed() : pause;
    m_again.start(static_cast<int>(qMax<qint64>(0, pause - since)));
}

void TraceFeed::arrived(const QString &execution, Result<client::ExecutionRecord> record)
{
    if (execution != m_execution)
        return; // somebody went on to another one meanwhile
    m_isAsking = false;
    if (!record) {
        m_error = record.error();
        if (m_model.run().isEmpty()) // else what is there stays
            setState(m_error.code == ErrorCode::ExecutionUnknown ? State::Unknown : State::Failed);
        return;
    }
    const bool isFirst = m_model.run().isEmpty();
    m_hasEnd = isEnded(record->status);
    const QString flow = QString::fromStdString(record->flow);
    QElapsedTimer taking;
    taking.start();
    if (isFirst)
        m_model.begin(std::move(*record), m_engine.flow(flow));
    else
        m_model.setRecord(std::move(*record));
    m_cost = isFirst ? 0 : taking.elapsed(); // the first one lays everything out
    setState(State::Ready);
    flush();
    if (m_isStale && !m_hasEnd)
        askSoon();
}

void TraceFeed::flush()
{
    if (m_model.run().isEmpty())
        return; // they wait for the first snapshot
    const std::vector<client::EventRecord> events = std::exchange(m_events, {});
    m_model.apply(events, SystemClock().wall());
    if (!events.empty())
        emit eventsApplied();
    complete();
}

void TraceFeed::complete()
{
    const TraceRun &run = m_model.run();
    if (run.isEmpty() || m_hasEnd)
        return;
    const int selected = run.find(m_selected);
    if (run.hasEnded() || run.hasGap() || (selected >= 0 && run.lacksDetail(selected)))
        askSoon();
}

void TraceFeed::setState(State state)
{
    if (std::exchange(m_state, state) != state || state == State::Failed)
        emit stateChanged();
}

} // namespace batuta::views
