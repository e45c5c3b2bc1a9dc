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
    /// Of the last question whether it is there; milliseconds, -1 before the first.
    int latency() const { return m_latency; }
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
    void execution(const QString &execution, QObject *context, Then<client::ExecutionRecord> then);
    void executions(client::ExecutionQuery query, QObject *context, Then<client::ExecutionPage> then);
    void preview(client::StartExecution command, QObject *context, Then<client::FlowPreview> then);
    void logLines(client::LogQuery query, QObject *context, Then<std::vector<client::LogLineRecord>> then);
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

private:
    void ask();
    void setState(State state);
    void deliver();
    void enqueue(client::EventBatch batch);
    template <class T, class Ask> void call(QObject *context, Then<T> then, Ask ask);

    client::EngineClient *m_client = nullptr;
    std::unique_ptr<client::Subscription> m_subscription;
    State m_state = State::Starting;
    Error m_reason;
    WallTime m_since{};
    int m_latency = -1;
    int m_running = 0;
    client::EngineInfo m_info;
    std::vector<client::FlowSummary> m_flows;
    QTimer m_pulse;
    QTimer m_patience;
    QElapsedTimer m_asked;

    std::mutex m_mutex;                       ///< guards the two below; the engine's thread writes them
    std::vector<client::EventRecord> m_queue; ///< not yet brought over
    bool m_lost = false;
};

} // namespace batuta::views
