// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/cached_verifier.h"

#include "engine/jwt/refusals.h"
#include "engine/jwt/signed_text.h"

#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace batuta::jwt {

CachedVerifier::CachedVerifier(Verifier verifier, const Clock &clock, std::size_t most)
    : m_verifier(std::move(verifier))
    , m_clock(clock)
    , m_most(std::max<std::size_t>(most, 1))
{
}

std::size_t CachedVerifier::DigestHash::operator()(const Digest &digest) const
{
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

CachedVerifier::Digest CachedVerifier::digestOf(std::string_view token)
{
    Digest digest{};
    SHA256(reinterpret_cast<const unsigned char *>(token.data()), token.size(), digest.data());
    return digest;
}

Result<std::shared_ptr<const Claims>> CachedVerifier::verify(std::string_view token)
{
    if (token.size() > kMostBytes)
        return refusal(reason::kTooLarge);
    const WallTime now = m_clock.wall();
    const Digest digest = digestOf(token);
    if (const auto known = m_places.find(digest); known != m_places.end()) {
        if (Status times = m_verifier.checkTimes(*known->second->claims, now); !times) {
            m_entries.erase(known->second);
            m_places.erase(known);
            return times.error();
        }
        m_entries.splice(m_entries.begin(), m_entries, known->second);
        return m_entries.front().claims;
    }
    ++m_verifications;
    Result<Claims> claims = m_verifier.verify(token, now);
    if (!claims)
        return claims.error();
    auto shared = std::make_shared<const Claims>(std::move(*claims));
    remember(digest, shared);
    return shared;
}

bool CachedVerifier::isStillRight(const Claims &claims) const
{
    return m_verifier.checkTimes(claims, m_clock.wall()).has_value();
}

void CachedVerifier::remember(const Digest &digest, std::shared_ptr<const Claims> claims)
{
    if (m_entries.size() >= m_most) {
        m_places.erase(m_entries.back().digest);
        m_entries.pop_back();
    }
    m_entries.push_front({digest, std::move(claims)});
    m_places.emplace(digest, m_entries.begin());
}

} // namespace batuta::jwt
