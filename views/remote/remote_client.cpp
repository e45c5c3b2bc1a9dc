// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/remote_client.h"

#include "engine/client/cloud_values.h"
#include "engine/client/release_lookups.h"

#include "engine/series/alert_values.h"
#include "views/remote/trouble.h"

#include <atomic>

namespace batuta::views {

/// Where other threads leave work for the session. Outlives the client with its last subscription; work that
/// comes later is dropped.
struct RemoteClient::Desk
{
    template <class Work> void post(Work work)
    {
        QMetaObject::invokeMethod(
            &context,
            [this, work = std::move(work)]() mutable {
                if (session)
                    work(*session);
            },
            Qt::QueuedConnection);
    }

    QObject context;                  ///< lives on the session's thread
    std::unique_ptr<Session> session; ///< made, used and destroyed on its thread
    std::atomic<int> nextTicket = 1;
};

class RemoteClient::Ticket final : public client::Subscription
{
public:
    Ticket(std::shared_ptr<Desk> desk, int id)
        : m_desk(std::move(desk))
        , m_id(id)
    {
    }
    ~Ticket() override
    {
        m_desk->post([id = m_id](Session &session) { session.unlisten(id); });
    }

private:
    std::shared_ptr<Desk> m_desk;
    int m_id;
};

RemoteClient::RemoteClient(const EngineAddress &address, const Session::Pace &pace)
    : m_desk(std::make_shared<Desk>())
{
    m_thread.setObjectName("remote engine");
    m_desk->context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_desk->context,
        [desk = m_desk.get(), address, pace] {
            desk->session = std::make_unique<Session>(address, tlsOf(address), pace);
        },
        Qt::QueuedConnection);
}

RemoteClient::~RemoteClient()
{
    QMetaObject::invokeMethod(
        &m_desk->context,
        [desk = m_desk.get()] {
            desk->session.reset();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void RemoteClient::start(client::StartExecution command, client::Reply<client::Started> reply)
{
    m_desk->post([command = std::move(command), reply = std::move(reply)](Session &session) {
        session.start(command, reply);
    });
}

void RemoteClient::waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    m_desk->post(
        [id = std::move(id), reply = std::move(reply)](Session &session) { session.waitForEnd(id, reply); });
}

void RemoteClient::act(client::Act act, client::Reply<json::Value> reply)
{
    m_desk->post(
        [act = std::move(act), reply = std::move(reply)](Session &session) { session.act(act, reply); });
}

void RemoteClient::execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    m_desk->post(
        [id = std::move(id), reply = std::move(reply)](Session &session) { session.execution(id, reply); });
}

void RemoteClient::executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply)
{
    m_desk->post([query = std::move(query), reply = std::move(reply)](Session &session) {
        session.executions(query, reply);
    });
}

void RemoteClient::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    m_desk->post([reply = std::move(reply)](Session &session) { session.flows(reply); });
}

void RemoteClient::preview(client::StartExecution command, client::Reply<client::FlowPreview> reply)
{
    m_desk->post([command = std::move(command), reply = std::move(reply)](Session &session) {
        session.preview(command, reply);
    });
}

void RemoteClient::info(client::Reply<client::EngineInfo> reply)
{
    m_desk->post([reply = std::move(reply)](Session &session) { session.info(reply); });
}

void RemoteClient::logLines(client::LogQuery query, client::Reply<std::vector<client::LogLineRecord>> reply)
{
    m_desk->post([query = std::move(query), reply = std::move(reply)](Session &session) {
        session.logLines(query, reply);
    });
}

void RemoteClient::find(client::FindQuery query, client::Reply<client::Found> reply)
{
    m_desk->post([query = std::move(query), reply = std::move(reply)](Session &session) {
        session.find(query, reply);
    });
}

void RemoteClient::figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply)
{
    m_desk->post([query = std::move(query), reply = std::move(reply)](Session &session) {
        session.figures(query, reply);
    });
}

void RemoteClient::failures(client::FailureQuery query, client::Reply<client::FailureReport> reply)
{
    m_desk->post([query = std::move(query), reply = std::move(reply)](Session &session) {
        session.failures(query, reply);
    });
}

void RemoteClient::waiting(client::Reply<std::vector<client::WaitingStep>> reply)
{
    m_desk->post([reply = std::move(reply)](Session &session) { session.waiting(reply); });
}

void RemoteClient::capsule(std::vector<std::string> ids, client::Reply<std::string> reply)
{
    m_desk->post(
        [ids = std::move(ids), reply = std::move(reply)](Session &session) { session.capsule(ids, reply); });
}

void RemoteClient::audit(client::AuditQuery query, client::Reply<client::AuditPage> reply)
{
    m_desk->post([query, reply = std::move(reply)](Session &session) { session.audit(query, reply); });
}

void RemoteClient::logChunk(client::LogChunkQuery query, client::Reply<client::LogChunk> reply)
{
    m_desk->post([query = std::move(query), reply = std::move(reply)](Session &session) {
        session.logChunk(query, reply);
    });
}

void RemoteClient::series(series::Question question, client::Reply<series::Answer> reply)
{
    m_desk->post([question = std::move(question), reply = std::move(reply)](Session &session) {
        session.series(question, reply);
    });
}

void RemoteClient::alerts(client::Reply<series::AlertBook> reply)
{
    m_desk->post([reply = std::move(reply)](Session &session) { session.alerts(reply); });
}

void RemoteClient::boards(client::Reply<std::vector<series::BoardText>> reply)
{
    m_desk->post([reply = std::move(reply)](Session &session) { session.boards(reply); });
}

void RemoteClient::releases(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply)
{
    m_desk->post([query, reply = std::move(reply)](Session &session) { session.releases(query, reply); });
}

void RemoteClient::lookUpRelease(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply)
{
    m_desk->post(
        [lookup, reply = std::move(reply)](Session &session) { session.lookUpRelease(lookup, reply); });
}

void RemoteClient::releasedService(const client::ServiceQuery &query,
                                   client::Reply<client::ServiceBoard> reply)
{
    m_desk->post(
        [query, reply = std::move(reply)](Session &session) { session.releasedService(query, reply); });
}

void RemoteClient::checkRoute(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply)
{
    m_desk->post([query, reply = std::move(reply)](Session &session) { session.checkRoute(query, reply); });
}

void RemoteClient::clouds(client::Reply<std::vector<client::CloudPlace>> reply)
{
    m_desk->post([reply = std::move(reply)](Session &session) { session.clouds(reply); });
}

void RemoteClient::cloudLogs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply)
{
    m_desk->post([query, reply = std::move(reply)](Session &session) { session.cloudLogs(query, reply); });
}

void RemoteClient::releaseMarks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply)
{
    m_desk->post([query, reply = std::move(reply)](Session &session) { session.releaseMarks(query, reply); });
}

std::unique_ptr<client::Subscription> RemoteClient::subscribe(Listener listener)
{
    const int id = m_desk->nextTicket++;
    m_desk->post([id, listener = std::move(listener)](Session &session) mutable {
        session.listen(id, std::move(listener));
    });
    return std::make_unique<Ticket>(m_desk, id);
}

} // namespace batuta::views
