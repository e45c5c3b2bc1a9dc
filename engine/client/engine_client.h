// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <functional>
#include <memory>

namespace batuta::client {

template <class T> using Reply = std::function<void(Result<T>)>;

/// Keeps a listener alive; dropping it ends the listening.
class Subscription
{
public:
    virtual ~Subscription() = default;
};

/// The border: everything a face of Batuta may ask of an engine, as values. Commands go down and return at
/// once; each Reply comes exactly once, on the thread that the implementation names (LocalClient: the
/// engine's loop). Whoever comes late asks for a snapshot (`execution`) and then applies only events with a
/// higher sequence.
class EngineClient
{
public:
    virtual ~EngineClient() = default;

    virtual void start(StartExecution command, Reply<Started> reply) = 0;
    /// The final record, once it is stored. At once when the execution has already ended.
    virtual void waitForEnd(ExecutionId id, Reply<ExecutionRecord> reply) = 0;
    /// Accepted means asked, not stopped: the record says what really stopped.
    virtual void cancel(ExecutionId id, Reply<void> reply) = 0;
    virtual void execution(ExecutionId id, Reply<ExecutionRecord> reply) = 0;
    virtual void executions(ExecutionQuery query, Reply<ExecutionPage> reply) = 0;
    virtual void flows(Reply<std::vector<FlowSummary>> reply) = 0;
    /// Routes and plans a command without running anything.
    virtual void preview(StartExecution command, Reply<FlowPreview> reply) = 0;
    virtual void info(Reply<EngineInfo> reply) = 0;
    /// The newest lines of the log about an execution, oldest first; at most `limit`. FileUnreadable when the
    /// engine writes no log file.
    virtual void logLines(LogQuery query, Reply<std::vector<LogLineRecord>> reply) = 0;

    using Listener = std::function<void(EventBatch)>;
    virtual std::unique_ptr<Subscription> subscribe(Listener listener) = 0;
};

} // namespace batuta::client
