// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/faults.h"
#include "app/sandbox/records.h"
#include "app/sandbox/server.h"
#include "engine/net/http_server.h"

#include <map>
#include <optional>

namespace batuta::sandbox {

/// What the Server does with requests: finds the page, function or control behind a path and answers. Shared
/// so that delayed answers can see that it is gone.
class Server::Service : public std::enable_shared_from_this<Server::Service>
{
public:
    Service(net::Loop &loop, std::unique_ptr<Functions> functions, ServerOptions options);

    Status setFaults(const json::Value &rules) { return m_faults.setAll(rules); }
    Result<std::uint16_t> listen();
    std::string baseUrl() const;
    void stop(std::function<void()> done);
    void shutDown();

private:
    struct Call;
    using Reply = std::optional<net::ServerResponse>; ///< nothing when the path is not theirs

    void handle(net::ServerRequest request, net::Responder responder);
    Reply page(const net::ServerRequest &request) const;
    Reply webhook(const net::ServerRequest &request);
    Reply control(const net::ServerRequest &request);
    net::ServerResponse faultsControl(const net::ServerRequest &request, std::string_view name);
    net::ServerResponse callsControl(const net::ServerRequest &request) const;
    std::string baseUrlFor(const net::ServerRequest &request) const;
    bool isAuthorised(const net::ServerRequest &request) const;

    void startCall(const Endpoint &endpoint, net::ServerRequest request, net::Responder responder);
    void answerCall(Call &call);
    net::ServerResponse computed(const Call &call);
    void hold(Call call);
    void dropHeld();
    void finish(Call &call, net::ServerResponse response);
    void record(const Call &call, int status);

    net::Loop &m_loop;
    SystemClock m_clock;
    ServerOptions m_options;
    std::unique_ptr<Functions> m_functions;
    FaultTable m_faults;
    CallLog m_calls;
    WebhookInbox m_inbox;
    std::map<std::uint64_t, Call> m_held; ///< the calls that hang
    std::uint64_t m_nextHeld = 1;
    std::uint16_t m_port = 0;
    bool m_stopped = false;
    std::unique_ptr<net::HttpServer> m_server;
};

/// One call between its request and its answer.
struct Server::Service::Call
{
    const Endpoint *endpoint;
    std::string body;
    net::Responder responder;
    FaultDecision decision;
    WallTime time;
    SteadyTime start;
};

/// The answer for an error of the sandbox, with the HTTP status that its code stands for.
net::ServerResponse errorAnswer(const Error &error);
net::ServerResponse jsonAnswer(json::Value value, int status = 200);
/// 405 with the methods that are allowed.
net::ServerResponse methodAnswer(std::string_view method, std::string_view allowed);

} // namespace batuta::sandbox
