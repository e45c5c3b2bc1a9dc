// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/hmac.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace batuta::policy {
namespace {

constexpr std::string_view kScheme = "sha256=";
constexpr std::size_t kDigestBytes = 32;

Error refused(std::string detail, std::string mend)
{
    return {ErrorCode::HttpUnauthorized, "signature", std::move(detail), {}, std::move(mend)};
}

std::string hmacSha256(std::string_view secret, const std::string &message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char *>(message.data()), message.size(), digest.data(), &size);
    return {reinterpret_cast<const char *>(digest.data()), size};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The 32 bytes of `sha256=<hex>`; "" when the text is something else.
std::string digestOf(std::string_view header)
{
    std::string bytes;
    if (header.size() != kScheme.size() + 2 * kDigestBytes || header.substr(0, kScheme.size()) != kScheme)
        return bytes;
    header.remove_prefix(kScheme.size());
    for (std::size_t i = 0; i < header.size(); i += 2) {
        const int high = hexDigit(header[i]);
        const int low = hexDigit(header[i + 1]);
        if (high < 0 || low < 0)
            return {};
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

std::string signedText(std::string_view timestamp, std::string_view body)
{
    return std::string(timestamp).append(".").append(body);
}

std::optional<WallTime> timeOf(std::string_view text)
{
    const bool isNumber = !text.empty() && text.size() <= 12 &&
                          std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return WallTime(std::chrono::seconds(value));
}

/// Wrong, or of another form: one answer for both.
Status compare(std::string_view header, std::string_view secret, const std::string &message)
{
    const std::string given = digestOf(header);
    const std::string wanted = hmacSha256(secret, message);
    if (given.size() != wanted.size() || CRYPTO_memcmp(given.data(), wanted.data(), wanted.size()) != 0)
        return refused("does not match the body",
                       "Sign with the secret of this webhook; send `sha256=` and 64 hexadecimal digits.");
    return {};
}

std::string entryOf(const std::string &path, const Verified &verified)
{
    return verified.digest + path;
}

} // namespace

std::string signatureOf(std::string_view secret, std::string_view timestamp, std::string_view body)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(kScheme);
    for (const char c : hmacSha256(secret, signedText(timestamp, body))) {
        const auto byte = static_cast<unsigned char>(c);
        text.push_back(kDigits[byte >> 4]);
        text.push_back(kDigits[byte & 15U]);
    }
    return text;
}

Result<Verified> verifySignature(const SignedRequest &request, std::string_view secret, WallTime now,
                                 Duration tolerance)
{
    if (secret.empty())
        return refused("cannot be checked: the secret of this webhook is empty",
                       "Give the webhook a secret.");
    if (request.signature.empty() && request.gitHubSignature.empty())
        return refused("is missing",
                       "Send X-Batuta-Signature with X-Batuta-Timestamp, or X-Hub-Signature-256.");
    if (request.signature.empty()) {
        const Status right = compare(request.gitHubSignature, secret, std::string(request.body));
        if (!right)
            return right.error();
        return Verified{digestOf(request.gitHubSignature), now + tolerance};
    }
    const Status right = compare(request.signature, secret, signedText(request.timestamp, request.body));
    if (!right)
        return right.error();
    const std::optional<WallTime> time = timeOf(request.timestamp);
    if (!time || *time > now + tolerance || *time < now - tolerance)
        return refused("is of another time than now, or of none",
                       "Send the seconds since 1970 in X-Batuta-Timestamp, and check both clocks.");
    return Verified{digestOf(request.signature), *time + tolerance};
}

Status ReplayWindow::admit(const std::string &path, const Verified &verified, WallTime now)
{
    while (!m_until.empty() && m_until.begin()->first < now) {
        m_seen.erase(m_until.begin()->second);
        m_until.erase(m_until.begin());
    }
    const std::string entry = entryOf(path, verified);
    if (m_seen.count(entry) != 0)
        return Error{ErrorCode::DuplicateRequest,
                     path,
                     "the same signed request came before",
                     {},
                     "Sign each request anew."};
    if (m_seen.size() >= kMost)
        return Error{ErrorCode::HttpBusy, path, "too many signed requests within the tolerance", {}, ""};
    m_seen.insert(entry);
    m_until.emplace(verified.until, entry);
    return {};
}

void ReplayWindow::forget(const std::string &path, const Verified &verified)
{
    const std::string entry = entryOf(path, verified);
    if (m_seen.erase(entry) == 0)
        return;
    // GitHub's signatures end when they came, so the time alone does not find the entry.
    const auto place = std::find_if(m_until.begin(), m_until.end(),
                                    [&](const auto &known) { return known.second == entry; });
    if (place != m_until.end())
        m_until.erase(place);
}

} // namespace batuta::policy
