// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/uuid.h"

#include <array>
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

constexpr char kHexDigit = 1;
constexpr char kDash = 2;

constexpr auto makeKinds()
{
    std::array<char, 256> kinds{};
    for (const char c : std::string_view("0123456789abcdefABCDEF"))
        kinds[static_cast<unsigned char>(c)] = kHexDigit;
    kinds['-'] = kDash;
    return kinds;
}

constexpr auto makeShape()
{
    std::array<char, 36> shape{};
    shape.fill(kHexDigit);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        shape.at(at) = kDash;
    return shape;
}

constexpr auto kKinds = makeKinds();
constexpr auto kShape = makeShape();

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
    if (text.size() != kShape.size())
        return false;
    int wrong = 0; // not left early: every call on an execution comes by here, and nearly all ids are right
    for (std::size_t i = 0; i < kShape.size(); ++i)
        wrong |= kKinds[static_cast<unsigned char>(text[i])] ^ kShape[i];
    return wrong == 0;
}

} // namespace batuta
