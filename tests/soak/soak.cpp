// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// soak [--minutes N] [--rate R] [--grows MIB] [--program FILE]: runs `batuta serve` for N minutes under R
// executions a second of every kind of flow, with somebody who looks at them, and prints its memory over
// time. It fails when the memory of the last fifth is more than MIB (16) above that of the second fifth (the
// first one fills the caches), when an execution does not end as it should, or when the engine has more open
// files at the end than after the first fifth.
#include "engine/net/http_server.h"
#include "tests/kill/serve_process.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>

using namespace batuta;

namespace {

struct Options
{
    int minutes = 60;
    int rate = 40;
    int grows = 16;
    std::string program = BATUTA_PROGRAM;
};

constexpr int kMostOpen = 200;
constexpr int kLookEvery = 7;
constexpr auto kSample = std::chrono::seconds(2);

constexpr std::pair<const char *, const char *> kFlows[]{
    {"ten", R"(steps:
  a: {http: {method: POST, url: "${{ env.F }}/a", json: {n: "${{ input.n }}"}}}
  b: {needs: [a], http: {method: POST, url: "${{ env.F }}/b", json: {of: "${{ steps.a.output.v }}"}}}
  c: {needs: [b], http: {method: POST, url: "${{ env.F }}/c", json: {of: "${{ steps.b.output }}"}}}
  d: {needs: [b], set: {v: "${{ steps.b.output.v }}"}}
  e: {needs: [c, d], check: {is_there: {if: "${{ steps.d.output.v }}"}}}
output: {v: "${{ steps.d.output.v }}"}
)"},
    {"list", R"(steps:
  each: {foreach: {items: [1, 2, 3, 4, 5, 6], as: i, max_parallel: 3}, http: {url: "${{ env.F }}/item?i=${{ i }}"}}
  waits: {wait: {for: 50ms}}
output: {all: "${{ steps.each.output }}"}
)"},
    {"fails", R"(steps:
  a: {http: {method: POST, url: "${{ env.F }}/ok", json: {n: 1}}, compensate: {http: {method: POST, url: "${{ env.F }}/undo", json: {n: 1}}}}
  b: {needs: [a], http: {url: "${{ env.F }}/fail"}, retry: {attempts: 3, on: [5xx], backoff: {first: 5ms, max: 20ms}}}
finally:
  last: {http: {url: "${{ env.F }}/last"}}
)"},
    {"parent", R"(steps:
  child: {flow: {name: ten, input: {n: "${{ input.n }}"}}}
  log: {needs: [child], log: {message: "child ended with ${{ steps.child.output.v }}"}}
)"},
};

template <class T> bool readNumber(std::string_view text, T &number)
{
    return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

bool readOptions(int argc, char **argv, Options &options)
{
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--program")
            options.program = argv[i + 1];
        else if (!readNumber(argv[i + 1], name == "--minutes" ? options.minutes
                                          : name == "--rate"  ? options.rate
                                                              : options.grows))
            return false;
    }
    return argc % 2 == 1 && options.minutes > 0 && options.rate > 0;
}

/// Something under load that is watched. Lives on the loop's thread.
class Soak
{
public:
    Soak(const Options &options, const std::string &workspace)
        : m_options(options)
        , m_functions(
              m_loop, {},
              [](const net::ServerRequest &request, net::Responder responder) {
                  const bool fails = request.path == "/fail";
                  responder.send(
                      {fails ? 503 : 200, "application/json", R"({"v":"0123456789","more":[1,2,3]})", {}});
              })
        , m_serve(m_loop, options.program, workspace)
    {
        std::filesystem::create_directories(workspace + "/flows/soak");
        for (const auto &[name, text] : kFlows)
            std::ofstream(workspace + "/flows/soak/" + name + ".yaml") << "batuta: 1\nname: " << name << "\n"
                                                                       << text;
        std::ofstream(workspace + "/.env")
            << "F=http://127.0.0.1:" << m_functions.listen("127.0.0.1", 0).value_or(0) << "\n";
        m_serve.setArguments({"--log-level", "WARNING"});
    }

    bool run()
    {
        if (!m_serve.start() || !m_serve.waitUntilReady()) {
            std::cout << "serve does not start\n";
            return false;
        }
        m_begin = std::chrono::steady_clock::now();
        const SteadyTime end = m_begin + std::chrono::minutes(m_options.minutes);
        beat();
        sample();
        m_loop.startTimer(end, [this] { m_isOver = true; });
        kill::runUntil(m_loop, std::chrono::minutes(m_options.minutes) + std::chrono::seconds(60),
                       [this] { return m_isOver && m_open == 0; });
        const bool isWhole = m_open == 0 && m_wrong == 0;
        const bool stopped = m_serve.stop() == 0;
        return verdict() && isWhole && stopped;
    }

private:
    struct Sample
    {
        double minutes = 0;
        std::int64_t bytes = 0;
        std::ptrdiff_t files = 0;
    };

    /// Starts what is due; twenty times a second.
    void beat()
    {
        if (m_isOver)
            return;
        const auto elapsed = std::chrono::steady_clock::now() - m_begin;
        const auto due =
            std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count() * m_options.rate / 1000;
        for (; m_started < due && m_open < kMostOpen; ++m_started)
            start();
        m_started =
            std::max<std::int64_t>(m_started, due - m_options.rate); // what it can't keep up with is let go
        m_loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(50),
                          [this] { beat(); });
    }

    void start()
    {
        const std::string flow = kFlows[static_cast<std::size_t>(m_started) % std::size(kFlows)].first;
        const json::Value input =
            json::Object{{"n", m_started}, {"user_id", "user-" + std::to_string(m_started % 100)}};
        ++m_open;
        m_serve.post("/flows/" + flow + "/executions?wait=true", input,
                     [this, flow](int status, const json::Value &record) {
                         --m_open;
                         ++m_ended;
                         const std::string wanted = flow == "fails" ? "failed" : "success";
                         if (status != 200 || record["status"].asString() != wanted) {
                             ++m_wrong;
                             std::cout << "WRONG " << flow << " " << status << " "
                                       << record["status"].asString() << " " << record["error"].asString()
                                       << std::endl;
                         }
                         if (m_ended % kLookEvery == 0)
                             look(record["execution_id"].asString());
                     });
    }

    void look(const std::string &id)
    {
        for (const std::string &path :
             {"/executions/" + id, "/executions/" + id + "/events",
              std::string("/executions?limit=50&user_id=user-7"), std::string("/metrics")}) {
            ++m_open;
            net::HttpRequest request;
            request.url = path;
            m_serve.fetch(std::move(request), [this](const auto &response) {
                --m_open;
                m_wrong += response && response->status == 200 ? 0 : 1;
            });
        }
    }

    void sample()
    {
        if (m_isOver)
            return;
        const auto elapsed = std::chrono::steady_clock::now() - m_begin;
        const double minutes = std::chrono::duration<double, std::ratio<60>>(elapsed).count();
        const std::filesystem::directory_iterator files("/proc/" + std::to_string(m_serve.id()) + "/fd");
        m_samples.push_back({minutes, m_serve.residentBytes(), std::distance(begin(files), end(files))});
        if (m_samples.size() % 15 == 1)
            std::cout << std::fixed << std::setprecision(1) << std::setw(6) << minutes << " min "
                      << std::setw(8) << (m_samples.back().bytes >> 10) << " KiB " << std::setw(4)
                      << m_samples.back().files << " files " << std::setw(8) << m_ended << " executions"
                      << std::endl;
        m_loop.startTimer(std::chrono::steady_clock::now() + kSample, [this] { sample(); });
    }

    /// The middle one of a fifth of the samples.
    template <class T> T median(std::size_t fifth, T Sample::*of) const
    {
        std::vector<T> values;
        for (std::size_t i = m_samples.size() * fifth / 5; i < m_samples.size() * (fifth + 1) / 5; ++i)
            values.push_back(m_samples[i].*of);
        std::sort(values.begin(), values.end());
        return values.empty() ? T() : values[values.size() / 2];
    }

    bool verdict() const
    {
        const std::int64_t grown = (median(4, &Sample::bytes) - median(1, &Sample::bytes)) >> 10;
        const std::ptrdiff_t files = median(4, &Sample::files) - median(1, &Sample::files);
        std::cout << m_ended << " executions in " << m_options.minutes << " minutes, " << m_wrong
                  << " wrong; memory of the last fifth is " << grown << " KiB above that of the second ("
                  << (median(1, &Sample::bytes) >> 10) << " KiB), of at most " << m_options.grows << " MiB; "
                  << files << " more open files\n";
        return grown <= std::int64_t{m_options.grows} << 10 && files <= 16;
    }

    Options m_options;
    net::Loop m_loop;
    net::HttpServer m_functions;
    kill::ServeProcess m_serve;
    SteadyTime m_begin{};
    std::vector<Sample> m_samples;
    std::int64_t m_started = 0;
    std::int64_t m_ended = 0;
    int m_open = 0;
    int m_wrong = 0;
    bool m_isOver = false;
};

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!readOptions(argc, argv, options)) {
        std::cerr << "usage: soak [--minutes N] [--rate R] [--grows MIB] [--program FILE]\n";
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    const auto workspace = std::filesystem::temp_directory_path() / ("soak_" + std::to_string(::getpid()));
    const bool isFine = Soak(options, workspace.string()).run();
    if (isFine)
        std::filesystem::remove_all(workspace);
    return isFine ? 0 : 1;
}
