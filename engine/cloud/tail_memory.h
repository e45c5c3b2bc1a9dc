// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace batuta::cloud {

/// What somebody who looks again and again has seen, so that nothing is missed and nothing told twice.
/// Entries may come later than their time says: each look goes back so far, and passes over what is known.
class TailMemory
{
public:
    /// Nothing before `from` is looked at.
    TailMemory(WallTime from, Duration late)
        : m_from(from)
        , m_newest(from)
        , m_seen(from)
        , m_late(late)
    {
    }

    /// Where the next look begins. After one that could not read all there is, going back would read the same
    /// again.
    WallTime begin() const { return std::max(m_from, m_newest - (m_wasWhole ? m_late : Duration(1))); }
    /// Whether an entry has not been seen; from now on it has.
    bool isNew(WallTime at, const std::string &id)
    {
        if (!m_known.emplace(at, id).second)
            return false;
        m_seen = std::max(m_seen, at);
        return true;
    }
    /// What is older has been read, too, and isNew() was told of it.
    void reachBack(WallTime from) { m_from = std::min(m_from, from); }
    /// A look is over.
    void looked(bool wasWhole)
    {
        m_newest = m_seen;
        m_wasWhole = wasWhole;
        // Nothing older is asked for again.
        m_known.erase(m_known.begin(), m_known.lower_bound({m_newest - m_late, {}}));
    }

private:
    WallTime m_from;
    WallTime m_newest;
    WallTime m_seen;
    Duration m_late;
    std::set<std::pair<WallTime, std::string>> m_known; ///< of the time that is still looked at
    bool m_wasWhole = true;
};

} // namespace batuta::cloud
