// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/ingress.h"

#include "engine/base/text.h"
#include "engine/fleet/ingress_connection.h"

#include <boost/asio/ip/address_v4.hpp>

#include <algorithm>
#include <utility>

namespace asio = boost::asio;

namespace batuta::fleet {
namespace {

constexpr auto kSweep = std::chrono::milliseconds(50);
constexpr auto kAcceptPause = std::chrono::milliseconds(50);
constexpr std::string_view kTagMark = "---";

} // namespace

Revision *LiveRoute::choose(const std::string &tag, unsigned chance) const
{
    if (!tag.empty()) {
        for (const Target &target : targets)
            if (target.tag == tag)
                return target.revision.get();
        return nullptr;
    }
    int left = static_cast<int>(chance % 100);
    for (const Target &target : targets) {
        if (left < target.percent)
            return target.revision.get();
        left -= target.percent;
    }
    return nullptr;
}

bool LiveRoute::hasTag(std::string_view tag) const
{
    return std::any_of(targets.begin(), targets.end(),
                       [tag](const Target &target) { return target.tag == tag; });
}

bool LiveRoute::serves(const Revision &revision) const
{
    return std::any_of(targets.begin(), targets.end(), [&](const Target &target) {
        return target.revision.get() == &revision && target.percent > 0;
    });
}

struct Ingress::Listener
{
    Listener(asio::io_context &context, std::shared_ptr<Door> theDoor)
        : acceptor(context)
        , door(std::move(theDoor))
    {
    }

    net::Acceptor acceptor;
    std::shared_ptr<Door> door;
};

Ingress::Ingress(Core &core)
    : m_core(core)
    , m_random(std::random_device{}())
{
}

Result<std::uint16_t> Ingress::open(const std::shared_ptr<Door> &door, std::uint16_t port)
{
    auto listener = std::make_shared<Listener>(m_core.loop.context(), door);
    net::Acceptor &acceptor = listener->acceptor;
    const asio::ip::tcp::endpoint here(asio::ip::address_v4::loopback(), port);
    boost::system::error_code error;
    acceptor.open(here.protocol(), error);
    if (!error)
        acceptor.set_option(net::Acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(here, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return Error{ErrorCode::NetListen, "127.0.0.1:" + std::to_string(port), error.message(), {}, {}};
    door->port = acceptor.local_endpoint(error).port();
    m_listeners.push_back(listener);
    accept(listener);
    return door->port;
}

void Ingress::close(const std::shared_ptr<Door> &door)
{
    std::erase_if(m_listeners, [&](const auto &listener) {
        boost::system::error_code ignored;
        if (listener->door == door)
            listener->acceptor.close(ignored);
        return listener->door == door;
    });
    // A request that comes on an open connection finds no service there any more.
    door->route = nullptr;
}

void Ingress::accept(const std::shared_ptr<Listener> &listener)
{
    listener->acceptor.async_accept([weak = weak_from_this(), listener](const auto &error, net::Socket peer) {
        const auto self = weak.lock();
        if (!self || !listener->acceptor.is_open())
            return;
        if (!error) {
            self->accepted(listener->door, std::move(peer));
            self->accept(listener);
            return;
        }
        // Out of descriptors, mostly: at once would only burn the processor.
        self->m_core.loop.startTimer(std::chrono::steady_clock::now() + kAcceptPause, [weak, listener] {
            if (const auto again = weak.lock(); again && listener->acceptor.is_open())
                again->accept(listener);
        });
    });
}

void Ingress::accepted(const std::shared_ptr<Door> &door, net::Socket socket)
{
    boost::system::error_code error;
    socket.non_blocking(true, error);
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (m_connections.size() >= static_cast<std::size_t>(m_core.options.maxConnections))
        return;
    auto connection = std::make_shared<IngressConnection>(*this, door, std::move(socket));
    connection->setIndex(m_connections.size());
    m_connections.push_back(connection);
    startSweep();
    connection->start();
}

void Ingress::remove(IngressConnection &connection)
{
    const std::size_t index = connection.index();
    if (index >= m_connections.size() || m_connections[index].get() != &connection)
        return;
    const auto keep = m_connections[index];
    m_connections.back()->setIndex(index);
    std::swap(m_connections[index], m_connections.back());
    m_connections.pop_back();
}

LiveRoutePtr Ingress::routeOfHost(std::string_view host, std::string &tag) const
{
    std::string name = lowered(host.substr(0, host.rfind(':')));
    auto found = m_hosts.find(name);
    if (found == m_hosts.end()) {
        const std::size_t mark = name.find(kTagMark);
        if (mark == std::string::npos)
            return nullptr;
        found = m_hosts.find(std::string_view(name).substr(mark + kTagMark.size()));
        tag = name.substr(0, mark);
    }
    return found == m_hosts.end() ? nullptr : found->second;
}

void Ingress::stopAccepting()
{
    m_isStopping = true;
    boost::system::error_code ignored;
    for (const auto &listener : std::exchange(m_listeners, {}))
        listener->acceptor.close(ignored);
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->closeWhenIdle();
}

void Ingress::closeAll()
{
    stopAccepting();
    m_core.loop.cancelTimer(std::exchange(m_sweepTimer, 0));
    const auto connections = m_connections;
    for (const auto &connection : connections)
        connection->close();
}

void Ingress::startSweep()
{
    if (m_sweepTimer != 0)
        return;
    m_sweepTimer =
        m_core.loop.startTimer(std::chrono::steady_clock::now() + kSweep, [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->sweep();
        });
}

void Ingress::sweep()
{
    m_sweepTimer = 0;
    const SteadyTime now = std::chrono::steady_clock::now();
    // Backwards: one that closes is replaced by the last one, which has been looked at.
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        if (i < m_connections.size() && m_connections[i]->isOverdue(now)) {
            const auto keep = m_connections[i];
            keep->timedOut();
        }
    }
    if (!m_connections.empty())
        startSweep();
}

} // namespace batuta::fleet
