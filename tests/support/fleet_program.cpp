// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The image of the fleet's tests: a small service that behaves as well or as badly as BEHAVIOUR says, and
// tells on request what it was given.
#include "engine/json/json.h"
#include "engine/net/http_server.h"

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace batuta;

extern char **environ;

namespace {

std::string environmentOf(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

/// Really used, not only reserved.
void useMemory(std::size_t mebibytes)
{
    static std::vector<std::string> kept;
    for (std::size_t i = 0; i < mebibytes; ++i)
        kept.emplace_back(1u << 20, static_cast<char>('a' + i % 26));
}

struct Service
{
    net::Loop loop;
    std::unique_ptr<net::HttpServer> server;
    bool isSick = false;
    std::vector<net::EventStream> streams;

    void handle(const net::ServerRequest &request, net::Responder responder);
    void stream(net::Responder responder);
    void tick();
    bool misbehave(const net::ServerRequest &request, net::Responder &responder);
};

std::string who()
{
    json::Object about{{"revision", environmentOf("K_REVISION")},
                       {"service", environmentOf("K_SERVICE")},
                       {"configuration", environmentOf("K_CONFIGURATION")},
                       {"port", environmentOf("PORT")},
                       {"process", static_cast<std::int64_t>(::getpid())}};
    json::Array names;
    for (char **entry = environ; *entry; ++entry)
        names.emplace_back(std::string(*entry, std::strcspn(*entry, "=")));
    about.set("environment", std::move(names));
    return json::write(std::move(about));
}

/// The first event at once, the others when somebody asks for /tick.
void Service::stream(net::Responder responder)
{
    streams.push_back(responder.stream());
    streams.back().send("0", "tick", "event 0");
}

void Service::tick()
{
    for (net::EventStream &events : streams) {
        events.send("1", "tick", "event 1");
        events.send("2", "tick", "event 2");
        events.close();
    }
    streams.clear();
}

/// True when it was one of the ways to end badly.
bool Service::misbehave(const net::ServerRequest &request, net::Responder &responder)
{
    if (request.path == "/exit")
        ::_exit(std::stoi("0" + std::string(request.queryValue("code"))));
    if (request.path == "/hog")
        useMemory(std::stoul("0" + std::string(request.queryValue("mb"))));
    if (request.path == "/sick")
        isSick = true;
    if (request.path == "/break") {
        responder.abort();
        return true;
    }
    return false;
}

void Service::handle(const net::ServerRequest &request, net::Responder responder)
{
    net::ServerResponse response{200, "text/plain", "ok", {}};
    if (misbehave(request, responder))
        return;
    if (request.path == "/stream") {
        stream(std::move(responder));
        return;
    }
    if (request.path == "/tick")
        tick();
    if (request.path == "/who")
        response.body = who();
    if (request.path == "/headers") {
        response.body.clear();
        for (const auto &[name, value] : request.headers)
            response.body.append(name).append(": ").append(value).append("\n");
    }
    if (request.path == "/echo")
        response.body = request.body;
    if (request.path == "/size")
        response.body = std::to_string(request.body.size());
    if (request.path == "/large")
        response.body.assign(std::stoul("0" + std::string(request.queryValue("bytes"))), 'x');
    if (request.path == "/log")
        std::cout << request.body << std::endl;
    if (request.path == "/status")
        response.status = std::stoi("0" + std::string(request.queryValue("code")));
    if (request.path == "/health" && isSick)
        response.status = 500;
    if (request.path != "/health" && environmentOf("BEHAVIOUR") == "failing")
        response.status = 500;
    const int wait = std::stoi("0" + std::string(request.queryValue("ms")));
    if (wait == 0) {
        responder.send(std::move(response));
        return;
    }
    loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(wait),
                    [responder, response]() mutable { responder.send(std::move(response)); });
}

void listen(Service &service)
{
    net::HttpServerLimits limits;
    limits.bodyBytes = 64ULL << 20;
    service.server = std::make_unique<net::HttpServer>(
        service.loop, limits, [&service](const net::ServerRequest &request, net::Responder responder) {
            service.handle(request, std::move(responder));
        });
    const auto port = static_cast<std::uint16_t>(std::stoi("0" + environmentOf("PORT")));
    if (!service.server->listen("127.0.0.1", port))
        ::_exit(9);
    std::cout << "listening" << std::endl;
}

} // namespace

int main()
{
    const std::string behaviour = environmentOf("BEHAVIOUR");
    if (behaviour == "exit") {
        std::cerr << "I do not start" << std::endl;
        return 3;
    }
    if (behaviour == "crash") {
        std::signal(SIGSEGV, SIG_DFL); // a sanitizer would make an exit of it
        ::raise(SIGSEGV);
    }
    if (behaviour == "hog")
        useMemory(400);
    if (behaviour == "family" && ::fork() == 0) // a child of its own, which knows nothing of its end
        for (;;)
            ::pause();
    Service service;
    if (behaviour == "late")
        service.loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(300),
                                [&] { listen(service); });
    else if (behaviour != "deaf")
        listen(service);
    service.loop.onSignals({SIGTERM}, [&](int) {
        std::cout << "asked to end" << std::endl;
        if (behaviour != "stubborn")
            service.server ? service.server->stopAccepting([&] { service.loop.stop(); })
                           : service.loop.stop();
    });
    service.loop.run();
    return 0;
}
