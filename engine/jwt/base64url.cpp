// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/base64url.h"

#include <array>
#include <cstdint>

namespace batuta::jwt {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNone = 0xff;

/// The six bits of each letter, kNone for every other byte.
constexpr std::array<std::uint8_t, 256> bitsOfLetters()
{
    std::array<std::uint8_t, 256> table{};
    for (std::uint8_t &bits : table)
        bits = kNone;
    for (std::size_t i = 0; i < kLetters.size(); ++i)
        table[static_cast<unsigned char>(kLetters[i])] = static_cast<std::uint8_t>(i);
    return table;
}

constexpr std::array<std::uint8_t, 256> kBits = bitsOfLetters();

} // namespace

std::optional<std::string> decodeBase64Url(std::string_view text)
{
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t held = 0;
    unsigned count = 0; // of bits held
    for (const char letter : text) {
        const std::uint8_t bits = kBits[static_cast<unsigned char>(letter)];
        if (bits == kNone)
            return std::nullopt;
        held = (held << 6U | bits) & 0xffffU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>(held >> count & 0xffU));
        }
    }
    if ((held & ((1U << count) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

} // namespace batuta::jwt
