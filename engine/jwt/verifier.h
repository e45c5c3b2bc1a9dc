// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/jwt/claims.h"
#include "engine/jwt/key.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::jwt {

struct Settings
{
    std::vector<Key> keys{};
    std::string issuer{};                       ///< `iss` must be this; "" for any
    std::string audience{};                     ///< `aud` must name this; "" takes only tokens without `aud`
    std::string rolesClaim{};                   ///< see readClaims(); "" for none
    Duration leeway = std::chrono::seconds(30); ///< between the clocks
};

/// Says whose a JSON Web Token is, and refuses every token that it need not believe. Immutable: may be used
/// on any thread. Keeps no time of its own.
class Verifier
{
public:
    static constexpr std::size_t kMostKeys = 32;

    /// FlowBadValue without a key, with more than kMostKeys, with one id twice, or with a leeway that is
    /// below 0 or above 10 minutes.
    static Result<Verifier> make(Settings settings);

    /// HttpUnauthorized with one of jwt::reason: the form, the signature (see openSigned()), a type that is
    /// not JWT, no `exp`, another time than that of the token, another issuer or audience than the settings'.
    Result<Claims> verify(std::string_view token, WallTime now) const;
    /// Whether it is still, and already, the time of a token that was verified.
    Status checkTimes(const Claims &claims, WallTime now) const;

private:
    explicit Verifier(Settings settings);
    /// RFC 7519 §4.1.3: who is not named in `aud` must refuse, and who has no name is never named.
    Status checkAudience(const Claims &claims) const;
    Settings m_settings;
};

} // namespace batuta::jwt
