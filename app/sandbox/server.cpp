// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/server.h"

#include "app/sandbox/service.h"
#include "engine/json/json.h"

#include <utility>

namespace batuta::sandbox {
namespace {

constexpr std::uint64_t kBodyBytes = 1ULL << 20;
constexpr Duration kGrace = std::chrono::seconds(5);

} // namespace

Server::Server(net::Loop &loop, std::unique_ptr<Functions> functions, ServerOptions options)
    : m_service(std::make_shared<Service>(loop, std::move(functions), std::move(options)))
{
}

Server::~Server()
{
    m_service->shutDown();
}

Status Server::setFaults(const json::Value &rules)
{
    return m_service->setFaults(rules);
}

Result<std::uint16_t> Server::listen()
{
    return m_service->listen();
}

std::string Server::baseUrl() const
{
    return m_service->baseUrl();
}

void Server::stop(std::function<void()> done)
{
    m_service->stop(std::move(done));
}

Server::Service::Service(net::Loop &loop, std::unique_ptr<Functions> functions, ServerOptions options)
    : m_loop(loop)
    , m_options(std::move(options))
    , m_functions(std::move(functions))
{
}

Result<std::uint16_t> Server::Service::listen()
{
    if (!net::isLoopback(m_options.address) && !m_options.allowUnauthenticated)
        return Error{ErrorCode::UsageInvalid,
                     "--listen " + m_options.address,
                     "others could reach the sandbox",
                     {},
                     "Add --allow-unauthenticated if they may."};
    net::HttpServerLimits limits;
    limits.bodyBytes = kBodyBytes;
    const auto handler = [weak = weak_from_this()](net::ServerRequest request, net::Responder responder) {
        if (const auto service = weak.lock())
            service->handle(std::move(request), std::move(responder));
    };
    m_server = std::make_unique<net::HttpServer>(m_loop, limits, handler);
    const Result<std::uint16_t> port = m_server->listen(m_options.address, m_options.port);
    if (port)
        m_port = *port;
    return port;
}

std::string Server::Service::baseUrl() const
{
    // Who listens everywhere is reached here by the loopback address.
    std::string host = m_options.address;
    if (host == "0.0.0.0" || host == "::")
        host = "127.0.0.1";
    if (host.find(':') != std::string::npos)
        host = "[" + host + "]";
    return "http://" + host + ":" + std::to_string(m_port);
}

void Server::Service::stop(std::function<void()> done)
{
    if (std::exchange(m_stopped, true) || !m_server)
        return;
    const auto once = std::make_shared<std::function<void()>>(std::move(done));
    const auto finish = [once] {
        if (const auto work = std::exchange(*once, nullptr))
            work();
    };
    dropHeld();
    m_loop.startTimer(m_clock.steady() + kGrace, finish);
    m_server->stopAccepting(finish);
}

void Server::Service::shutDown()
{
    dropHeld();
    m_server.reset();
}

void Server::Service::dropHeld()
{
    for (auto &[number, call] : std::exchange(m_held, {}))
        call.responder.abort();
}

// The calls of the functions: request, fault, delay, answer.

void Server::Service::startCall(const Endpoint &endpoint, net::ServerRequest request,
                                net::Responder responder)
{
    Call call{&endpoint, std::move(request.body), std::move(responder), {}, m_clock.wall(), m_clock.steady()};
    if (!isAuthorised(request)) {
        net::ServerResponse response =
            errorAnswer({ErrorCode::HttpUnauthorized, std::string(endpoint.function), "", {}, ""});
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return finish(call, std::move(response));
    }
    call.decision = m_faults.decide(endpoint.step);
    const Duration latency = call.decision.latency + std::chrono::milliseconds(m_options.delayMs);
    if (latency <= Duration::zero())
        return answerCall(call);
    m_loop.startTimer(call.start + latency, [weak = weak_from_this(), call]() mutable {
        if (const auto service = weak.lock())
            service->answerCall(call);
    });
}

void Server::Service::answerCall(Call &call)
{
    switch (call.decision.kind) {
    case FaultDecision::Kind::Hang:
        return hold(call);
    case FaultDecision::Kind::Drop:
        record(call, 0);
        return call.responder.abort();
    case FaultDecision::Kind::Error:
        return finish(
            call, net::errorResponse(call.decision.errorCode, {ErrorCode::Internal,
                                                               std::string(call.endpoint->function),
                                                               "a fault that was asked for",
                                                               {},
                                                               "Remove it with DELETE /control/faults."}));
    case FaultDecision::Kind::Malformed: {
        net::ServerResponse response = computed(call);
        response.body.resize(response.body.size() / 2);
        return finish(call, std::move(response));
    }
    case FaultDecision::Kind::None:
        return finish(call, computed(call));
    }
}

net::ServerResponse Server::Service::computed(const Call &call)
{
    const Result<json::Value> payload = json::parse(call.body);
    if (!payload)
        return errorAnswer(payload.error());
    Result<json::Value> answer = m_functions->call(call.endpoint->function, *payload);
    if (!answer)
        return errorAnswer(answer.error());
    return jsonAnswer(std::move(*answer));
}

void Server::Service::hold(Call call)
{
    if (!call.responder.isOpen() || m_stopped) {
        record(call, 0);
        return call.responder.abort();
    }
    const std::uint64_t number = m_nextHeld++;
    call.responder.onClosed([weak = weak_from_this(), number] {
        const auto service = weak.lock();
        if (!service)
            return;
        const auto held = service->m_held.find(number);
        if (held == service->m_held.end())
            return;
        Call left = std::move(held->second);
        service->m_held.erase(held);
        service->record(left, 0);
        left.responder.abort();
    });
    m_held.emplace(number, std::move(call));
}

void Server::Service::finish(Call &call, net::ServerResponse response)
{
    record(call, response.status);
    call.responder.send(std::move(response));
}

void Server::Service::record(const Call &call, int status)
{
    const auto duration = std::chrono::duration_cast<Duration>(m_clock.steady() - call.start);
    m_calls.add({call.endpoint, call.time, duration, status, faultName(call.decision)});
}

} // namespace batuta::sandbox
