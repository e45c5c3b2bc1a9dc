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

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

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

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return true;
}

} // namespace batuta
