// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::jwt {

/// What a token says (RFC 7519 §4), of the right types and no more: whether it may be believed is the
/// Verifier's matter.
struct Claims
{
    std::string subject; ///< at most 255 bytes, without control characters
    std::string issuer;
    std::vector<std::string> audience;
    std::vector<std::string> roles; ///< of the claim that was asked for
    WallTime expires{};
    std::optional<WallTime> notBefore;
    std::optional<WallTime> issuedAt;
    std::string keyId; ///< of the key that the signature is of
    json::Value all;   ///< every claim as it stands there
};

/// Reads a payload. `rolesClaim` is the claim whose strings (a list, or one text with blanks between) are the
/// roles: its name, or with a / in front the way to it (`/realm_access/roles`); "" for none. HttpUnauthorized
/// with one of jwt::reason.
Result<Claims> readClaims(std::string_view payload, std::string_view rolesClaim);

} // namespace batuta::jwt
