// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>

namespace batuta::views {

/// The window's end of the border: asks the engine's client, and brings replies and events to the window's
/// thread. Knows whether the engine answers. Lives on the window's thread, and longer than the client.
class EngineLink final : public QObject
{
    Q_OBJECT

public:
    enum class State { Starting, Running, Stopping, Unreachable };
    template <class T> using Then = std::function<void(Result<T>)>;

    explicit EngineLink(QObject *parent = nullptr);
    ~EngineLink() override;

    /// The engine is there. The client must live until detach().
    void attach(client::EngineClient &client);
    /// The engine is gone, or never came; `reason` is shown.
    void detach(Error reason);
    void setStarting();
    void setStopping();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    /// Why it is unreachable.
    const Error &reason() const { return m_reason; }
    /// When the state last changed.
    WallTime since() const { return m_since; }
    /// When the engine last answered: what is on the screen is as old as that.
    WallTime heardAt() const { return m_heardAt; }
    /// How often it was asked in vain since it became unreachable.
    int attempts() const { return m_attempts; }
    /// Milliseconds until it is asked again; -1 when it is being asked now, or will not be.
    int nextAttempt() const { return m_retry.isActive() ? m_retry.remainingTime() : -1; }
    /// Whether it is being asked, or will be by itself: otherwise somebody must start it.
    bool isRetrying() const { return m_client != nullptr && m_state == State::Unreachable; }
    /// Asks now instead of when the wait is over.
    void retryNow();
    /// Of the last question whether it is there; milliseconds, -1 before the first.
    int latency() const { return m_latency; }
    /// What is shown is a record, not an engine that works: start() and act() are refused.
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }
    bool isReadOnly() const { return m_isReadOnly; }
    /// As last heard; empty before the first.
    const client::EngineInfo &info() const { return m_info; }
    /// Executions that run now: as the engine last said, and counted on by its events.
    int running() const { return m_running; }
    const std::vector<client::FlowSummary> &flows() const { return m_flows; }
    const client::FlowSummary *flow(const QString &name) const;

    // Each `then` is called once on the window's thread, unless `context` is gone by then. Without an engine
    // it gets EngineUnreachable.
    void start(client::StartExecution command, QObject *context, Then<client::Started> then);
    void cancel(const QString &execution, QObject *context, Then<void> then);
    /// An act of engine/client/acts.h, as the user of this machine.
    void act(client::Act act, QObject *context, Then<json::Value> then);
    void execution(const QString &execution, QObject *context, Then<client::ExecutionRecord> then);
    void executions(client::ExecutionQuery query, QObject *context, Then<client::ExecutionPage> then);
    void preview(client::StartExecution command, QObject *context, Then<client::FlowPreview> then);
    void logLines(client::LogQuery query, QObject *context, Then<std::vector<client::LogLineRecord>> then);
    void find(client::FindQuery query, QObject *context, Then<client::Found> then);
    void figures(client::FiguresQuery query, QObject *context, Then<client::RunFigures> then);
    void failures(client::FailureQuery query, QObject *context, Then<client::FailureReport> then);
    void logChunk(client::LogChunkQuery query, QObject *context, Then<client::LogChunk> then);
    void series(series::Question question, QObject *context, Then<series::Answer> then);
    void alerts(QObject *context, Then<series::AlertBook> then);
    void boards(QObject *context, Then<std::vector<series::BoardText>> then);
    void waiting(QObject *context, Then<std::vector<client::WaitingStep>> then);
    void capsule(std::vector<std::string> ids, QObject *context, Then<std::string> then);
    void audit(client::AuditQuery query, QObject *context, Then<client::AuditPage> then);
    void releases(const client::ReleaseQuery &query, QObject *context, Then<client::ReleaseBoard> then);
    void releasedService(const client::ServiceQuery &query, QObject *context,
                         Then<client::ServiceBoard> then);
    void checkRoute(const client::RouteQuery &query, QObject *context, Then<client::RouteCheck> then);
    void clouds(QObject *context, Then<std::vector<client::CloudPlace>> then);
    void cloudLogs(const client::CloudLogQuery &query, QObject *context, Then<client::CloudLogPage> then);
    void releaseMarks(const client::MarkQuery &query, QObject *context, Then<client::ReleaseMarks> then);
    void lookUpRelease(const client::ReleaseLookup &lookup, QObject *context, Then<json::Value> then);
    /// Asks again for flows and info, now.
    void refresh();

signals:
    void stateChanged();
    void infoChanged();
    void flowsChanged();
    /// In order, at most every 33 ms.
    void eventsArrived(const batuta::client::EventBatch &batch);
    /// Events were dropped because the window could not keep up: ask for snapshots again.
    void eventsLost();
    /// Another try has begun or failed; also when the reason why it is unreachable has become another.
    void attemptsChanged();

private:
    void ask();
    void answered(Result<client::EngineInfo> info);
    void failed(const Error &error);
    void askFlows();
    void becomeUnreachable(const Error &reason);
    void setState(State state);
    void deliver();
    void enqueue(const client::EventBatch &batch);
    template <class T, class Ask> void call(QObject *context, Then<T> then, Ask ask);

    client::EngineClient *m_client = nullptr;
    std::unique_ptr<client::Subscription> m_subscription;
    State m_state = State::Starting;
    Error m_reason;
    WallTime m_since{};
    WallTime m_heardAt{};
    int m_attempts = 0;
    int m_generation = 0; ///< of the client: an answer of the one before counts nothing
    bool m_isAsking = false;
    bool m_wantsFlows = false;
    bool m_isAskingFlows = false;
    bool m_isReadOnly = false;
    int m_latency = -1;
    int m_running = 0;
    client::EngineInfo m_info;
    std::vector<client::FlowSummary> m_flows;
    QTimer m_pulse;
    QTimer m_patience;
    QTimer m_retry;
    QElapsedTimer m_asked;

    std::mutex m_mutex;                       ///< guards the two below; the engine's thread writes them
    std::vector<client::EventRecord> m_queue; ///< not yet brought over
    bool m_lost = false;
};

} // namespace batuta::views
