// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/algorithm.h"

#include <algorithm>
#include <array>

namespace batuta::jwt {
namespace {

// In the order of Algorithm.
constexpr std::array<std::string_view, 10> kNames{"HS256", "HS384", "HS512", "RS256", "RS384",
                                                  "RS512", "PS256", "ES256", "ES384", "EdDSA"};

} // namespace

std::string_view algorithmName(Algorithm algorithm)
{
    return kNames.at(static_cast<std::size_t>(algorithm));
}

std::optional<Algorithm> algorithmOf(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Algorithm>(found - kNames.begin());
}

std::string algorithmList()
{
    std::string list;
    for (const std::string_view name : kNames)
        list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

bool isSymmetric(Algorithm algorithm)
{
    return algorithm <= Algorithm::HS512;
}

} // namespace batuta::jwt
