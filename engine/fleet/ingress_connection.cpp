// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/ingress_connection.h"

#include <utility>

namespace asio = boost::asio;

namespace batuta::fleet {
namespace {

constexpr auto kIdleTime = std::chrono::seconds(620); // longer than what load balancers keep
constexpr auto kDrainTime = std::chrono::seconds(2);

} // namespace

IngressConnection::IngressConnection(Ingress &ingress, std::shared_ptr<Door> door, net::Socket socket)
    : m_ingress(ingress.shared_from_this())
    , m_door(std::move(door))
    , m_client(std::move(socket))
{
    boost::system::error_code error;
    const auto peer = m_client.remote_endpoint(error);
    m_remoteIp = error ? std::string() : peer.address().to_string();
}

IngressConnection::~IngressConnection() = default;

void IngressConnection::start()
{
    m_deadline = now() + kHeadTime;
    readClient();
}

void IngressConnection::drain()
{
    boost::system::error_code error;
    m_client.shutdown(net::Socket::shutdown_send, error);
    m_phase = Phase::Draining;
    m_deadline = now() + kDrainTime;
    m_in.clear();
    readClient();
}

void IngressConnection::nextRequest()
{
    m_phase = Phase::Idle;
    m_deadline = now() + kIdleTime;
    m_wantsBody = false;
    process();
}

void IngressConnection::closeWhenIdle()
{
    m_keepAlive = false;
    if (m_phase == Phase::Idle)
        close();
}

void IngressConnection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_deadline = SteadyTime::max();
    boost::system::error_code ignored;
    m_client.close(ignored);
    ++m_serial;
    m_upstream.reset();
    letGo();
    m_revision.reset();
    m_route.reset();
    m_ingress->remove(*this);
}

void IngressConnection::timedOut()
{
    constexpr std::string_view kProblem =
        "The request has been terminated because it has reached the maximum request timeout.";
    if (m_phase == Phase::Relaying && !m_exchange.hasResponse) {
        ++m_serial;
        m_upstream.reset();
        letGo();
        answer(504, "upstream request timeout", std::string(kProblem));
    } else if (m_phase == Phase::Waiting) {
        answer(504, "upstream request timeout", std::string(kProblem));
    } else if (m_phase == Phase::Relaying) {
        leave(504, std::string(kProblem));
    } else {
        close();
    }
}

} // namespace batuta::fleet
