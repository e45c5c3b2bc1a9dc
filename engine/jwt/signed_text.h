// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/jwt/key.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::jwt {

inline constexpr std::size_t kMostBytes = 8u << 10; ///< of a token
inline constexpr int kMostDepth = 8;                ///< of its header and its claims

/// What a signature was right for.
struct Opened
{
    std::string payload;
    std::string type; ///< `typ` of the header, or ""
    std::string keyId;
};

/// Opens a compact JWS (RFC 7515 §3.1) with one of these keys. The key is the one that `kid` names, or
/// without a `kid` the only one for the header's `alg`; `alg` must be that of the key. Refused unseen is a
/// header with `crit`, and one with `jku`, `jwk`, `x5u` or `x5c`: no key comes from where the token does.
/// HttpUnauthorized with one of jwt::reason. Several threads may open with the same keys.
Result<Opened> openSigned(std::string_view token, const std::vector<Key> &keys);

} // namespace batuta::jwt
