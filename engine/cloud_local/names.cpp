// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/names.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

namespace batuta::cloud_local {
namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isLabelText(std::string_view text, std::size_t longest)
{
    return !text.empty() && text.size() <= longest && text.back() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isLower(c) || (c >= '0' && c <= '9') || c == '-'; });
}

constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrl = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int digitOf(char c)
{
    const char plain = c == '-' ? '+' : c == '_' ? '/' : c;
    const std::size_t at = kPlain.find(plain);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

bool isServiceName(std::string_view name)
{
    return isLabelText(name, 63) && isLower(name.front());
}

bool isTag(std::string_view tag)
{
    return isLabelText(tag, 46) && isLower(tag.front());
}

bool isProjectId(std::string_view id)
{
    return !id.empty() && id.size() <= 63 && std::all_of(id.begin(), id.end(), [](char c) {
        return isLower(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '.';
    });
}

std::string projectNumber(std::string_view project)
{
    if (std::all_of(project.begin(), project.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::string(project);
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : project)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return std::to_string(100'000'000'000ULL + hash % 900'000'000'000ULL);
}

std::string versionText(std::uint64_t microseconds)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        bytes[7 - i] = static_cast<char>((microseconds >> (8 * i)) & 0xFF);
    std::string text = base64(bytes);
    text.erase(text.find('='));
    return text;
}

std::optional<std::uint64_t> versionNumber(std::string_view text)
{
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != 8)
        return std::nullopt;
    std::uint64_t number = 0;
    for (const char byte : *bytes)
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::string revisionSuffix(std::int64_t generation)
{
    static constexpr std::string_view kLetters = "bcdfghjklmnpqrstvwxz2456789";
    std::string digits = std::to_string(generation);
    std::string suffix = std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits + "-";
    const std::string random = randomHex(6);
    for (std::size_t i = 0; i < 3; ++i)
        suffix += kLetters[static_cast<std::size_t>(digitOf(random[2 * i]) * 7 + random[2 * i + 1]) %
                           kLetters.size()];
    return suffix;
}

std::string regionCode(std::string_view region)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kCodes{{
        {"us-east1", "ue"},
        {"us-central1", "uc"},
        {"us-west1", "uw"},
        {"europe-west1", "ew"},
        {"europe-west4", "ez"},
        {"southamerica-east1", "rj"},
        {"asia-east1", "de"},
        {"asia-northeast1", "an"},
    }};
    for (const auto &[name, code] : kCodes)
        if (name == region)
            return std::string(code);
    return lowered(region.substr(0, 2));
}

std::string base64(std::string_view bytes, bool isUrl)
{
    const std::string_view letters = isUrl ? kUrl : kPlain;
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        unsigned group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            if (j <= count)
                text += letters[(group >> (18 - 6 * j)) & 63];
            else if (!isUrl)
                text += '=';
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string bytes;
    unsigned group = 0;
    int bits = 0;
    for (const char c : text) {
        const int digit = digitOf(c);
        if (digit < 0)
            return std::nullopt;
        group = group << 6 | static_cast<unsigned>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((group >> bits) & 0xFF);
        }
    }
    return bytes;
}

std::string hexText(std::string_view bytes)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += kHex[static_cast<unsigned char>(c) >> 4];
        text += kHex[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    return hexText({reinterpret_cast<const char *>(digest.data()), size});
}

std::string signature(std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    const std::string bytes(text);
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), digest.data(), &size);
    return base64({reinterpret_cast<const char *>(digest.data()), size}, true);
}

} // namespace batuta::cloud_local
