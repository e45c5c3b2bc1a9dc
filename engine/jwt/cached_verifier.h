// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/jwt/verifier.h"

#include <array>
#include <list>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace batuta::jwt {

/// A Verifier that remembers the tokens it found right, by their SHA-256, so that a caller's next request
/// costs no signature. What it remembers is still asked for its times. Keeps no token and no more than `most`
/// of them: the one that came longest ago goes. Wrong tokens are not remembered, so nobody can push out
/// others. On one thread.
class CachedVerifier
{
public:
    CachedVerifier(Verifier verifier, const Clock &clock, std::size_t most = 1'024);

    /// As Verifier::verify().
    Result<std::shared_ptr<const Claims>> verify(std::string_view token);

    /// Whether a token that was verified is still right.
    bool isStillRight(const Claims &claims) const;

    std::size_t size() const { return m_entries.size(); }
    /// How many signatures were looked at.
    std::uint64_t verifications() const { return m_verifications; }

private:
    using Digest = std::array<unsigned char, 32>;
    struct DigestHash
    {
        std::size_t operator()(const Digest &digest) const;
    };
    struct Entry
    {
        Digest digest;
        std::shared_ptr<const Claims> claims;
    };

    static Digest digestOf(std::string_view token);
    void remember(const Digest &digest, std::shared_ptr<const Claims> claims);

    Verifier m_verifier;
    const Clock &m_clock;
    std::size_t m_most;
    std::uint64_t m_verifications = 0;
    std::list<Entry> m_entries; ///< the last that came first
    std::unordered_map<Digest, std::list<Entry>::iterator, DigestHash> m_places;
};

} // namespace batuta::jwt
