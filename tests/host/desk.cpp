// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/host/desk.h"

#include "engine/flow/reader.h"

#include <future>
#include <stdexcept>

namespace batuta::tests {
namespace {

constexpr auto kPatience = std::chrono::seconds(20);

} // namespace

Desk::Desk()
    : m_environment({{"REGION", "south", env::Source::Override, {}}})
{
    m_log.setListener([this](const telemetry::LogLine &line) { warnings.emplace_back(line.json); });
}

Desk::~Desk()
{
    close();
    m_log.setListener({});
}

void Desk::flow(const std::string &name, const std::vector<std::string> &triggers)
{
    std::string text = "batuta: 1\nname: " + name + "\ntriggers:\n";
    for (const std::string &trigger : triggers)
        text += "  - " + trigger + "\n";
    const flow::FlowReading reading = flow::readFlow(text + "steps:\n  a: {set: {x: 1}}\n", name);
    if (!reading.flow)
        throw std::runtime_error(errorText(reading.errors.front()));
    m_library.flows[name] = reading.flow;
}

void Desk::open(const char *time)
{
    clock.set(time);
    auto history = store::openSqlite({m_folder.filePath("history.db").toStdString(), false, {}});
    if (!history)
        throw std::runtime_error(errorText(history.error()));
    m_history = std::move(*history);
    m_ports = std::make_unique<host::TriggerPorts>(
        host::TriggerPorts{loop,
                           clock,
                           m_log,
                           *m_history,
                           m_library,
                           m_environment,
                           [this](client::StartExecution command, client::Reply<client::Started> reply) {
                               start(std::move(command), std::move(reply));
                           },
                           [](const std::string &) { return false; },
                           {},
                           [this](const std::string &, std::size_t times) { missed += times; }});
    m_once = std::make_unique<host::OnceStarter>(*m_ports);
    scheduler = std::make_unique<host::Scheduler>(*m_ports, *m_once);
    scheduler->open();
    settle();
}

void Desk::close()
{
    scheduler.reset();
    m_once.reset();
    if (m_history)
        m_history->close();
    m_history.reset();
}

void Desk::at(const char *time)
{
    clock.set(time);
    scheduler->look();
    settle();
}

bool Desk::until(const std::function<bool()> &condition)
{
    const SteadyTime end = clock.steady() + kPatience;
    bool holds = false;
    std::function<void()> look = [&] {
        holds = condition();
        if (holds || clock.steady() > end)
            loop.stop();
        else
            loop.startTimer(clock.steady() + std::chrono::milliseconds(1), look);
    };
    look();
    loop.run();
    return holds;
}

/// A promise takes a write, a look-up and a write for each time, one after the other; each takes its turn
/// behind a write and a read of our own.
void Desk::settle()
{
    std::size_t before = 0;
    do {
        before = starts.size();
        for (int turn = 0; turn < 4; ++turn) {
            auto done = std::make_shared<int>(0);
            const auto count = [this, done](auto) { loop.post([done] { ++*done; }); };
            m_history->keep("turn", "", count);
            until([&] { return *done == 1; });
            m_history->find("0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10", count);
            until([&] { return *done == 2; });
        }
    } while (starts.size() != before);
}

QString Desk::taken()
{
    QString text;
    for (const client::StartExecution &command : starts)
        text += QString(text.isEmpty() ? "" : "\n") + command.flow.value.c_str() + " " +
                QString::fromStdString(command.triggerData["time"].asString()).replace(".000000Z", "Z");
    starts.clear();
    return text;
}

bool Desk::setPaused(const std::string &flow, bool isPaused)
{
    std::optional<bool> done;
    scheduler->setPaused(flow, isPaused, [&](const Result<void> &result) { done = result.has_value(); });
    until([&] { return done.has_value(); });
    settle();
    return done.value_or(false);
}

void Desk::start(client::StartExecution command, client::Reply<client::Started> reply)
{
    if (mode == Start::Fails)
        return reply(Error{refusal, command.flow.value, {}, {}, {}});
    if (mode == Start::IsLost)
        return;
    starts.push_back(command);
    store::ExecutionRecord record;
    record.id = command.id;
    record.flow = command.flow.value;
    record.status = "success";
    record.startedAt = clock.wall();
    record.endedAt = clock.wall();
    const client::Started started{ExecutionId(command.id), command.flow, {}, false};
    m_history->finish(record, {}, [this, started, reply, mode = mode](const Status &) {
        if (mode == Start::Begins)
            loop.post([started, reply] { reply(started); });
    });
}

} // namespace batuta::tests
