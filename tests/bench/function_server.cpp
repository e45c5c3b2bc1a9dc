// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// function_server [--port N] [--delay 20ms]: the functions that tests/bench/throughput calls. Every POST is
// answered with the same 300 bytes of JSON, after the delay; GET /count tells how many there were. It prints
// the line `listening on URL` and ends with SIGTERM.
#include "engine/base/units.h"
#include "engine/net/http_server.h"

#include <charconv>
#include <csignal>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

using namespace batuta;

namespace {

constexpr std::size_t kAnswerBytes = 300;

struct Options
{
    std::uint16_t port = 0;
    Duration delay{};
};

/// Two words an option; nothing when one is not understood.
std::optional<Options> readOptions(int argc, char **argv)
{
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view value = argv[i + 1];
        if (name == "--port") {
            if (std::from_chars(value.data(), value.data() + value.size(), options.port).ec != std::errc())
                return std::nullopt;
        } else if (name == "--delay") {
            const Result<Duration> delay = parseDuration(value);
            if (!delay)
                return std::nullopt;
            options.delay = *delay;
        } else {
            return std::nullopt;
        }
    }
    return argc % 2 == 1 ? std::optional(options) : std::nullopt;
}

std::string fixedAnswer()
{
    std::string text = R"({"status":"success","message":"done","data":{"score":0.87,"notes":")";
    const std::string_view end = R"("}})";
    text.append(kAnswerBytes - text.size() - end.size(), 'x');
    return text.append(end);
}

class Functions
{
public:
    Functions(net::Loop &loop, Duration delay)
        : m_loop(loop)
        , m_delay(delay)
    {
    }

    void handle(const net::ServerRequest &request, net::Responder responder)
    {
        if (request.method == "GET" && request.path == "/count") {
            responder.send({200, "application/json", R"({"calls":)" + std::to_string(m_calls) + "}", {}});
            return;
        }
        ++m_calls;
        if (m_delay == Duration{}) {
            responder.send({200, "application/json", m_answer, {}});
            return;
        }
        m_loop.startTimer(std::chrono::steady_clock::now() + m_delay, [this, responder]() mutable {
            responder.send({200, "application/json", m_answer, {}});
        });
    }

private:
    net::Loop &m_loop;
    const Duration m_delay;
    const std::string m_answer = fixedAnswer();
    std::int64_t m_calls = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const std::optional<Options> options = readOptions(argc, argv);
    if (!options) {
        std::cerr << "usage: function_server [--port N] [--delay 20ms]\n";
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    net::Loop loop;
    Functions functions(loop, options->delay);
    net::HttpServer server(loop, {},
                           [&functions](const net::ServerRequest &request, net::Responder responder) {
                               functions.handle(request, std::move(responder));
                           });
    const Result<std::uint16_t> port = server.listen("127.0.0.1", options->port);
    if (!port) {
        std::cerr << errorText(port.error()) << '\n';
        return 1;
    }
    std::cout << "listening on http://127.0.0.1:" << *port << std::endl;
    loop.onSignals({SIGTERM, SIGINT}, [&loop](int) { loop.stop(); });
    loop.run();
    return 0;
}
