// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"

#include <string>
#include <string_view>

namespace batuta::jwt {

/// Why a token is refused: the whole detail of the error, for the log. Nothing of a token or key is in it.
namespace reason {
inline constexpr std::string_view kTooLarge = "it is longer than 8 KiB";
inline constexpr std::string_view kForm = "it is not three parts of base64url without padding";
inline constexpr std::string_view kHeader = "its header is no JSON object, or too deep, or a name is twice";
inline constexpr std::string_view kHeaderMember = "a member of its header is of the wrong type";
inline constexpr std::string_view kCritical = "its header names extensions that must be understood";
inline constexpr std::string_view kOwnKey = "its header brings or points to a key (jku, jwk, x5u, x5c)";
inline constexpr std::string_view kType = "its type is not JWT";
inline constexpr std::string_view kUnknownKey = "its kid is that of no key";
inline constexpr std::string_view kNoKey = "it has no kid, and not exactly one key is for its alg";
inline constexpr std::string_view kAlgorithm = "its alg is not that of the key";
inline constexpr std::string_view kSignature = "its signature is wrong";
inline constexpr std::string_view kClaims = "its claims are no JSON object, or too deep, or a name is twice";
inline constexpr std::string_view kClaimType = "a claim is of the wrong type";
inline constexpr std::string_view kNoExpiry = "it has no exp";
inline constexpr std::string_view kExpired = "it has expired";
inline constexpr std::string_view kNotYet = "its nbf is not yet";
inline constexpr std::string_view kFromFuture = "its iat is in the future";
inline constexpr std::string_view kIssuer = "its iss is not the one wanted";
inline constexpr std::string_view kAudience = "its aud does not name this service";
inline constexpr std::string_view kNoAudience = "it has an aud, and no `audience` is set to say who this is";
} // namespace reason

/// HttpUnauthorized with the reason as its detail.
inline Error refusal(std::string_view why)
{
    return {ErrorCode::HttpUnauthorized, "token", std::string(why), {}, {}};
}

} // namespace batuta::jwt
