// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/child_process.h"

#include <utility>

namespace batuta::net {

/// A file descriptor with its owner. -1 is none.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(other.release())
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() { close(); }

    int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }
    void close();

private:
    int m_number;
};

/// A child that has been started: its id, its end as something to wait for, and our ends of its pipes.
struct Spawned
{
    int id = 0;
    Descriptor ended;
    Descriptor output;
    Descriptor errors;
};

/// Forks and executes; waits only for the exec itself. Whoever gets the child has to reap it.
Result<Spawned> spawn(const ChildCommand &command);

} // namespace batuta::net
