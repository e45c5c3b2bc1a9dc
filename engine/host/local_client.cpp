// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/local_client.h"

namespace batuta::host {
namespace {

/// A subscription that was asked for on another thread: made and dropped on the loop.
class LoopTicket final : public client::Subscription
{
public:
    LoopTicket(Engine &engine, client::EngineClient::Listener listener)
        : m_loop(engine.loop())
        , m_ticket(std::make_shared<std::unique_ptr<client::Subscription>>())
    {
        m_loop.post([ticket = m_ticket, &engine, listener = std::move(listener)]() mutable {
            *ticket = engine.subscribe(std::move(listener));
        });
    }
    ~LoopTicket() override
    {
        m_loop.post([ticket = m_ticket] { ticket->reset(); });
    }

private:
    net::Loop &m_loop;
    std::shared_ptr<std::unique_ptr<client::Subscription>> m_ticket;
};

} // namespace

LocalClient::LocalClient(Engine &engine)
    : m_engine(engine)
{
}

void LocalClient::start(client::StartExecution command, client::Reply<client::Started> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, command = std::move(command), reply = std::move(reply)]() mutable {
            engine.start(std::move(command), std::move(reply));
        });
}

void LocalClient::waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    m_engine.loop().post([&engine = m_engine, id = std::move(id), reply = std::move(reply)]() mutable {
        engine.waitForEnd(std::move(id), std::move(reply));
    });
}

void LocalClient::act(client::Act act, client::Reply<json::Value> reply)
{
    m_engine.loop().post([&engine = m_engine, act = std::move(act), reply = std::move(reply)]() mutable {
        engine.act(std::move(act), std::move(reply));
    });
}

void LocalClient::execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    m_engine.loop().post([&engine = m_engine, id = std::move(id), reply = std::move(reply)]() mutable {
        engine.execution(std::move(id), std::move(reply));
    });
}

void LocalClient::executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply)
{
    m_engine.loop().post([&engine = m_engine, query = std::move(query), reply = std::move(reply)]() mutable {
        engine.executions(std::move(query), std::move(reply));
    });
}

void LocalClient::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, reply = std::move(reply)]() mutable { engine.flows(std::move(reply)); });
}

void LocalClient::preview(client::StartExecution command, client::Reply<client::FlowPreview> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, command = std::move(command), reply = std::move(reply)]() mutable {
            engine.preview(std::move(command), std::move(reply));
        });
}

void LocalClient::info(client::Reply<client::EngineInfo> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, reply = std::move(reply)]() mutable { engine.info(std::move(reply)); });
}

void LocalClient::logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply)
{
    m_engine.loop().post([&engine = m_engine, query = std::move(query), reply = std::move(reply)]() mutable {
        engine.logLines(std::move(query), std::move(reply));
    });
}

void LocalClient::find(client::FindQuery query, client::Reply<client::Found> reply)
{
    m_engine.loop().post([&engine = m_engine, query = std::move(query), reply = std::move(reply)]() mutable {
        engine.find(std::move(query), std::move(reply));
    });
}

void LocalClient::figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply)
{
    m_engine.loop().post([&engine = m_engine, query = std::move(query), reply = std::move(reply)]() mutable {
        engine.figures(std::move(query), std::move(reply));
    });
}

void LocalClient::failures(client::FailureQuery query, client::Reply<client::FailureReport> reply)
{
    m_engine.loop().post([&engine = m_engine, query = std::move(query), reply = std::move(reply)]() mutable {
        engine.failures(std::move(query), std::move(reply));
    });
}

void LocalClient::waiting(client::Reply<std::vector<client::WaitingStep>> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, reply = std::move(reply)]() mutable { engine.waiting(std::move(reply)); });
}

void LocalClient::logChunk(client::LogChunkQuery query, client::Reply<client::LogChunk> reply)
{
    m_engine.loop().post([&engine = m_engine, query = std::move(query), reply = std::move(reply)]() mutable {
        engine.logChunk(std::move(query), std::move(reply));
    });
}

void LocalClient::series(series::Question question, client::Reply<series::Answer> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, question = std::move(question), reply = std::move(reply)]() mutable {
            engine.series(std::move(question), std::move(reply));
        });
}

void LocalClient::alerts(client::Reply<series::AlertBook> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, reply = std::move(reply)]() mutable { engine.alerts(std::move(reply)); });
}

void LocalClient::boards(client::Reply<std::vector<series::BoardText>> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, reply = std::move(reply)]() mutable { engine.boards(std::move(reply)); });
}

void LocalClient::releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply)
{
    m_engine.loop().post([&engine = m_engine, query, reply = std::move(reply)]() mutable {
        engine.releases(query, std::move(reply));
    });
}

void LocalClient::releasedService(const client::ServiceQuery &query,
                                  client::Reply<client::ServiceBoard> reply)
{
    m_engine.loop().post([&engine = m_engine, query, reply = std::move(reply)]() mutable {
        engine.releasedService(query, std::move(reply));
    });
}

void LocalClient::checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    m_engine.loop().post([&engine = m_engine, query, reply = std::move(reply)]() mutable {
        engine.checkRoute(query, std::move(reply));
    });
}

void LocalClient::clouds(client::Reply<std::vector<client::CloudPlace>> reply)
{
    m_engine.loop().post(
        [&engine = m_engine, reply = std::move(reply)]() mutable { engine.clouds(std::move(reply)); });
}

void LocalClient::cloudLogs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply)
{
    m_engine.loop().post([&engine = m_engine, query, reply = std::move(reply)]() mutable {
        engine.cloudLogs(query, std::move(reply));
    });
}

void LocalClient::releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply)
{
    m_engine.loop().post([&engine = m_engine, query, reply = std::move(reply)]() mutable {
        engine.releaseMarks(query, std::move(reply));
    });
}

void LocalClient::lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply)
{
    m_engine.loop().post([&engine = m_engine, lookup, reply = std::move(reply)]() mutable {
        engine.lookUpRelease(lookup, std::move(reply));
    });
}

void LocalClient::capsule(std::vector<std::string> ids, client::Reply<std::string> reply)
{
    m_engine.loop().post([&engine = m_engine, ids = std::move(ids), reply = std::move(reply)]() mutable {
        engine.capsule(std::move(ids), std::move(reply));
    });
}

void LocalClient::audit(client::AuditQuery query, client::Reply<client::AuditPage> reply)
{
    m_engine.loop().post([&engine = m_engine, query, reply = std::move(reply)]() mutable {
        engine.audit(query, std::move(reply));
    });
}

std::unique_ptr<client::Subscription> LocalClient::subscribe(Listener listener)
{
    return std::make_unique<LoopTicket>(m_engine, std::move(listener));
}

} // namespace batuta::host
