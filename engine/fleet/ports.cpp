// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/ports.h"

#include "engine/base/text.h"
#include "engine/fleet/kept_file.h"
#include "engine/json/json.h"

#include <algorithm>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace batuta::fleet {
namespace {

constexpr std::uint16_t kServicesFrom = 18'000;
constexpr std::uint16_t kServicesTo = 19'999;
constexpr std::uint16_t kInstancesFrom = 20'000;
constexpr std::uint16_t kInstancesTo = 31'999;

/// Whether a program could listen on the port now, on all addresses as the container contract wants it.
bool isFree(std::uint16_t port)
{
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (probe < 0)
        return false;
    const int yes = 1;
    ::setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(port);
    const bool free = ::bind(probe, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
                      ::listen(probe, 1) == 0;
    ::close(probe);
    return free;
}

} // namespace

Ports::Ports(std::string file)
    : m_file(std::move(file))
    , m_random(std::random_device{}())
{
}

void Ports::open()
{
    const json::Value kept = m_file.empty() ? json::Value() : readKept(m_file);
    for (const json::Value &item : kept.asArray()) {
        const std::int64_t port = item["port"].asInteger();
        if (port < 1024 || port > 65'535)
            continue;
        const ServiceKey key{item["project"].asString(), item["region"].asString(),
                             item["service"].asString()};
        m_services[{key, item["tag"].asString()}] = static_cast<std::uint16_t>(port);
    }
}

void Ports::write() const
{
    if (m_file.empty())
        return;
    json::Array all;
    for (const auto &[name, port] : m_services) {
        const auto &[key, tag] = name;
        all.emplace_back(json::Object{{"project", key.project},
                                      {"region", key.region},
                                      {"service", key.service},
                                      {"tag", tag},
                                      {"port", int{port}}});
    }
    writeKept(m_file, std::move(all));
}

bool Ports::isTaken(std::uint16_t port) const
{
    return m_instances.contains(port) || std::any_of(m_services.begin(), m_services.end(),
                                                     [port](const auto &s) { return s.second == port; });
}

// From a random place on: two fleets on one machine do not run after each other's ports.
std::uint16_t Ports::freePort(std::uint16_t from, std::uint16_t to)
{
    const int count = to - from + 1;
    const int begin = std::uniform_int_distribution<int>(0, count - 1)(m_random);
    for (int i = 0; i < count; ++i) {
        const auto port = static_cast<std::uint16_t>(from + (begin + i) % count);
        if (!isTaken(port) && isFree(port))
            return port;
    }
    return 0;
}

std::uint16_t Ports::forService(const ServiceKey &key, const std::string &tag)
{
    if (const auto found = m_services.find({key, tag}); found != m_services.end())
        return found->second;
    return replace(key, tag);
}

std::uint16_t Ports::replace(const ServiceKey &key, const std::string &tag)
{
    const std::uint16_t port = freePort(kServicesFrom, kServicesTo);
    if (port == 0)
        return 0;
    m_services[{key, tag}] = port;
    write();
    return port;
}

void Ports::forget(const ServiceKey &key, const std::string &tag)
{
    if (m_services.erase({key, tag}) > 0)
        write();
}

std::uint16_t Ports::forInstance()
{
    const std::uint16_t port = freePort(kInstancesFrom, kInstancesTo);
    if (port != 0)
        m_instances.insert(port);
    return port;
}

} // namespace batuta::fleet
