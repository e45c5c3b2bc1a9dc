// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/fleet/fleet_house.h"

#include <QFile>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace batuta::tests {

FleetHouse::FleetHouse(fleet::FleetOptions options, fleet::FleetHooks hooks)
    : m_options(std::move(options))
    , m_hooks(std::move(hooks))
{
    m_options.directory = folder();
    opened = again();
}

FleetHouse::~FleetHouse()
{
    if (!fleet)
        return;
    bool gone = false;
    fleet->stop([&] { gone = true; });
    run.runUntil([&] { return gone; });
}

Status FleetHouse::again()
{
    fleet.reset();
    fleet = std::make_unique<fleet::Fleet>(run.loop, m_clock, m_options, m_hooks);
    return fleet->open();
}

fleet::RevisionSpec FleetHouse::spec(const std::string &revision, const std::string &behaviour)
{
    fleet::RevisionSpec spec;
    spec.key = key(revision);
    spec.launch.words = {FLEET_PROGRAM};
    spec.launch.environment = {"BEHAVIOUR=" + behaviour, "OTHER=value"};
    return spec;
}

fleet::StartOutcome FleetHouse::start(fleet::RevisionSpec spec)
{
    std::optional<fleet::StartOutcome> outcome;
    const Status status =
        fleet->start(std::move(spec), [&](fleet::StartOutcome what) { outcome = std::move(what); });
    if (!status)
        return {false, fleet::StartFailure::None, errorText(status.error()), {}};
    run.runUntil([&] { return outcome.has_value(); });
    return outcome.value_or(fleet::StartOutcome{false, fleet::StartFailure::None, "no outcome came", {}});
}

bool FleetHouse::serve(fleet::RevisionSpec spec)
{
    const std::string revision = spec.key.revision;
    return start(std::move(spec)).isReady && route({{revision, 100, {}}});
}

bool FleetHouse::route(std::vector<fleet::Share> shares, std::vector<std::string> hosts)
{
    return fleet->route(service(), {std::move(shares), std::move(hosts)}).has_value();
}

bool FleetHouse::retire(const std::string &revision)
{
    bool gone = false;
    fleet->retire(key(revision), [&] { gone = true; });
    return run.runUntil([&] { return gone; });
}

std::string FleetHouse::url(const std::string &path, const std::string &tag) const
{
    return fleet->url(service(), tag) + path;
}

ClientRun::Outcome FleetHouse::fetch(net::HttpRequest request, const std::string &path,
                                     const std::string &tag)
{
    request.url = url(path, tag);
    return run.fetch(std::move(request));
}

std::string FleetHouse::get(const std::string &path, const std::string &tag)
{
    return outcomeText(run.get(url(path, tag)));
}

bool FleetHouse::raw(const std::function<void(RawSocket &peer)> &script, const std::string &tag)
{
    const std::string address = url("", tag);
    const auto port = static_cast<std::uint16_t>(std::stoi("0" + address.substr(address.rfind(':') + 1)));
    std::atomic<bool> isDone = false;
    std::thread client([&] {
        RawSocket peer = RawSocket::connectTo(port);
        script(peer);
        isDone = true;
    });
    const bool inTime = run.runUntil([&] { return isDone.load(); });
    client.join();
    return inTime;
}

int FleetHouse::instances(const std::string &revision, fleet::InstanceStage stage) const
{
    const auto all = fleet->instances(key(revision));
    return static_cast<int>(std::count_if(all.begin(), all.end(),
                                          [stage](const auto &instance) { return instance.stage == stage; }));
}

std::vector<fleet::Entry> FleetHouse::entries(const std::string &log) const
{
    std::vector<fleet::Entry> found;
    fleet->book().forward(0, [&](const fleet::Entry &entry) {
        if (entry.log == log)
            found.push_back(entry);
        return true;
    });
    return found;
}

std::vector<std::string> FleetHouse::texts(const std::string &log) const
{
    std::vector<std::string> found;
    for (const fleet::Entry &entry : entries(log))
        found.push_back(entry.text);
    return found;
}

bool FleetHouse::says(const std::string &log, const std::string &part) const
{
    const auto all = texts(log);
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string &text) { return text.find(part) != std::string::npos; });
}

bool isAlive(int process)
{
    QFile file(QString("/proc/%1/stat").arg(process));
    if (process <= 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z"; // nobody may have reaped an orphan yet
}

} // namespace batuta::tests
