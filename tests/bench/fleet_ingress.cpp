// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// fleet_ingress PROGRAM: a fleet with one service on this program (which listens on PORT), for
// tests/bench/fleet. Prints how long a deploy takes until it is ready and a rollback until the last answer of
// the revision that was left, then the ingress' URL and the instance's port, and serves until SIGTERM.
#include "engine/fleet/fleet.h"
#include "engine/net/http_client.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>

using namespace batuta;

namespace {

constexpr int kDeploys = 20;
constexpr int kRollbacks = 20;
constexpr int kClients = 32;

SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

double milliseconds(SteadyTime since)
{
    return std::chrono::duration<double, std::milli>(now() - since).count();
}

void print(const char *what, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::cout << what << ": median " << values[values.size() / 2] << " ms, worst " << values.back()
              << " ms of " << values.size() << std::endl;
}

class Bench
{
public:
    Bench(net::Loop &theLoop, std::string theProgram, std::string directory)
        : loop(theLoop)
        , http(loop, {})
        , program(std::move(theProgram))
        , fleet(loop, clock, optionsIn(std::move(directory)))
    {
    }

    int run()
    {
        if (const Status opened = fleet.open(); !opened) {
            std::cerr << errorText(opened.error()) << '\n';
            return 1;
        }
        loop.onSignals({SIGTERM, SIGINT}, [this](int) { fleet.stop([this] { loop.stop(); }); });
        deploy();
        loop.run();
        return 0;
    }

private:
    static fleet::FleetOptions optionsIn(std::string directory)
    {
        fleet::FleetOptions options;
        options.directory = std::move(directory);
        return options;
    }
    static fleet::ServiceKey service() { return {"bench", "local", "echo"}; }
    static std::string name(int number) { return "echo-" + std::to_string(number); }

    void deploy()
    {
        fleet::RevisionSpec spec;
        spec.key = {service(), name(deployed)};
        spec.launch.words = {program};
        spec.concurrency = 1000;
        spec.minInstances = 1;
        spec.maxInstances = 1;
        begun = now();
        const Status status = fleet.start(spec, [this](const fleet::StartOutcome &outcome) {
            if (!outcome.isReady) {
                std::cerr << outcome.message << '\n';
                std::exit(1);
            }
            route(deployed);
            deploys.push_back(milliseconds(begun));
            if (++deployed < kDeploys)
                deploy();
            else
                load();
        });
        if (!status)
            std::cerr << errorText(status.error()) << '\n';
    }

    void route(int number)
    {
        if (!fleet.route(service(), {{{name(number), 100, {}}}, {}}))
            std::exit(1);
    }

    // Clients that never rest; an answer names the revision by the process that gives it.
    void load()
    {
        print("deploy to ready and routed", deploys);
        current = kDeploys - 1;
        for (int i = 0; i < kClients; ++i)
            ask();
        rollback();
    }

    void ask()
    {
        net::HttpRequest request;
        request.url = fleet.url(service()) + "/?ms=2";
        const int asked = current;
        http.send(std::move(request), [this, asked](const auto &outcome) {
            failures += outcome && outcome->status == 200 ? 0 : 1;
            ++answers;
            if (asked != current && isMoving)
                lastOld = now(); // asked before the traffic moved, answered after it
            if (!isOver)
                ask();
        });
    }

    void rollback()
    {
        loop.startTimer(now() + std::chrono::milliseconds(30), [this] {
            isMoving = true;
            current = current == 0 ? kDeploys - 1 : current - 1;
            begun = now();
            lastOld = begun;
            route(current);
            routes.push_back(milliseconds(begun));
            loop.startTimer(now() + std::chrono::milliseconds(100), [this] { moved(); });
        });
    }

    void moved()
    {
        isMoving = false;
        rollbacks.push_back(std::chrono::duration<double, std::milli>(lastOld - begun).count());
        if (rollbacks.size() < kRollbacks) {
            rollback();
            return;
        }
        isOver = true;
        print("rollback: the call", routes);
        print("rollback to the last request of the old revision (each takes 2 ms)", rollbacks);
        std::cout << "answers " << answers << ", failed " << failures << std::endl;
        const auto instances = fleet.instances({service(), name(current)});
        const fleet::InstanceState first = instances.empty() ? fleet::InstanceState() : instances.front();
        std::cout << "ready " << fleet.url(service()) << " " << first.port << " " << first.process
                  << std::endl;
    }

    net::Loop &loop;
    SystemClock clock;
    net::HttpClient http;
    std::string program;
    fleet::Fleet fleet;
    std::vector<double> deploys;
    std::vector<double> routes;
    std::vector<double> rollbacks;
    SteadyTime begun{};
    SteadyTime lastOld{};
    int deployed = 0;
    int current = 0;
    std::uint64_t answers = 0;
    std::uint64_t failures = 0;
    bool isMoving = false;
    bool isOver = false;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "fleet_ingress PROGRAM DIRECTORY\n";
        return 2;
    }
    net::Loop loop;
    return Bench(loop, argv[1], argv[2]).run();
}
