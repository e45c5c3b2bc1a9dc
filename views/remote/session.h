// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "views/remote/event_follower.h"
#include "views/remote/questions.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace batuta::views {

/// What a RemoteClient does, on the thread that is its own: turns commands into questions, answers into
/// values, and hands the events on. Every reply comes exactly once, on that thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        Questions::Limits questions;
        EventFollower::Pace events;
    };

    /// `tls`: an error is the answer to every question.
    Session(const EngineAddress &address, const Result<QSslConfiguration> &tls, const Pace &pace);
    ~Session() override;

    void start(const client::StartExecution &command, const client::Reply<client::Started> &reply);
    void waitForEnd(const ExecutionId &id, const client::Reply<client::ExecutionRecord> &reply);
    void act(const client::Act &act, const client::Reply<json::Value> &reply);
    void execution(const ExecutionId &id, const client::Reply<client::ExecutionRecord> &reply);
    void executions(const client::ExecutionQuery &query, const client::Reply<client::ExecutionPage> &reply);
    void flows(const client::Reply<std::vector<client::FlowSummary>> &reply);
    void preview(const client::StartExecution &command, const client::Reply<client::FlowPreview> &reply);
    void info(const client::Reply<client::EngineInfo> &reply);
    void find(const client::FindQuery &query, const client::Reply<client::Found> &reply);
    void figures(const client::FiguresQuery &query, const client::Reply<client::RunFigures> &reply);
    void failures(const client::FailureQuery &query, const client::Reply<client::FailureReport> &reply);
    void logChunk(const client::LogChunkQuery &query, const client::Reply<client::LogChunk> &reply);
    void waiting(const client::Reply<std::vector<client::WaitingStep>> &reply);
    void capsule(const std::vector<std::string> &ids, const client::Reply<std::string> &reply);
    void audit(const client::AuditQuery &query, const client::Reply<client::AuditPage> &reply);
    void logLines(const client::LogQuery &query,
                  const client::Reply<std::vector<client::LogLineRecord>> &reply);

    void series(const series::Question &question, const client::Reply<series::Answer> &reply);
    void alerts(const client::Reply<series::AlertBook> &reply);
    void boards(const client::Reply<std::vector<series::BoardText>> &reply);
    void releases(const client::ReleaseQuery &query, const client::Reply<client::ReleaseBoard> &reply);
    void lookUpRelease(const client::ReleaseLookup &lookup, const client::Reply<json::Value> &reply);
    void releasedService(const client::ServiceQuery &query, const client::Reply<client::ServiceBoard> &reply);
    void checkRoute(const client::RouteQuery &query, const client::Reply<client::RouteCheck> &reply);
    void clouds(const client::Reply<std::vector<client::CloudPlace>> &reply);
    void cloudLogs(const client::CloudLogQuery &query, const client::Reply<client::CloudLogPage> &reply);
    void releaseMarks(const client::MarkQuery &query, const client::Reply<client::ReleaseMarks> &reply);

    void listen(int ticket, client::EngineClient::Listener listener);
    void unlisten(int ticket);

private:
    using Waiting = std::multimap<std::string, client::Reply<client::ExecutionRecord>>;

    template <class T, class Read>
    void ask(const Question &question, const client::Reply<T> &reply, Read read);
    void came(const client::EventBatch &batch);
    void lookFor(const std::string &id);
    void followWhenWanted();

    Result<QSslConfiguration> m_tls;
    Questions m_questions;
    EventFollower m_follower;
    std::map<int, client::EngineClient::Listener> m_listeners;
    Waiting m_waiting; ///< for the end of an execution
};

} // namespace batuta::views
