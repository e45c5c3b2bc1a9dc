// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/sandbox/embedding.h"
#include "app/sandbox/matching.h"
#include "app/sandbox/profiles.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace batuta::sandbox {

/// A target's gap as the last gap analysis left it, for the course suggestion that follows.
struct StoredGap
{
    std::string target; ///< Target::key
    Gap gap;
};

/// What the functions remember of one user.
struct UserState
{
    Profile profile;
    Embedding embedding{};
    std::string
        session; ///< that made the embedding; "" while create_embeddings was never called for this user
    std::optional<std::size_t> topVacancy;
    std::optional<std::size_t> topProfession;
    std::optional<StoredGap> vacancyGap;
    std::optional<StoredGap> professionGap;
};

/// A map that forgets its oldest entry when it is full. References stay valid until their entry is forgotten.
template <class Entry> class BoundedMap
{
public:
    explicit BoundedMap(std::size_t most)
        : m_most(most)
    {
    }

    Entry *find(const std::string &key)
    {
        const auto found = m_entries.find(key);
        return found == m_entries.end() ? nullptr : &found->second;
    }

    Entry &put(const std::string &key, Entry entry)
    {
        const auto [place, isNew] = m_entries.insert_or_assign(key, std::move(entry));
        if (isNew) {
            m_order.push_back(key);
            if (m_order.size() > m_most) {
                m_entries.erase(m_order.front());
                m_order.pop_front();
            }
        }
        return place->second;
    }

    std::size_t size() const { return m_entries.size(); }

private:
    std::size_t m_most;
    std::unordered_map<std::string, Entry> m_entries;
    std::deque<std::string> m_order;
};

} // namespace batuta::sandbox
