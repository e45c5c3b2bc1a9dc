// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// kill_harness [--kills N] [--seed S] [--flows F] [--program FILE] [--workspace DIR]: kills `batuta serve`
// N times with kill -9 while random flows run in it, starts it again each time, and checks in the end that
// nothing was lost and nothing was done twice. It prints its figures and every violation, and fails when
// there is one. The same seed makes the same flows; when the kills come is up to the machine. The workspace
// is kept when something was found, or when it was named.
#include "engine/json/json.h"
#include "tests/kill/checks.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace batuta;

namespace {

constexpr int kInputs = 4;
constexpr auto kRound = std::chrono::milliseconds(6);
constexpr auto kPatience = std::chrono::seconds(240); ///< until all that was left has ended

struct Options
{
    int kills = 40;
    std::uint64_t seed = 1;
    int flows = 24;
    std::string program = BATUTA_PROGRAM;
    std::string workspace;
};

template <class T> bool readNumber(std::string_view text, T &number)
{
    return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

bool readOptions(int argc, char **argv, Options &options)
{
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view value = argv[i + 1];
        if (name == "--program")
            options.program = value;
        else if (name == "--workspace")
            options.workspace = value;
        else if (!(name == "--kills"  ? readNumber(value, options.kills)
                   : name == "--seed" ? readNumber(value, options.seed)
                                      : name == "--flows" && readNumber(value, options.flows)))
            return false;
    }
    return argc % 2 == 1;
}

class Harness
{
public:
    Harness(const Options &options, std::string workspace)
        : m_options(options)
        , m_workspace(std::move(workspace))
        , m_flows(kill::randomFlows(options.seed, options.flows))
        , m_functions(m_loop, m_flows)
        , m_serve(m_loop, options.program, m_workspace)
        , m_driver(m_serve, m_functions, m_flows, options.seed * 31 + 7)
        , m_random(options.seed * 17 + 3)
    {
        m_serve.setArguments({"--log-level", "ERROR", "--grace", "30ms"});
    }

    /// The number of violations.
    std::size_t run()
    {
        writeWorkspace();
        if (references())
            while (m_kills < m_options.kills && oneLife()) {
            }
        if (m_violations.empty() && lastLife()) {
            kill::Checks checks(m_loop, m_serve, m_functions, m_driver, m_references);
            checks.executions();
            if (m_serve.stop() != 0)
                m_violations.push_back("SIGTERM did not end it well: " + m_serve.output());
            checks.history(m_workspace + "/.batuta/history.db");
            add(checks.violations());
            m_compared = checks.compared();
            m_events = checks.events();
        } else {
            m_serve.kill();
        }
        add(m_driver.violations());
        add(m_functions.violations());
        print();
        return m_violations.size();
    }

private:
    void writeWorkspace()
    {
        std::filesystem::create_directories(m_workspace + "/flows/random");
        for (const kill::RandomFlow &flow : m_flows)
            std::ofstream(m_workspace + "/flows/random/" + flow.name + ".yaml") << flow.text;
        std::ofstream(m_workspace + "/.env") << "F=" << m_functions.url() << "\n";
    }
    /// Another version of a flow: what runs goes on with the one it began with.
    void rewriteSomething()
    {
        const auto &flow =
            m_flows[static_cast<std::size_t>(kill::draw(m_random, 0, static_cast<int>(m_flows.size()) - 1))];
        std::ofstream(m_workspace + "/flows/random/" + flow.name + ".yaml", std::ios::app) << "# again\n";
    }
    bool startServe()
    {
        if (const Status started = m_serve.start(); !started) {
            m_violations.push_back(errorText(started.error()));
            return false;
        }
        return true;
    }
    bool waitForServe()
    {
        if (m_serve.waitUntilReady())
            return true;
        m_serve.kill();
        m_violations.push_back("serve does not start: " + m_serve.output());
        return false;
    }
    /// Until the time is over, or until nothing is left to do.
    bool workFor(kill::Driver &driver, Duration time, bool toTheEnd)
    {
        const SteadyTime end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
            kill::runFor(m_loop, kRound);
            if (!toTheEnd) {
                driver.work();
                continue;
            }
            if (driver.isAsking())
                continue;
            if (!driver.hasOpen())
                return true;
            for (const std::string &id : driver.open())
                driver.look(id);
        }
        return !toTheEnd;
    }

    bool references()
    {
        if (!startServe() || !waitForServe())
            return false;
        for (int round = 0; round < 2; ++round) { // twice: what differs by itself proves nothing
            kill::Driver driver(m_serve, m_functions, m_flows, m_options.seed);
            driver.setCalm(true);
            for (const kill::RandomFlow &flow : m_flows)
                for (int n = 0; n < kInputs && !flow.isChild; ++n)
                    driver.start(flow, n);
            kill::runUntil(m_loop, kPatience, [&] { return !driver.isAsking(); });
            if (!workFor(driver, kPatience, true))
                m_violations.push_back("the flows do not end without kills either");
            for (const auto &[id, known] : driver.known()) {
                const json::Value is = kill::comparable(known.shown, *known.flow);
                const auto [at, isNew] = m_references.try_emplace({known.flow->name, known.n}, is);
                if (!isNew && !(at->second == is))
                    m_violations.push_back(known.flow->name + " is not the same twice without kills:\n  " +
                                           json::write(at->second) + "\n  " + json::write(is));
            }
            add(driver.violations());
        }
        return m_serve.stop() == 0 && m_violations.empty();
    }

    bool oneLife()
    {
        m_functions.nextProcess();
        if (kill::draw(m_random, 1, 10) == 1)
            rewriteSomething();
        if (!startServe())
            return false;
        const bool isUp = kill::draw(m_random, 1, 6) > 1;
        if (!isUp) { // while it starts
            kill::runFor(m_loop, std::chrono::milliseconds(kill::draw(m_random, 0, 60)));
        } else {
            if (!waitForServe())
                return false;
            noteStart();
            m_driver.discover([] {});
            workFor(m_driver, std::chrono::milliseconds(kill::draw(m_random, 1, 400)), false);
        }
        if (isUp && kill::draw(m_random, 1, 8) == 1) { // told to, with hardly any grace
            if (m_serve.stop() != 0)
                m_violations.push_back("SIGTERM did not end it well: " + m_serve.output());
            ++m_stops;
        } else {
            m_serve.kill();
            ++m_kills;
        }
        if (!kill::runUntil(m_loop, std::chrono::seconds(5),
                            [this] { return m_functions.connections() == 0; }))
            m_violations.push_back("a dead process still has connections");
        if ((m_kills + m_stops) % 100 == 0)
            std::cout << m_kills << " kills, " << m_driver.known().size() << " executions, "
                      << m_functions.calls() << " calls, "
                      << m_functions.violations().size() + m_driver.violations().size() << " violations"
                      << std::endl;
        return m_violations.empty() && m_driver.violations().empty() && m_functions.violations().empty();
    }

    bool lastLife()
    {
        m_functions.nextProcess();
        if (!startServe() || !waitForServe())
            return false;
        noteStart();
        m_driver.setCalm(true);
        bool isKnown = false;
        m_driver.discover([&] { isKnown = true; });
        kill::runUntil(m_loop, kPatience, [&] { return isKnown; });
        if (workFor(m_driver, kPatience, true))
            return true;
        for (const std::string &id : m_driver.open())
            m_violations.push_back(m_driver.known().at(id).flow->name + " " + id + " does not end");
        return false;
    }

    void noteStart() { m_starts.push_back(m_serve.startTime()); }
    void add(const std::vector<std::string> &more)
    {
        m_violations.insert(m_violations.end(), more.begin(), more.end());
    }

    void print()
    {
        std::sort(m_starts.begin(), m_starts.end());
        const auto ms = [this](std::size_t at) {
            return m_starts.empty() ? 0.0 : static_cast<double>(m_starts[at].count()) / 1000;
        };
        const auto &known = m_driver.known();
        const auto promised = std::count_if(known.begin(), known.end(),
                                            [](const auto &entry) { return entry.second.isPromised; });
        std::cout << "seed " << m_options.seed << ": " << m_kills << " kills and " << m_stops << " stops, "
                  << promised << " executions promised, " << m_functions.executions().size()
                  << " that called functions, " << m_compared << " compared with a run without kills, "
                  << m_driver.acts() << " acts, " << m_events << " events\n"
                  << m_functions.calls() << " calls, " << m_functions.effects() << " effects, "
                  << m_functions.repeats() << " in flight called again with the same key and attempt, "
                  << m_functions.itemsAgain() << " items of lists from their first attempt again\n"
                  << "start to first answer: p50 " << ms(m_starts.size() / 2) << " ms, max "
                  << ms(m_starts.empty() ? 0 : m_starts.size() - 1) << " ms over " << m_starts.size()
                  << " starts\n"
                  << m_violations.size() << " violations\n";
        for (std::size_t i = 0; i < std::min<std::size_t>(m_violations.size(), 40); ++i)
            std::cout << "VIOLATION " << m_violations[i] << "\n";
        if (!m_violations.empty())
            std::cout << "again: kill_harness --kills " << m_options.kills << " --seed " << m_options.seed
                      << " --flows " << m_options.flows << "; its workspace is " << m_workspace << "\n";
        std::cout.flush();
    }

    Options m_options;
    std::string m_workspace;
    net::Loop m_loop;
    std::vector<kill::RandomFlow> m_flows;
    kill::CountingFunctions m_functions;
    kill::ServeProcess m_serve;
    kill::Driver m_driver;
    kill::Random m_random;
    kill::References m_references;
    std::vector<Duration> m_starts;
    std::vector<std::string> m_violations;
    int m_kills = 0;
    int m_stops = 0;
    std::size_t m_compared = 0;
    std::size_t m_events = 0;
};

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!readOptions(argc, argv, options)) {
        std::cerr
            << "usage: kill_harness [--kills N] [--seed S] [--flows F] [--program FILE] [--workspace DIR]\n";
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    const bool isOwn = options.workspace.empty();
    const std::string workspace =
        isOwn ? (std::filesystem::temp_directory_path() / ("kill_harness_" + std::to_string(::getpid())))
                    .string()
              : options.workspace;
    const std::size_t violations = Harness(options, workspace).run();
    if (isOwn && violations == 0)
        std::filesystem::remove_all(workspace);
    return violations == 0 ? 0 : 1;
}
