// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// many_connections [COUNT]: opens COUNT (10,000) connections to `batuta serve` and keeps them; half of them
// say nothing, half are slow: they send half a header. Somebody who was there before goes on asking
// meanwhile. In the end all leave, and newcomers are served again. Prints figures; fails when somebody is not
// served.
#include "tests/kill/serve_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace batuta;

namespace {

constexpr int kBatch = 250;

int connectTo(int port)
{
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (handle >= 0)
        ::connect(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return handle;
}

/// Asks one question and gives its time, or nothing when it was not answered with 200.
std::optional<Duration> ask(kill::ServeProcess &serve)
{
    const SteadyTime begin = std::chrono::steady_clock::now();
    if (serve.getNow("/health").status != 200)
        return std::nullopt;
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begin);
}

struct Crowd
{
    std::vector<int> handles;
    int refused = 0; ///< could not be opened
    int answered = 0;
    int closed = 0;

    void count()
    {
        char bytes[512];
        for (const int handle : handles) {
            const ssize_t got = ::recv(handle, bytes, sizeof bytes, MSG_DONTWAIT);
            answered += got > 0 ? 1 : 0;
            closed += got == 0 ? 1 : 0;
        }
    }
    void leave()
    {
        for (const int handle : handles)
            ::close(handle);
        handles.clear();
    }
};

int run(kill::ServeProcess &serve, net::Loop &loop, int count)
{
    if (!serve.start() || !serve.waitUntilReady()) {
        std::cerr << "serve does not start\n";
        return 1;
    }
    const int port = std::atoi(serve.url("").substr(serve.url("").rfind(':') + 1).c_str());
    const std::int64_t before = serve.residentBytes();
    Crowd crowd;
    std::vector<Duration> times;
    int unanswered = 0;
    for (int i = 0; i < count; ++i) {
        const int handle = connectTo(port);
        crowd.refused += handle < 0 ? 1 : 0;
        if (handle >= 0)
            crowd.handles.push_back(handle);
        if (i % kBatch != kBatch - 1)
            continue;
        kill::runFor(loop, std::chrono::milliseconds(5)); // the connections of this batch have come by now
        for (auto at = crowd.handles.end() - std::min<std::ptrdiff_t>(kBatch, std::ssize(crowd.handles));
             at < crowd.handles.end(); at += 2)
            std::ignore = ::send(*at, "GET /health HTTP/1.1\r\nHos", 25, MSG_NOSIGNAL);
        if (const auto time = ask(serve))
            times.push_back(*time);
        else
            ++unanswered;
    }
    const std::int64_t during = serve.residentBytes();
    crowd.count();
    const std::size_t open = crowd.handles.size();
    crowd.leave();
    bool serves = false;
    for (int i = 0; i < 40 && !serves; ++i) {
        kill::runFor(loop, std::chrono::milliseconds(500)); // it notices that they have left
        serves = ask(serve).has_value();
    }
    std::sort(times.begin(), times.end());
    const auto ms = [&](std::size_t at) { return static_cast<double>(times[at].count()) / 1000; };
    std::cout << open << " connections at once (" << crowd.refused
              << " could not be opened): " << crowd.answered << " were told that there are too many, "
              << crowd.closed << " closed\n"
              << times.size() << " questions of one who was there before, " << unanswered << " unanswered";
    if (!times.empty())
        std::cout << ", p50 " << ms(times.size() / 2) << " ms, max " << ms(times.size() - 1) << " ms";
    std::cout << "\nmemory " << (before >> 10) << " KiB before, " << (during >> 10) << " KiB with them, "
              << (serve.residentBytes() >> 10) << " KiB afterwards; newcomers are " << (serves ? "" : "NOT ")
              << "served\n";
    return serves && unanswered == 0 && serve.stop() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
    std::signal(SIGPIPE, SIG_IGN);
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max; // serve inherits it
    ::setrlimit(RLIMIT_NOFILE, &files);
    const auto workspace =
        std::filesystem::temp_directory_path() / ("connections_" + std::to_string(::getpid()));
    std::filesystem::create_directories(workspace / "flows");
    int status = 0;
    {
        net::Loop loop;
        kill::ServeProcess serve(loop, BATUTA_PROGRAM, workspace.string());
        serve.setArguments({"--log-level", "ERROR"});
        status = run(serve, loop, count);
    }
    std::filesystem::remove_all(workspace);
    return status;
}
