// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/signed_text.h"

#include "engine/json/json.h"
#include "engine/jwt/base64url.h"
#include "engine/jwt/refusals.h"

#include <algorithm>
#include <array>

namespace batuta::jwt {
namespace {

/// The parts of a token, still encoded.
struct Parts
{
    std::string_view header, payload, signature;
    std::string_view signedText; ///< header and payload with the dot
};

Result<Parts> partsOf(std::string_view token)
{
    if (token.size() > kMostBytes)
        return refusal(reason::kTooLarge);
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return refusal(reason::kForm);
    return Parts{token.substr(0, first), token.substr(first + 1, second - first - 1),
                 token.substr(second + 1), token.substr(0, second)};
}

Result<json::Value> headerOf(std::string_view encoded)
{
    const std::optional<std::string> text = decodeBase64Url(encoded);
    if (!text)
        return refusal(reason::kForm);
    Result<json::Value> header = json::parse(*text, {kMostBytes, kMostDepth});
    if (!header || !header->isObject())
        return refusal(reason::kHeader);
    for (const char *name : {"alg", "kid", "typ"})
        if (header->asObject().contains(name) && !(*header)[name].isString())
            return refusal(reason::kHeaderMember);
    if (header->asObject().contains("crit"))
        return refusal(reason::kCritical);
    for (const char *name : {"jku", "jwk", "x5u", "x5c"})
        if (header->asObject().contains(name))
            return refusal(reason::kOwnKey);
    return header;
}

Result<Key> keyFor(const json::Value &header, const std::vector<Key> &keys)
{
    const std::string &algorithm = header["alg"].asString();
    if (header.asObject().contains("kid")) {
        const std::string &id = header["kid"].asString();
        const auto named = std::find_if(keys.begin(), keys.end(),
                                        [&](const Key &key) { return !id.empty() && key.id() == id; });
        if (named == keys.end())
            return refusal(reason::kUnknownKey);
        if (algorithmName(named->algorithm()) != algorithm)
            return refusal(reason::kAlgorithm);
        return *named;
    }
    const auto fits = [&](const Key &key) { return algorithmName(key.algorithm()) == algorithm; };
    const auto only = std::find_if(keys.begin(), keys.end(), fits);
    if (only == keys.end())
        return refusal(reason::kAlgorithm);
    if (std::find_if(only + 1, keys.end(), fits) != keys.end())
        return refusal(reason::kNoKey);
    return *only;
}

} // namespace

Result<Opened> openSigned(std::string_view token, const std::vector<Key> &keys)
{
    const Result<Parts> parts = partsOf(token);
    if (!parts)
        return parts.error();
    const Result<json::Value> header = headerOf(parts->header);
    if (!header)
        return header.error();
    const Result<Key> key = keyFor(*header, keys);
    if (!key)
        return key.error();
    const std::optional<std::string> signature = decodeBase64Url(parts->signature);
    std::optional<std::string> payload = decodeBase64Url(parts->payload);
    if (!signature || !payload)
        return refusal(reason::kForm);
    if (!key->verifies(parts->signedText, *signature))
        return refusal(reason::kSignature);
    return Opened{std::move(*payload), (*header)["typ"].asString(), key->id()};
}

} // namespace batuta::jwt
