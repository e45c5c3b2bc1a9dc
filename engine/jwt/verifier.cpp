// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/verifier.h"

#include "engine/base/text.h"
#include "engine/jwt/refusals.h"
#include "engine/jwt/signed_text.h"

#include <algorithm>
#include <set>

namespace batuta::jwt {
namespace {

constexpr Duration kLongestLeeway = std::chrono::minutes(10);

Error badSettings(std::string subject, std::string detail, std::string mend)
{
    return {ErrorCode::FlowBadValue, std::move(subject), std::move(detail), {}, std::move(mend)};
}

/// A token for something else (a sign-out, an event, a proof) is none for coming in, whoever signed it.
bool isTokenType(std::string_view type)
{
    constexpr std::string_view kPrefix = "application/";
    if (type.size() > kPrefix.size() && equalIgnoringCase(type.substr(0, kPrefix.size()), kPrefix))
        type.remove_prefix(kPrefix.size());
    return type.empty() || equalIgnoringCase(type, "JWT") || equalIgnoringCase(type, "at+jwt");
}

} // namespace

Verifier::Verifier(Settings settings)
    : m_settings(std::move(settings))
{
}

Result<Verifier> Verifier::make(Settings settings)
{
    if (settings.keys.empty() || settings.keys.size() > kMostKeys)
        return badSettings("keys", std::to_string(settings.keys.size()) + " of them",
                           "Name at least one key and at most 32.");
    if (settings.leeway < Duration::zero() || settings.leeway > kLongestLeeway)
        return badSettings("leeway", "from 0s to 10m is possible", "Write 30s, or leave it out.");
    std::set<std::string> ids;
    for (const Key &key : settings.keys)
        if (!key.id().empty() && !ids.insert(key.id()).second)
            return badSettings("keys", "the id " + key.id() + " is there twice", "Give each key its own id.");
    return Verifier(std::move(settings));
}

Result<Claims> Verifier::verify(std::string_view token, WallTime now) const
{
    Result<Opened> opened = openSigned(token, m_settings.keys);
    if (!opened)
        return opened.error();
    if (!isTokenType(opened->type))
        return refusal(reason::kType);
    Result<Claims> claims = readClaims(opened->payload, m_settings.rolesClaim);
    if (!claims)
        return claims;
    if (Status times = checkTimes(*claims, now); !times)
        return times.error();
    if (!m_settings.issuer.empty() && claims->issuer != m_settings.issuer)
        return refusal(reason::kIssuer);
    if (Status meant = checkAudience(*claims); !meant)
        return meant.error();
    claims->keyId = std::move(opened->keyId);
    return claims;
}

Status Verifier::checkAudience(const Claims &claims) const
{
    if (m_settings.audience.empty())
        return claims.all.asObject().contains("aud") ? Status(refusal(reason::kNoAudience)) : Status();
    const std::vector<std::string> &named = claims.audience;
    if (std::find(named.begin(), named.end(), m_settings.audience) == named.end())
        return refusal(reason::kAudience);
    return {};
}

Status Verifier::checkTimes(const Claims &claims, WallTime now) const
{
    if (now >= claims.expires + m_settings.leeway)
        return refusal(reason::kExpired);
    if (claims.notBefore && now + m_settings.leeway < *claims.notBefore)
        return refusal(reason::kNotYet);
    if (claims.issuedAt && now + m_settings.leeway < *claims.issuedAt)
        return refusal(reason::kFromFuture);
    return {};
}

} // namespace batuta::jwt
