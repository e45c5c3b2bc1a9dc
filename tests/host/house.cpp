// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/host/house.h"

#include "engine/json/json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace batuta::tests {
namespace {

constexpr auto kPatience = std::chrono::seconds(20);

} // namespace

Functions::Functions(net::Loop &loop)
    : m_server(std::make_unique<net::HttpServer>(
          loop, net::HttpServerLimits{}, [this](net::ServerRequest request, net::Responder responder) {
              serve(std::move(request), std::move(responder));
          }))
{
    const auto port = m_server->listen("127.0.0.1", 0);
    if (!port)
        throw std::runtime_error(errorText(port.error()));
    m_port = *port;
}

Functions::~Functions()
{
    m_held.clear();
}

std::string Functions::url(const std::string &path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

void Functions::answer(const std::string &path, int status, const std::string &body)
{
    answer(path, [status, body](const net::ServerRequest &) {
        net::ServerResponse response;
        response.status = status;
        response.body = body;
        return response;
    });
}

void Functions::answer(const std::string &path, Answer answer)
{
    m_answers[path] = std::move(answer);
}

void Functions::hold(const std::string &path)
{
    m_answers[path] = nullptr;
}

void Functions::release(int status)
{
    for (net::Responder &responder : std::exchange(m_held, {})) {
        net::ServerResponse response;
        response.status = status;
        response.body = "{}";
        responder.send(std::move(response));
    }
}

int Functions::calls(const std::string &path) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
                                          [&](const auto &request) { return request.path == path; }));
}

net::ServerRequest Functions::last(const std::string &path) const
{
    const auto found = std::find_if(m_requests.rbegin(), m_requests.rend(),
                                    [&](const auto &request) { return request.path == path; });
    return found == m_requests.rend() ? net::ServerRequest{} : *found;
}

std::vector<std::string> Functions::paths() const
{
    std::vector<std::string> paths;
    for (const net::ServerRequest &request : m_requests)
        paths.push_back(request.path);
    return paths;
}

void Functions::serve(net::ServerRequest request, net::Responder responder)
{
    m_requests.push_back(request);
    const auto known = m_answers.find(request.path);
    if (known == m_answers.end()) {
        net::ServerResponse response;
        response.body = R"({"ok":true})";
        responder.send(std::move(response));
    } else if (known->second) {
        responder.send(known->second(request));
    } else {
        m_held.push_back(std::move(responder));
    }
}

House::House(net::Loop &theLoop)
    : loop(theLoop)
    , functions(theLoop)
{
    std::filesystem::create_directories(folder() + "/flows");
    logger.setLevel(telemetry::Level::Debug);
    logger.setListener([this](const telemetry::LogLine &line) { lines.emplace_back(line.json); });
}

House::~House()
{
    engine.reset();
    logger.setListener({});
}

void House::flow(const std::string &name, const std::string &rest)
{
    file("flows/test/" + name + ".yaml", "batuta: 1\nname: " + name + "\n" + rest);
}

void House::file(const std::string &name, const std::string &text) const
{
    const std::filesystem::path path = std::filesystem::path(folder()) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

void House::open(host::EngineOptions options)
{
    options.workspace = folder();
    for (const auto &[key, value] : env)
        options.overrides.emplace_back(key, value);
    auto opened = host::Engine::create(std::move(options), {loop, logger, metrics, clock});
    if (!opened)
        throw std::runtime_error(errorText(opened.error()));
    engine = std::move(*opened);
    if (!engine->problems().empty())
        throw std::runtime_error(errorText(engine->problems().front()));
}

bool House::until(const std::function<bool()> &condition)
{
    static thread_local bool runs = false;
    if (std::exchange(runs, true))
        throw std::logic_error(
            "House::until() within House::until(): replies of the outer one would not come");
    const SteadyTime end = clock.steady() + kPatience;
    bool held = false;
    std::function<void()> look = [&] {
        held = condition();
        if (held || clock.steady() > end)
            loop.stop();
        else
            loop.startTimer(clock.steady() + std::chrono::milliseconds(1), look);
    };
    look();
    loop.run();
    runs = false;
    return held;
}

Result<client::ExecutionRecord> House::run(client::StartExecution command)
{
    const Result<client::Started> started = engine->startNow(std::move(command));
    if (!started)
        return started.error();
    return end(started->id);
}

Result<client::ExecutionRecord> House::run(const std::string &flow, json::Value input)
{
    client::StartExecution command;
    command.flow = FlowName(flow);
    command.input = std::move(input);
    return run(std::move(command));
}

Result<client::Started> House::start(const std::string &flow, json::Value input)
{
    client::StartExecution command;
    command.flow = FlowName(flow);
    command.input = std::move(input);
    return engine->startNow(std::move(command));
}

Result<client::ExecutionRecord> House::end(const ExecutionId &id)
{
    std::optional<Result<client::ExecutionRecord>> ended;
    engine->waitForEnd(id, [&](auto record) { ended = std::move(record); });
    if (!until([&] { return ended.has_value(); }))
        return Error{ErrorCode::NetTimeout, id.value, "the execution did not end", {}, {}};
    return *ended;
}

std::vector<client::EventRecord> House::events(const ExecutionId &id, std::int64_t after)
{
    std::optional<std::vector<client::EventRecord>> events;
    engine->events(id, after,
                   [&](auto found) { events = found ? *found : std::vector<client::EventRecord>(); });
    until([&] { return events.has_value(); });
    return events.value_or(std::vector<client::EventRecord>());
}

std::string House::log() const
{
    std::string all;
    for (const std::string &line : lines)
        all += line + "\n";
    return all;
}

bool House::logged(const std::string &event) const
{
    return std::any_of(lines.begin(), lines.end(), [&](const std::string &line) {
        const auto value = json::parse(line);
        return value && (*value)["event"].asString() == event;
    });
}

std::uint16_t closedPort()
{
    net::Loop loop;
    net::HttpServer server(loop, {}, [](net::ServerRequest, net::Responder) {});
    const auto port = server.listen("127.0.0.1", 0);
    return port ? *port : std::uint16_t{1};
}

client::StepRecord stepOf(const client::ExecutionRecord &record, const std::string &step)
{
    for (const client::StepRecord &candidate : record.steps)
        if (candidate.step == step)
            return candidate;
    client::StepRecord absent;
    absent.status = "absent";
    return absent;
}

QString statusesOf(const client::ExecutionRecord &record)
{
    QString text;
    for (const client::StepRecord &step : record.steps)
        text += QString(text.isEmpty() ? "" : " ") + step.step.c_str() + "=" + step.status.c_str();
    return text;
}

QString statusesOf(const Result<client::ExecutionRecord> &record)
{
    return record ? statusesOf(*record) : QString::fromStdString(errorText(record.error()));
}

} // namespace batuta::tests
