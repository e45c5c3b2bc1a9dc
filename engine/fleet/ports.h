// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/fleet/values.h"

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>

namespace batuta::fleet {

/// Which service and tag has which port, kept in a file so that printed URLs stay good over restarts; and
/// ports for instances, outside the range from which the system takes the local ends of connections.
class Ports
{
public:
    /// The file may be "": nothing is kept.
    explicit Ports(std::string file);

    void open();
    /// The port of before, or a new free one; 0 when none is free.
    std::uint16_t forService(const ServiceKey &key, const std::string &tag);
    /// The kept port was taken by somebody else: another one.
    std::uint16_t replace(const ServiceKey &key, const std::string &tag);
    void forget(const ServiceKey &key, const std::string &tag);
    /// A free port for an instance, until it is given back.
    std::uint16_t forInstance();
    void giveBack(std::uint16_t port) { m_instances.erase(port); }

private:
    using Name = std::pair<ServiceKey, std::string>;

    std::uint16_t freePort(std::uint16_t from, std::uint16_t to);
    bool isTaken(std::uint16_t port) const;
    void write() const;

    std::string m_file;
    std::map<Name, std::uint16_t> m_services;
    std::set<std::uint16_t> m_instances;
    std::mt19937 m_random;
};

} // namespace batuta::fleet
