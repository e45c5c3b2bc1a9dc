// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/tokens.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/cloud_local/names.h"
#include "engine/json/json.h"

namespace batuta::cloud_local {
namespace {

using json::Object;

/// `{"alg":"HS256","typ":"JWT","kid":"batuta-local"}`: tells ours from others before anything is computed.
const std::string &head()
{
    static const std::string kHead =
        base64(json::write(Object{{"alg", "HS256"}, {"typ", "JWT"}, {"kid", "batuta-local"}}), true);
    return kHead;
}

std::int64_t seconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

bool isSame(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

} // namespace

std::string_view bearer(std::string_view header)
{
    constexpr std::string_view kScheme = "Bearer ";
    return header.size() > kScheme.size() && equalIgnoringCase(header.substr(0, kScheme.size()), kScheme)
               ? trimmed(header.substr(kScheme.size()))
               : std::string_view();
}

Tokens::Tokens(const Clock &clock, Documents &documents)
    : m_clock(clock)
{
    if (const json::Value *kept = documents.find("key", "tokens")) {
        m_key = (*kept)["key"].asString();
        return;
    }
    m_key = randomHex(32);
    documents.put("key", "tokens", Object{{"key", m_key}});
}

std::string Tokens::sign(const json::Value &claims) const
{
    const std::string text = head() + "." + base64(json::write(claims), true);
    return text + "." + signature(m_key, text);
}

std::string Tokens::access(const std::string &email, std::int64_t lifetime) const
{
    return sign(Object{{"email", email}, {"exp", seconds(m_clock.wall()) + lifetime}, {"jti", randomHex(8)}});
}

std::string Tokens::identity(const std::string &email, const std::string &audience,
                             std::int64_t lifetime) const
{
    const std::int64_t now = seconds(m_clock.wall());
    return sign(Object{{"iss", "https://accounts.google.com"},
                       {"aud", audience},
                       {"azp", email},
                       {"email", email},
                       {"email_verified", true},
                       {"sub", projectNumber(email)},
                       {"iat", now},
                       {"exp", now + lifetime}});
}

bool Tokens::isOurs(std::string_view token) const
{
    return token.starts_with(head() + ".");
}

std::optional<Identity> Tokens::read(std::string_view token) const
{
    const std::size_t end = token.rfind('.');
    if (!isOurs(token) || end <= head().size() || token.size() > 4096)
        return std::nullopt;
    if (!isSame(signature(m_key, token.substr(0, end)), token.substr(end + 1)))
        return std::nullopt;
    const auto text = fromBase64(token.substr(head().size() + 1, end - head().size() - 1));
    const auto claims = json::parse(text.value_or(std::string()));
    if (!claims || (*claims)["exp"].asInteger() <= seconds(m_clock.wall()))
        return std::nullopt;
    return Identity{(*claims)["email"].asString(), (*claims)["aud"].asString()};
}

} // namespace batuta::cloud_local
