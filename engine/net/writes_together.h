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
    explicit WritesTogether(Loop &loop)
        : m_loop(loop)
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
        else if (m_waiting->size() >= kMost)
            write(*m_waiting);
    }
    /// Connections keep what they belong to alive: nothing may be left here at the end.
    void clear() { m_waiting->clear(); }

private:
    using All = std::vector<std::shared_ptr<Connection>>;
    static constexpr std::size_t kMost = 16; ///< the first one does not wait for more

    /// What is written may lead to more, which waits for the next time.
    static void write(All &waiting)
    {
        const All all = std::exchange(waiting, {});
        for (const auto &connection : all)
            connection->writeMore();
    }

    Loop &m_loop;
    std::shared_ptr<All> m_waiting = std::make_shared<All>();
};

} // namespace batuta::net
