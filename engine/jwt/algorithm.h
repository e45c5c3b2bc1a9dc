// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace batuta::jwt {

/// What a key may be for (RFC 7518 §3.1, RFC 8037 §3.1). There is no `none`.
enum class Algorithm { HS256, HS384, HS512, RS256, RS384, RS512, PS256, ES256, ES384, EdDSA };

/// As a header spells it: `RS256`, `EdDSA`.
std::string_view algorithmName(Algorithm algorithm);
/// By its exact spelling; nothing for another one.
std::optional<Algorithm> algorithmOf(std::string_view name);
/// `HS256, HS384, …`, for advice.
std::string algorithmList();
/// Whether one secret signs and verifies.
bool isSymmetric(Algorithm algorithm);

} // namespace batuta::jwt
