// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/acts.h"
#include "engine/client/questions.h"
#include "engine/client/values.h"

#include <functional>
#include <memory>

namespace batuta::series {
struct Answer;
struct AlertBook;
struct BoardText;
struct Question;
} // namespace batuta::series

namespace batuta::client {

struct CloudLogPage;
struct CloudLogQuery;
struct CloudPlace;
struct MarkQuery;
struct ReleaseBoard;
struct ReleaseLookup;
struct ReleaseMarks;
struct ReleaseQuery;
struct RouteCheck;
struct RouteQuery;
struct ServiceBoard;
struct ServiceQuery;

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
    /// Does one of the acts of acts.h; the reply comes once it is durable, and holds what it led to.
    virtual void act(Act act, Reply<json::Value> reply) = 0;
    virtual void execution(ExecutionId id, Reply<ExecutionRecord> reply) = 0;
    virtual void executions(ExecutionQuery query, Reply<ExecutionPage> reply) = 0;
    virtual void flows(Reply<std::vector<FlowSummary>> reply) = 0;
    /// Routes and plans a command without running anything.
    virtual void preview(StartExecution command, Reply<FlowPreview> reply) = 0;
    virtual void info(Reply<EngineInfo> reply) = 0;
    /// The newest lines of the log about an execution, oldest first; at most `limit`. FileUnreadable when the
    /// engine writes no log file.
    virtual void logLines(LogQuery query, Reply<std::vector<LogLineRecord>> reply) = 0;

    // What came later answers HttpNotFound where a client does not offer it: an older engine, a test.

    /// What an id that somebody has in hand is: of an execution, a user, a session, a correlation …
    virtual void find(FindQuery query, Reply<Found> reply);
    /// How many executions there are by status, flow, version … and in time.
    virtual void figures(FiguresQuery query, Reply<RunFigures> reply);
    /// What failed, in groups of the same failure, with what people noted on them (the act note_failure).
    virtual void failures(FailureQuery query, Reply<FailureReport> reply);
    /// What waits now: for another attempt, or for the answer of a person. Oldest first.
    virtual void waiting(Reply<std::vector<WaitingStep>> reply);

    /// One question to the kept figures (engine/series/alert_values.h), or to a Prometheus server.
    virtual void series(batuta::series::Question question, Reply<batuta::series::Answer> reply);
    virtual void alerts(Reply<batuta::series::AlertBook> reply);
    virtual void boards(Reply<std::vector<batuta::series::BoardText>> reply);
    virtual void logChunk(LogChunkQuery query, Reply<LogChunk> reply);
    /// Executions that have ended, by their ids, as the bytes of one signed capsule (engine/capsule).
    virtual void capsule(std::vector<std::string> ids, Reply<std::string> reply);
    /// Who did what: the acts that were done to this engine.
    virtual void audit(AuditQuery query, Reply<AuditPage> reply);

    /// The services of an environment in its cloud (release_values.h), as they are now.
    virtual void releases(const ReleaseQuery &query, Reply<ReleaseBoard> reply);
    virtual void releasedService(const ServiceQuery &query, Reply<ServiceBoard> reply);
    /// Asks the cloud whether it would take a change of traffic; changes nothing.
    virtual void checkRoute(const RouteQuery &query, Reply<RouteCheck> reply);
    /// The environments that run in a cloud; asks no cloud.
    virtual void clouds(Reply<std::vector<CloudPlace>> reply);
    /// What services have logged there (cloud_values.h), a page at a time.
    virtual void cloudLogs(const CloudLogQuery &query, Reply<CloudLogPage> reply);
    /// When something was published, deployed, or its traffic moved.
    virtual void releaseMarks(const MarkQuery &query, Reply<ReleaseMarks> reply);

    /// One of the questions of release_lookups.h, and its answer as JSON.
    virtual void lookUpRelease(const ReleaseLookup &lookup, Reply<json::Value> reply);

    using Listener = std::function<void(EventBatch)>;
    virtual std::unique_ptr<Subscription> subscribe(Listener listener) = 0;
};

} // namespace batuta::client
