// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/serve_process.h"

#include "engine/json/json.h"
#include "engine/net/http_server.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

namespace batuta::kill {
namespace {

constexpr auto kTick = std::chrono::milliseconds(2);
constexpr auto kPatience = std::chrono::seconds(30);

/// A port at which nobody listens just now.
int freePort(net::Loop &loop)
{
    net::HttpServer server(loop, {}, [](const net::ServerRequest &, net::Responder) {});
    return server.listen("127.0.0.1", 0).value_or(0);
}

std::vector<std::string> environment()
{
    std::vector<std::string> entries;
    for (const char *name : {"PATH", "HOME", "ASAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char *value = std::getenv(name))
            entries.push_back(std::string(name) + "=" + value);
    return entries;
}

} // namespace

bool runUntil(net::Loop &loop, Duration limit, const std::function<bool()> &condition)
{
    const SteadyTime end = std::chrono::steady_clock::now() + limit;
    bool holds = false;
    std::function<void()> look = [&] {
        holds = condition();
        const SteadyTime now = std::chrono::steady_clock::now();
        if (holds || now >= end)
            loop.stop();
        else
            loop.startTimer(std::min(end, now + kTick), look);
    };
    look();
    loop.run();
    return holds;
}

void runFor(net::Loop &loop, Duration time)
{
    loop.startTimer(std::chrono::steady_clock::now() + time, [&loop] { loop.stop(); });
    loop.run();
}

ServeProcess::ServeProcess(net::Loop &loop, std::string program, std::string workspace)
    : m_loop(loop)
    , m_program(std::move(program))
    , m_workspace(std::move(workspace))
    , m_port(freePort(loop))
{
}

Status ServeProcess::start()
{
    net::ChildCommand command;
    command.words = m_wrapper;
    for (const std::string &word : {m_program, std::string("serve"), std::string("--workspace"), m_workspace,
                                    std::string("--port"), std::to_string(m_port)})
        command.words.push_back(word);
    command.words.insert(command.words.end(), m_arguments.begin(), m_arguments.end());
    command.environment = environment();
    command.environment.insert(command.environment.end(), m_environment.begin(), m_environment.end());
    command.maxOutputBytes = 1ULL << 30;
    m_end.reset();
    m_http = std::make_unique<net::HttpClient>(m_loop, net::HttpClientOptions{});
    m_began = std::chrono::steady_clock::now();
    auto child = net::ChildProcess::start(m_loop, std::move(command),
                                          [this](net::ChildEnd end) { m_end = std::move(end); });
    if (!child)
        return child.error();
    m_child = std::move(*child);
    return {};
}

bool ServeProcess::waitUntilReady()
{
    bool isAsking = false;
    bool isReady = false;
    const bool came = runUntil(m_loop, kPatience, [&] {
        if (!isAsking && !isReady) {
            isAsking = true;
            get("/health", [&](int status, const json::Value &) {
                isAsking = false;
                isReady = status == 200;
            });
        }
        return isReady || m_end.has_value();
    });
    m_startTime = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_began);
    if (isAsking) // its callback must not come when `isAsking` is gone
        runUntil(m_loop, kPatience, [&] { return !isAsking; });
    return came && isReady;
}

void ServeProcess::kill()
{
    if (isRunning())
        ::kill(m_child->id(), SIGKILL);
    runUntil(m_loop, kPatience, [this] { return m_end.has_value(); });
    // What it had answered counts, even if it comes to be read only now.
    runUntil(m_loop, kPatience, [this] { return m_open == 0; });
    m_http.reset();
    m_output = m_end ? m_end->output + m_end->errors : std::string();
    m_child.reset();
}

int ServeProcess::stop()
{
    if (!m_child)
        return -1;
    if (isRunning()) // an id of 0 would be everybody in our own group
        ::kill(m_child->id(), SIGTERM);
    const bool hasEnded = runUntil(m_loop, 2 * kPatience, [this] { return m_end.has_value(); });
    const int status = hasEnded && m_end->signal == 0 ? m_end->status : -1;
    m_http.reset();
    m_output = m_end ? m_end->output + m_end->errors : std::string();
    m_child.reset();
    return status;
}

std::string ServeProcess::url(const std::string &path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

void ServeProcess::fetch(net::HttpRequest request,
                         std::function<void(std::optional<net::HttpResponse>)> answered)
{
    if (!m_http)
        return answered(std::nullopt);
    request.url = url(request.url);
    if (!m_token.empty())
        request.headers.emplace_back("Authorization", "Bearer " + m_token);
    ++m_open;
    m_http->send(std::move(request), [this, answered = std::move(answered)](auto result) {
        --m_open;
        if (result)
            answered(std::move(*result));
        else
            answered(std::nullopt);
    });
}

void ServeProcess::get(const std::string &path, Answered answered)
{
    net::HttpRequest request;
    request.url = path;
    request.timeout = kPatience;
    fetch(std::move(request), [answered = std::move(answered)](const auto &response) {
        const Result<json::Value> body = json::parse(response ? response->body : "null");
        answered(response ? response->status : 0, body.value_or(json::Value()));
    });
}

void ServeProcess::post(const std::string &path, const json::Value &body, Answered answered)
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = path;
    request.headers = {{"Content-Type", "application/json"}};
    json::write(body, request.body);
    fetch(std::move(request), [answered = std::move(answered)](const auto &response) {
        const Result<json::Value> parsed = json::parse(response ? response->body : "null");
        answered(response ? response->status : 0, parsed.value_or(json::Value()));
    });
}

ServeProcess::Reply ServeProcess::getNow(const std::string &path)
{
    std::optional<Reply> reply;
    get(path, [&reply](int status, const json::Value &body) { reply = {status, body}; });
    runUntil(m_loop, 2 * kPatience, [&reply] { return reply.has_value(); });
    return reply.value_or(Reply{});
}

ServeProcess::Reply ServeProcess::postNow(const std::string &path, const json::Value &body)
{
    std::optional<Reply> reply;
    post(path, body, [&reply](int status, const json::Value &answer) { reply = {status, answer}; });
    runUntil(m_loop, 2 * kPatience, [&reply] { return reply.has_value(); });
    return reply.value_or(Reply{});
}

std::int64_t ServeProcess::residentBytes() const
{
    std::ifstream file("/proc/" + std::to_string(id()) + "/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    file >> size >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

} // namespace batuta::kill
