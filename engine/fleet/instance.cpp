// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/instance.h"

#include "engine/base/uuid.h"

#include <algorithm>
#include <utility>

namespace batuta::fleet {
namespace {

/// Below what Node closes idle connections after (5 s): the race between its close and our next request is
/// rare then.
constexpr auto kIdleConnection = std::chrono::seconds(4);
constexpr std::size_t kIdleConnections = 256;

std::string times(int count)
{
    return std::to_string(count) + (count == 1 ? " time" : " times");
}

} // namespace

Instance::Instance(Core &core, const RevisionSpec &spec, InstanceOwner &owner)
    : m_core(core)
    , m_spec(spec)
    , m_owner(&owner)
    , m_id(randomHex(32))
    , m_output([this](std::string text) { line(false, std::move(text)); })
    , m_errors([this](std::string text) { line(true, std::move(text)); })
{
}

Instance::~Instance()
{
    m_core.processes.remove(m_group);
    m_core.ports.giveBack(m_port);
}

std::vector<std::string> Instance::environment() const
{
    const std::string &service = m_spec.key.service.service;
    std::vector<std::string> all{"PORT=" + std::to_string(m_port), "K_SERVICE=" + service,
                                 "K_REVISION=" + m_spec.key.revision, "K_CONFIGURATION=" + service};
    bool hasPath = false;
    for (const std::string &entry : m_spec.launch.environment) {
        const std::string name = entry.substr(0, entry.find('='));
        if (name == "PORT" || name == "K_SERVICE" || name == "K_REVISION" || name == "K_CONFIGURATION")
            continue;
        hasPath = hasPath || name == "PATH";
        all.push_back(entry);
    }
    if (!hasPath)
        all.emplace_back("PATH=/usr/local/bin:/usr/bin:/bin");
    return all;
}

void Instance::start()
{
    m_since = m_core.clock.wall();
    m_begun = now();
    m_idleSince = m_begun;
    m_port = m_core.ports.forInstance();
    m_bounds = std::make_unique<ProcessBounds>(m_core.cgroupRoot, "batuta-" + m_id.substr(0, 16),
                                               Cgroup::Bounds{m_spec.memoryBytes, m_spec.cpu});
    net::ChildCommand command;
    command.words = m_spec.launch.words;
    command.environment = environment();
    command.directory = m_spec.launch.directory;
    command.grace = m_core.options.grace;
    command.hear = [this](bool isErrors, std::string_view bytes) {
        (isErrors ? m_errors : m_output).feed(bytes);
    };
    auto process = net::ChildProcess::start(m_core.loop, std::move(command),
                                            [weak = weak_from_this()](const net::ChildEnd &end) {
                                                if (const auto self = weak.lock())
                                                    self->ended(end);
                                            });
    if (!process || m_port == 0) {
        const std::string why = process ? "no port is free" : process.error().detail;
        fail(StartFailure::NotStarted,
             "The program " +
                 (m_spec.launch.words.empty() ? std::string("(none)") : m_spec.launch.words.front()) +
                 " could not be started: " + why + ".");
        m_core.loop.post([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->ended({});
        });
        return;
    }
    m_process = std::move(*process);
    m_group = m_process->id();
    m_core.processes.add(m_group, m_port);
    m_bounds->take(m_group, m_port);
    probeStartup();
}

StartFailure Instance::fail(StartFailure failure, std::string message)
{
    if (m_failure == StartFailure::None) {
        m_failure = failure;
        m_message = std::move(message);
    }
    return m_failure;
}

void Instance::probeStartup()
{
    m_startup = std::make_shared<ProbeRun>(m_core, m_spec.startup, m_port, ProbeRun::Purpose::Startup);
    m_startup->start({[this](bool isHealthy, Duration took) { countProbe(*m_startup, isHealthy, took); },
                      [this](int attempts) { started(attempts); },
                      [this](int failures, const std::string &why) { startupFailed(failures, why); }});
}

void Instance::probeLiveness()
{
    if (!m_spec.liveness)
        return;
    m_liveness = std::make_shared<ProbeRun>(m_core, *m_spec.liveness, m_port, ProbeRun::Purpose::Liveness);
    m_liveness->start({[this](bool isHealthy, Duration took) { countProbe(*m_liveness, isHealthy, took); },
                       [](int) {}, [this](int failures, const std::string &) { livenessFailed(failures); }});
}

void Instance::countProbe(const ProbeRun &run, bool isHealthy, Duration took)
{
    const ProbeKind kind{!run.isStartup(), run.probe().kind == Probe::Kind::Http, isHealthy,
                         run.probe().isDefault};
    Minute &minute = m_core.figures.now(m_spec.key);
    ++minute.probes[kind];
    minute.probeTimes[kind].add(secondsOf(took) * 1000);
}

std::string Instance::probeText(const ProbeRun &run, const std::string &what) const
{
    const Probe &probe = run.probe();
    const bool isHttp = probe.kind == Probe::Kind::Http;
    const std::string where = isHttp ? "path \"" + probe.path + "\""
                                     : "port " + std::to_string(probe.port == 0 ? m_spec.port : probe.port);
    const std::string &name = m_spec.container.empty() ? m_spec.key.service.service : m_spec.container;
    return (probe.isDefault ? "Default " : "") + std::string(run.isStartup() ? "STARTUP " : "LIVENESS ") +
           (isHttp ? "HTTP" : "TCP") + " probe " + what + " for container \"" + name + "\" on " + where + ".";
}

void Instance::started(int attempts)
{
    say(Severity::Info, probeText(*m_startup, "succeeded after " + std::to_string(attempts) +
                                                  (attempts == 1 ? " attempt" : " attempts")));
    m_core.figures.now(m_spec.key)
        .startup.add(secondsOf(std::chrono::duration_cast<Duration>(now() - m_begun)) * 1000);
    if (m_stage != InstanceStage::Starting)
        return;
    m_stage = InstanceStage::Ready;
    m_wasReady = true;
    m_idleSince = now();
    if (m_bounds)
        m_bounds->boundGrowth();
    probeLiveness();
    if (m_owner)
        m_owner->instanceReady(*this);
}

void Instance::startupFailed(int failures, const std::string &why)
{
    const std::string text = probeText(*m_startup, "failed " + times(failures) + " consecutively") +
                             " The instance was not started. Connection failed with status " + why;
    say(Severity::Error, text);
    fail(StartFailure::Unhealthy, text);
    m_wasAsked = false;
    kill();
}

void Instance::livenessFailed(int failures)
{
    const std::string text = probeText(*m_liveness, "failed " + times(failures) + " consecutively") +
                             " The instance has been shut down.";
    say(Severity::Error, text);
    fail(StartFailure::Unhealthy, text);
    m_stage = InstanceStage::Draining;
    if (m_process)
        m_process->terminate();
}

void Instance::drain()
{
    m_stage = InstanceStage::Draining;
    if (m_requests == 0)
        terminate();
}

void Instance::terminate()
{
    m_stage = InstanceStage::Draining;
    m_wasAsked = true;
    if (m_startup)
        m_startup->cancel();
    if (m_liveness)
        m_liveness->cancel();
    m_idle.clear();
    if (m_process)
        m_process->terminate();
}

void Instance::kill()
{
    m_stage = InstanceStage::Draining;
    if (m_process)
        m_process->kill();
}

void Instance::take()
{
    ++m_requests;
    m_mostRequests = std::max(m_mostRequests, m_requests);
}

void Instance::release()
{
    --m_requests;
    ++m_handled;
    if (m_requests == 0)
        m_idleSince = now();
    if (m_requests == 0 && m_stage == InstanceStage::Draining && !m_wasAsked &&
        m_failure == StartFailure::None)
        terminate();
    if (m_owner)
        m_owner->instanceFree(*this);
}

std::unique_ptr<Upstream> Instance::idleConnection()
{
    if (m_idle.empty())
        return nullptr;
    std::unique_ptr<Upstream> connection = std::move(m_idle.back());
    m_idle.pop_back();
    connection->isReused = true;
    return connection;
}

void Instance::keepConnection(std::unique_ptr<Upstream> connection)
{
    if (m_stage != InstanceStage::Ready || m_idle.size() >= kIdleConnections)
        return;
    connection->idleSince = now();
    m_idle.push_back(std::move(connection));
}

void Instance::dropOldConnections(SteadyTime at)
{
    const auto isOld = [at](const auto &connection) { return at - connection->idleSince > kIdleConnection; };
    m_idle.erase(std::remove_if(m_idle.begin(), m_idle.end(), isOld), m_idle.end());
}

void Instance::line(bool isErrors, std::string text)
{
    Entry entry;
    entry.log = isErrors ? "stderr" : "stdout";
    entry.key = m_spec.key;
    entry.instance = m_id;
    readLogLine(std::move(text), entry);
    m_core.book.append(std::move(entry));
}

void Instance::say(Severity severity, std::string text)
{
    Entry entry;
    entry.log = "system";
    entry.key = m_spec.key;
    entry.instance = m_id;
    entry.severity = severity;
    entry.text = std::move(text);
    m_core.book.append(std::move(entry));
}

void Instance::ended(const net::ChildEnd &end)
{
    const auto keep = shared_from_this();
    m_output.end();
    m_errors.end();
    m_stage = InstanceStage::Draining;
    if (m_startup)
        m_startup->cancel();
    if (m_liveness)
        m_liveness->cancel();
    m_idle.clear();
    if (m_process && !m_wasAsked && m_failure == StartFailure::None) {
        if (m_bounds->wasExceeded())
            outOfMemory(m_spec.memoryBytes);
        const std::string how = end.signal != 0
                                    ? "Container terminated on signal " + std::to_string(end.signal) + "."
                                    : "Container called exit(" + std::to_string(end.status) + ").";
        say(end.signal == 0 && end.status == 0 ? Severity::Warning : Severity::Error, how);
        fail(StartFailure::Exited, how);
    } else if (!m_process) {
        say(Severity::Error, m_message);
    } else if (m_wasAsked && end.signal == SIGKILL) {
        say(Severity::Warning, "The container did not end within " + durationText(m_core.options.grace) +
                                   " of SIGTERM and was killed.");
    }
    m_core.processes.remove(std::exchange(m_group, 0));
    m_core.ports.giveBack(std::exchange(m_port, 0));
    m_bounds.reset();
    m_process.reset();
    const Duration lived = std::chrono::duration_cast<Duration>(now() - m_begun);
    if (InstanceOwner *owner = std::exchange(m_owner, nullptr))
        owner->instanceEnded(*this, {m_wasReady, m_wasAsked, m_failure, m_message, lived});
}

} // namespace batuta::fleet
