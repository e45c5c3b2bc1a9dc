// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/numbers.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace batuta::expr::detail {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digits(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && isDigit(text[at + count]))
        ++count;
    return count;
}

/// Digits with at most one point, then perhaps an exponent; no sign.
bool isDecimal(std::string_view text)
{
    std::size_t at = digits(text, 0);
    std::size_t count = at;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digits(text, at + 1);
        count += fraction;
        at += 1 + fraction;
    }
    if (count == 0)
        return false;
    if (at == text.size())
        return true;
    if (text[at] != 'e' && text[at] != 'E')
        return false;
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        ++at;
    const std::size_t exponent = digits(text, at);
    return exponent > 0 && at + exponent == text.size();
}

/// Whether a decimal beyond the range of a double is too large rather than too near to zero.
bool isHuge(std::string_view text)
{
    const std::size_t letter = std::min(text.find_first_of("eE"), text.size());
    if (letter < text.size() && text[letter + 1] == '-')
        return false;
    const std::string_view whole = text.substr(0, std::min(text.find('.'), letter));
    return letter < text.size() || whole.find_first_not_of('0') != std::string_view::npos;
}

double parseDecimal(std::string_view text)
{
    double number = 0;
    const std::errc code = std::from_chars(text.data(), text.data() + text.size(), number).ec;
    if (code == std::errc::result_out_of_range)
        return isHuge(text) ? kInfinity : 0;
    return number;
}

double parseWord(std::string_view text)
{
    const bool isNegative = text[0] == '-';
    if (isNegative || text[0] == '+')
        text.remove_prefix(1);
    if (equalIgnoringCase(text, "infinity"))
        return isNegative ? -kInfinity : kInfinity;
    return kNaN;
}

/// Exactly as many bits as 32: the highest one is the sign, as GitHub's runner reads it.
double parseBits(std::string_view text, int base)
{
    std::uint32_t bits = 0;
    const char *last = text.data() + text.size();
    const auto [end, code] = std::from_chars(text.data(), last, bits, base);
    return code == std::errc() && end == last ? static_cast<double>(static_cast<std::int32_t>(bits)) : kNaN;
}

std::size_t lastBlankLength(std::string_view text)
{
    constexpr std::size_t kLongest = 3;
    for (std::size_t length = 1; length <= std::min(kLongest, text.size()); ++length)
        if (blankLength(text.substr(text.size() - length)) == length)
            return length;
    return 0;
}

std::string_view trimmedBlanks(std::string_view text)
{
    while (const std::size_t length = blankLength(text))
        text.remove_prefix(length);
    while (const std::size_t length = lastBlankLength(text))
        text.remove_suffix(length);
    return text;
}

} // namespace

std::size_t blankLength(std::string_view text)
{
    constexpr std::array<std::string_view, 19> kWide = {
        "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81",
        "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86",
        "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8",
        "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};
    if (text.empty())
        return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r'))
        return 1;
    if (static_cast<unsigned char>(text[0]) < 0x80)
        return 0;
    for (const std::string_view blank : kWide)
        if (text.substr(0, blank.size()) == blank)
            return blank.size();
    return 0;
}

double parseNumber(std::string_view text)
{
    text = trimmedBlanks(text);
    if (text.empty())
        return 0;
    const bool isNegative = text[0] == '-';
    const std::string_view unsignedText = text.substr(isNegative || text[0] == '+' ? 1 : 0);
    if (isDecimal(unsignedText))
        return isNegative ? -parseDecimal(unsignedText) : parseDecimal(unsignedText);
    if (text.size() > 2 && text.substr(0, 2) == "0x")
        return parseBits(text.substr(2), 16);
    if (text.size() > 2 && text.substr(0, 2) == "0o")
        return parseBits(text.substr(2), 8);
    return parseWord(text);
}

std::string githubNumber(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    if (number == 0)
        return "0";
    std::array<char, 40> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 15).ptr;
    std::replace(text.data(), end, 'e', 'E');
    return std::string(text.data(), end);
}

json::Value numberValue(double number)
{
    constexpr double kPrintedInFull = 1e15;
    if (std::fabs(number) < kPrintedInFull && std::trunc(number) == number)
        return static_cast<std::int64_t>(number);
    return number;
}

} // namespace batuta::expr::detail
