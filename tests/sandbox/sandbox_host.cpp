// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/sandbox/sandbox_host.h"

#include <utility>

namespace batuta::tests {
namespace {

std::string requestText(std::string_view method, std::string_view target, std::string_view body,
                        std::string_view extraHeader)
{
    std::string text(method);
    text.append(" ").append(target).append(
        " HTTP/1.1\r\nHost: sandbox.test:8090\r\nContent-Type: application/json\r\n");
    text.append(extraHeader)
        .append("Content-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n\r\n");
    return text.append(body);
}

} // namespace

SandboxHost::SandboxHost(sandbox::ServerOptions options)
{
    options.port = 0;
    auto functions = sandbox::Functions::create();
    if (!functions)
        return;
    m_thread.run([&] {
        m_server =
            std::make_unique<sandbox::Server>(m_thread.loop, std::move(*functions), std::move(options));
        const Result<std::uint16_t> port = m_server->listen();
        m_port = port ? *port : std::uint16_t{0};
    });
}

SandboxHost::~SandboxHost()
{
    m_thread.run([this] { m_server.reset(); });
}

RawAnswer SandboxHost::ask(std::string_view method, std::string_view target, std::string_view body,
                           std::string_view extraHeader)
{
    RawSocket socket = RawSocket::connectTo(m_port);
    if (!socket.send(requestText(method, target, body, extraHeader)))
        return {};
    return socket.readAnswer(method != "HEAD");
}

json::Value SandboxHost::json(std::string_view method, std::string_view target, std::string_view body)
{
    const Result<json::Value> value = json::parse(ask(method, target, body).body);
    return value ? *value : json::Value();
}

RawSocket SandboxHost::open(std::string_view method, std::string_view target, std::string_view body)
{
    RawSocket socket = RawSocket::connectTo(m_port);
    socket.send(requestText(method, target, body, ""));
    return socket;
}

} // namespace batuta::tests
