// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/loop.h"

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace batuta::net {

/// Connections whose writeMore() is called once the loop has done what it has ready now, one behind the
/// other: who reads at the other end is woken once for all of them. Waking a processor that sleeps costs more
/// than what is written. Lives on the loop's thread.
template <class Connection> class WritesTogether
{
public:
    /// `most` wait; what comes then is written with them at once. Only for writes that call nobody back.
    explicit WritesTogether(Loop &loop, std::size_t most = static_cast<std::size_t>(-1))
        : m_loop(loop)
        , m_most(most)
    {
    }

    void add(std::shared_ptr<Connection> connection)
    {
        m_waiting->push_back(std::move(connection));
        if (m_waiting->size() == 1)
            m_loop.post([waiting = std::weak_ptr(m_waiting)] {
                if (const auto all = waiting.lock())
                    write(*all);
            });
        else if (m_waiting->size() >= m_most)
            write(*m_waiting);
    }
    /// At the end, when no loop comes round any more. Connections keep what they belong to alive: none stays.
    void finish()
    {
        write(*m_waiting);
        m_waiting->clear();
    }

private:
    using All = std::vector<std::shared_ptr<Connection>>;
    /// What is written may lead to more, which waits for the next time.
    static void write(All &waiting)
    {
        const All all = std::exchange(waiting, {});
        for (const auto &connection : all)
            connection->writeMore();
    }

    Loop &m_loop;
    const std::size_t m_most;
    std::shared_ptr<All> m_waiting = std::make_shared<All>();
};

} // namespace batuta::net
