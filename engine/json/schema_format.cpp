// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/json/digits.h"
#include "engine/json/schema_rules.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace batuta::json::detail {
namespace {

/// Whether `text` has the digits and signs of `shape`, in which `9` stands for any digit.
bool hasShape(std::string_view text, std::string_view shape)
{
    return text.size() == shape.size() &&
           std::equal(text.begin(), text.end(), shape.begin(),
                      [](char c, char s) { return s == '9' ? isDigit(c) : c == s; });
}

int numberAt(std::string_view text, std::size_t at)
{
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool isDate(std::string_view text)
{
    constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!hasShape(text, "9999-99-99"))
        return false;
    const int year = numberAt(text, 0) * 100 + numberAt(text, 2);
    const int month = numberAt(text, 5);
    const int day = numberAt(text, 8);
    if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)])
        return false;
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month != 2 || day < 29 || isLeap;
}

bool isTime(std::string_view text)
{
    if (!hasShape(text.substr(0, 8), "99:99:99") || numberAt(text, 0) > 23 || numberAt(text, 3) > 59 ||
        numberAt(text, 6) > 60)
        return false;
    text.remove_prefix(8);
    if (!text.empty() && text[0] == '.') {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (end == 1)
            return false;
        text.remove_prefix(end);
    }
    if (text == "Z" || text == "z")
        return true;
    return (hasShape(text, "+99:99") || hasShape(text, "-99:99")) && numberAt(text, 1) <= 23 &&
           numberAt(text, 4) <= 59;
}

bool isDateTime(std::string_view text)
{
    return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && isDate(text.substr(0, 10)) &&
           isTime(text.substr(11));
}

bool hasBlanks(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

bool isEmail(std::string_view text)
{
    const std::size_t sign = text.rfind('@');
    return sign != std::string_view::npos && sign > 0 && sign + 1 < text.size() && !hasBlanks(text);
}

bool isUri(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const auto isSchemeLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '+' || c == '-' ||
               c == '.';
    };
    return colon != std::string_view::npos && colon > 0 && !isDigit(text[0]) && colon + 1 < text.size() &&
           !hasBlanks(text) &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), isSchemeLetter);
}

bool isIpv4(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, '.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
               const bool isNumber =
                   !part.empty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isDigit);
               int value = 256;
               if (isNumber && (part.size() == 1 || part[0] != '0'))
                   std::from_chars(part.data(), part.data() + part.size(), value);
               return value < 256;
           });
}

bool isUuidOfAnyCase(std::string_view text)
{
    return isUuid(lowered(text));
}

struct Format
{
    std::string_view name;
    bool (*fits)(std::string_view);
    std::string_view words;
};

constexpr std::array<Format, 7> kFormats = {{
    {"date", isDate, "must be a date, as 2024-12-31"},
    {"time", isTime, "must be a time with its zone, as 23:59:59Z"},
    {"date-time", isDateTime, "must be a date and time with its zone, as 2024-12-31T23:59:59Z"},
    {"email", isEmail, "must be an e-mail address"},
    {"uri", isUri, "must be a URI with its scheme, as https://example.org/"},
    {"ipv4", isIpv4, "must be an IPv4 address"},
    {"uuid", isUuidOfAnyCase, "must be a UUID"},
}};

const Format *findFormat(std::string_view name)
{
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&](const Format &format) { return format.name == name; });
    return found != kFormats.end() ? &*found : nullptr;
}

} // namespace

bool fitsFormat(std::string_view format, std::string_view text)
{
    const Format *known = findFormat(format);
    return known == nullptr || known->fits(text);
}

std::string formatWords(std::string_view format)
{
    const Format *known = findFormat(format);
    return known != nullptr ? std::string(known->words) : "must have the format " + std::string(format);
}

} // namespace batuta::json::detail
