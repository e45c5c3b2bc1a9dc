// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/claims.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/jwt/refusals.h"
#include "engine/jwt/signed_text.h"

#include <algorithm>

namespace batuta::jwt {
namespace {

constexpr std::size_t kLongestSubject = 255; // RFC 7519 says nothing; OpenID Connect does
constexpr std::int64_t kYear9999 = 253'402'300'799;

/// A NumericDate: seconds, maybe with a fraction.
std::optional<WallTime> timeOf(const json::Value &value)
{
    const double seconds = value.asDouble(-1);
    if (!value.isNumber() || !(seconds >= 0 && seconds <= static_cast<double>(kYear9999)))
        return std::nullopt;
    if (value.isInteger())
        return WallTime(std::chrono::seconds(value.asInteger()));
    return WallTime(std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6)));
}

bool isStringOrMissing(const json::Value &all, const char *name)
{
    return !all.asObject().contains(name) || all[name].isString();
}

bool areStrings(const json::Array &items)
{
    return std::all_of(items.begin(), items.end(), [](const json::Value &item) { return item.isString(); });
}

bool isPlain(std::string_view text)
{
    return text.size() <= kLongestSubject && std::none_of(text.begin(), text.end(), [](char letter) {
               return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
           });
}

/// A text is one entry, a list its strings.
Status readAudience(const json::Value &audience, Claims &claims)
{
    if (audience.isString()) {
        claims.audience.push_back(audience.asString());
        return {};
    }
    if (!audience.isArray() || !areStrings(audience.asArray()))
        return refusal(reason::kClaimType);
    for (const json::Value &item : audience.asArray())
        claims.audience.push_back(item.asString());
    return {};
}

Status readRoles(const json::Value &all, std::string_view name, Claims &claims)
{
    const json::Value *found = name.starts_with('/') ? json::pointer(all, name) : all.asObject().find(name);
    if (found == nullptr)
        return {};
    if (found->isString()) {
        for (const std::string_view role : split(found->asString(), ' '))
            if (!role.empty())
                claims.roles.emplace_back(role);
        return {};
    }
    if (!found->isArray() || !areStrings(found->asArray()))
        return refusal(reason::kClaimType);
    for (const json::Value &role : found->asArray())
        claims.roles.push_back(role.asString());
    return {};
}

Status readTimes(const json::Value &all, Claims &claims)
{
    const json::Object &members = all.asObject();
    if (!members.contains("exp"))
        return refusal(reason::kNoExpiry);
    const std::optional<WallTime> expires = timeOf(all["exp"]);
    claims.notBefore = timeOf(all["nbf"]);
    claims.issuedAt = timeOf(all["iat"]);
    if (!expires || (members.contains("nbf") && !claims.notBefore) ||
        (members.contains("iat") && !claims.issuedAt))
        return refusal(reason::kClaimType);
    claims.expires = *expires;
    return {};
}

} // namespace

Result<Claims> readClaims(std::string_view payload, std::string_view rolesClaim)
{
    Result<json::Value> all = json::parse(payload, {kMostBytes, kMostDepth});
    if (!all || !all->isObject())
        return refusal(reason::kClaims);
    if (!isStringOrMissing(*all, "iss") || !isStringOrMissing(*all, "sub") ||
        !isPlain((*all)["sub"].asString()))
        return refusal(reason::kClaimType);
    Claims claims;
    claims.subject = (*all)["sub"].asString();
    claims.issuer = (*all)["iss"].asString();
    if (Status read = readTimes(*all, claims); !read)
        return read.error();
    if (all->asObject().contains("aud"))
        if (Status read = readAudience((*all)["aud"], claims); !read)
            return read.error();
    if (!rolesClaim.empty())
        if (Status read = readRoles(*all, rolesClaim, claims); !read)
            return read.error();
    claims.all = std::move(*all);
    return claims;
}

} // namespace batuta::jwt
