// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/json/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace batuta::cloud {

/// base64url without padding (RFC 4648 §5).
std::string base64Url(std::string_view bytes);
std::optional<std::string> fromBase64Url(std::string_view text);

/// A JSON Web Token signed with RS256. `key` is a private key in PEM. CloudSignIn when the key is none; no
/// byte of it is in the error.
Result<std::string> signedJwt(const json::Object &claims, const std::string &keyId, const std::string &key);
/// `exp` of a token, unchecked: whoever made it said so. Nothing when it is no JWT.
std::optional<WallTime> expiryOf(std::string_view jwt);

} // namespace batuta::cloud
