// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/fleet_state.h"

#include "engine/fleet/cgroup.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace batuta::fleet {
namespace {

constexpr int kPortTries = 8;
constexpr std::size_t kMaxTag = 46;

Error refused(const std::string &about, std::string detail)
{
    return {ErrorCode::ActRefused, about, std::move(detail), {}, {}};
}

bool isTag(const std::string &tag)
{
    return tag.size() <= kMaxTag &&
           tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

} // namespace

Fleet::State::State(net::Loop &loop, const Clock &clock, FleetOptions options, FleetHooks hooks)
    : core(loop, clock, std::move(options), std::move(hooks))
    , ingress(std::make_shared<Ingress>(core))
{
    sharedDoor->isShared = true;
}

Fleet::State::~State()
{
    for (const auto timer : {sampleTimer, memoryTimer, stopTimer})
        core.loop.cancelTimer(timer);
    closeAll();
    revisions.clear();
}

// An accept that is under way keeps its door for a moment longer than we live: with a route in it, the
// revisions, too.
void Fleet::State::closeAll()
{
    ingress->closeAll();
    ingress->setHosts({});
    for (const auto &[key, service] : services)
        for (const auto &[tag, door] : service.doors)
            door->route = nullptr;
    services.clear();
}

Status Fleet::State::open()
{
    if (!core.options.directory.empty()) {
        std::error_code error;
        std::filesystem::create_directories(core.options.directory, error);
        if (error)
            return Error{ErrorCode::FileUnwritable, core.options.directory, error.message(), {}, {}};
    }
    if (Status locked = core.processes.lock(); !locked)
        return locked;
    core.processes.endLeftOvers();
    core.ports.open();
    if (Status read = core.book.open(); !read)
        return read;
    const std::string root = Cgroup::usableRoot();
    if (Cgroup::make(root, "batuta-check", {64ULL << 20, 1}))
        core.cgroupRoot = root;
    const auto port = ingress->open(sharedDoor, core.options.sharedPort);
    if (!port)
        return port.error();
    sampleLater();
    return {};
}

Status Fleet::State::start(RevisionSpec spec, std::function<void(StartOutcome)> told)
{
    if (isStopping)
        return Error{ErrorCode::EngineStopping, spec.key.revision, {}, {}, {}};
    if (revisions.contains(spec.key))
        return refused(spec.key.revision, "the revision is there already");
    const RevisionKey key = spec.key;
    const auto revision = std::make_shared<Revision>(core, std::move(spec));
    revisions.emplace(key, revision);
    revision->begin(std::move(told));
    return {};
}

void Fleet::State::retire(const RevisionKey &key, std::function<void()> gone)
{
    const auto found = revisions.find(key);
    if (found == revisions.end()) {
        core.loop.post([gone = std::move(gone)] {
            if (gone)
                gone();
        });
        return;
    }
    found->second->retire([weak = weak_from_this(), key, gone = std::move(gone)] {
        if (const auto self = weak.lock()) {
            self->revisions.erase(key);
            self->revisionGone();
        }
        if (gone)
            gone();
    });
}

Status Fleet::State::check(const ServiceKey &key, const Route &route) const
{
    int sum = 0;
    std::set<std::string> tags;
    for (const Share &share : route.shares) {
        const auto found = revisions.find({key, share.revision});
        if (found == revisions.end() || !found->second->isReady())
            return refused(share.revision, found == revisions.end() ? "there is no such revision"
                                                                    : "the revision is not ready");
        if (share.percent < 0 || share.percent > 100)
            return refused(share.revision, "its percent is not between 0 and 100");
        if (!isTag(share.tag) || (!share.tag.empty() && !tags.insert(share.tag).second))
            return refused(share.tag, "a tag is made of a-z, 0-9 and -, and stands once");
        sum += share.percent;
    }
    if (sum != 100)
        return refused(key.service, "the percents add up to " + std::to_string(sum) + ", not to 100");
    return {};
}

// A kept port may have been taken by somebody else meanwhile.
Result<std::shared_ptr<Door>> Fleet::State::openDoor(const ServiceKey &key, const std::string &tag)
{
    auto door = std::make_shared<Door>();
    door->tag = tag;
    std::uint16_t port = core.ports.forService(key, tag);
    for (int left = kPortTries; port != 0 && left > 0; --left) {
        if (ingress->open(door, port))
            return door;
        port = core.ports.replace(key, tag);
    }
    return Error{ErrorCode::NetListen, key.service, "no port is free for the service", {}, {}};
}

Status Fleet::State::openDoors(const ServiceKey &key, const Route &route, Service &service)
{
    std::set<std::string> names{""};
    for (const Share &share : route.shares)
        names.insert(share.tag);
    std::map<std::string, std::shared_ptr<Door>> fresh;
    for (const std::string &name : names) {
        if (service.doors.contains(name))
            continue;
        auto door = openDoor(key, name);
        if (!door) {
            for (const auto &[tag, opened] : fresh)
                ingress->close(opened);
            return door.error();
        }
        fresh.emplace(name, std::move(*door));
    }
    service.doors.merge(fresh);
    std::erase_if(service.doors, [&](const auto &item) {
        if (names.contains(item.first))
            return false;
        ingress->close(item.second);
        core.ports.forget(key, item.first);
        return true;
    });
    return {};
}

LiveRoutePtr Fleet::State::liveRoute(const ServiceKey &key, const Route &route) const
{
    auto live = std::make_shared<LiveRoute>();
    live->key = key;
    live->route = route;
    for (const Share &share : route.shares)
        live->targets.push_back({revisions.at({key, share.revision}), share.percent, share.tag});
    return live;
}

Status Fleet::State::route(const ServiceKey &key, Route route)
{
    if (isStopping)
        return Error{ErrorCode::EngineStopping, key.service, {}, {}, {}};
    if (Status good = check(key, route); !good)
        return good;
    Service &service = services[key];
    if (Status opened = openDoors(key, route, service); !opened) {
        if (!service.live)
            services.erase(key);
        return opened;
    }
    service.live = liveRoute(key, route);
    service.route = std::move(route);
    for (const auto &[tag, door] : service.doors)
        door->route = service.live;
    setHosts();
    setServing(key);
    return {};
}

void Fleet::State::unroute(const ServiceKey &key)
{
    const auto found = services.find(key);
    if (found == services.end())
        return;
    for (const auto &[tag, door] : found->second.doors) {
        ingress->close(door);
        core.ports.forget(key, tag);
    }
    services.erase(found);
    setHosts();
    setServing(key);
}

void Fleet::State::setServing(const ServiceKey &key)
{
    std::set<std::string> serving;
    if (const auto found = services.find(key); found != services.end())
        for (const Share &share : found->second.route.shares)
            if (share.percent > 0 || !share.tag.empty())
                serving.insert(share.revision);
    for (auto it = revisions.lower_bound({key, {}}); it != revisions.end() && it->first.service == key; ++it)
        it->second->setServing(serving.contains(it->first.revision));
}

void Fleet::State::setHosts()
{
    std::map<std::string, LiveRoutePtr, std::less<>> hosts;
    for (const auto &[key, service] : services)
        for (const std::string &host : service.route.hosts)
            hosts[host] = service.live;
    ingress->setHosts(std::move(hosts));
}

// What is open may end within the grace; the revisions go as their requests do.
void Fleet::State::stop(std::function<void()> done)
{
    isStopping = true;
    stopped = std::move(done);
    core.loop.cancelTimer(std::exchange(sampleTimer, 0));
    ingress->stopAccepting();
    const auto all = revisions;
    for (const auto &[key, revision] : all)
        if (!revision->state().isRetiring)
            retire(key, {});
    stopTimer = core.loop.startTimer(std::chrono::steady_clock::now() + core.options.grace,
                                     [weak = weak_from_this()] {
                                         if (const auto self = weak.lock()) {
                                             self->stopTimer = 0;
                                             const auto left = self->revisions;
                                             for (const auto &[key, revision] : left)
                                                 revision->terminateAll();
                                         }
                                     });
    revisionGone();
}

void Fleet::State::revisionGone()
{
    if (!isStopping || !revisions.empty() || !stopped)
        return;
    core.loop.cancelTimer(std::exchange(stopTimer, 0));
    closeAll();
    core.book.flush();
    core.loop.post(std::exchange(stopped, nullptr));
}

} // namespace batuta::fleet
