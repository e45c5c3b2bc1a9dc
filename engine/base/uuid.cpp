// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/uuid.h"

#include <cstdint>
#include <random>

namespace batuta {
namespace {

std::uint64_t randomWord()
{
    thread_local std::mt19937_64 generator = [] {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
        return std::mt19937_64(seed);
    }();
    return generator();
}

/// What each letter counts as a hexadecimal digit; above 15 for what is none.
constexpr auto makeNibbles()
{
    std::array<unsigned char, 256> nibbles{};
    nibbles.fill(0xFF);
    for (unsigned char digit = 0; digit < 16; ++digit)
        for (const std::string_view digits : {"0123456789abcdef", "0123456789ABCDEF"})
            nibbles.at(static_cast<unsigned char>(digits[digit])) = digit;
    return nibbles;
}

constexpr auto kNibbles = makeNibbles();

} // namespace

std::string randomHex(int count)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(static_cast<std::size_t>(count) * 2);
    while (text.size() < static_cast<std::size_t>(count) * 2) {
        std::uint64_t word = randomWord();
        for (int i = 0; i < 16 && text.size() < static_cast<std::size_t>(count) * 2; ++i, word >>= 4)
            text += kDigits[word & 15];
    }
    return text;
}

std::string newUuid()
{
    std::string text = randomHex(16);
    text[12] = '4';
    constexpr std::string_view kVariants = "89ab";
    text[16] =
        kVariants[static_cast<std::size_t>(text[16] <= '9' ? text[16] - '0' : text[16] - 'a' + 10) & 3];
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, 1, '-');
    return text;
}

std::optional<std::array<char, 16>> uuidBytes(std::string_view text)
{
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return std::nullopt;
    std::array<char, 16> bytes{};
    // Not left early: every call on an execution comes by here, and nearly all ids are right.
    unsigned wrong = 0;
    const char *at = text.data();
    for (std::size_t i = 0; i < bytes.size(); ++i, at += 2) {
        at += i == 4 || i == 6 || i == 8 || i == 10 ? 1 : 0;
        const unsigned high = kNibbles[static_cast<unsigned char>(at[0])];
        const unsigned low = kNibbles[static_cast<unsigned char>(at[1])];
        wrong |= high | low;
        bytes[i] = static_cast<char>(high << 4 | low);
    }
    return wrong > 0xF ? std::nullopt : std::optional(bytes);
}

} // namespace batuta
