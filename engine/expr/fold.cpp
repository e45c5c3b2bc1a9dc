// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/fold.h"

#include "engine/base/text.h"
#include "engine/expr/compare.h"

#include <algorithm>
#include <vector>

namespace batuta::expr::detail {
namespace {

/// Lower-case letters `first`..`last`, every `step`-th one, lie `distance` above their upper-case ones.
struct Range
{
    char32_t first;
    char32_t last;
    int step;
    int distance;
};

constexpr Range kRanges[] = {
    {0xB5, 0xB5, 1, -743},  {0xE0, 0xF6, 1, 32},    {0xF8, 0xFE, 1, 32},   {0xFF, 0xFF, 1, -121},
    {0x101, 0x12F, 2, 1},   {0x133, 0x137, 2, 1},   {0x13A, 0x148, 2, 1},  {0x14B, 0x177, 2, 1},
    {0x17A, 0x17E, 2, 1},   {0x1CE, 0x1DC, 2, 1},   {0x1DF, 0x1EF, 2, 1},  {0x1F9, 0x21F, 2, 1},
    {0x223, 0x233, 2, 1},   {0x3AC, 0x3AC, 1, 38},  {0x3AD, 0x3AF, 1, 37}, {0x3B1, 0x3C1, 1, 32},
    {0x3C2, 0x3C2, 1, 31},  {0x3C3, 0x3CB, 1, 32},  {0x3CC, 0x3CC, 1, 64}, {0x3CD, 0x3CE, 1, 63},
    {0x430, 0x44F, 1, 32},  {0x450, 0x45F, 1, 80},  {0x461, 0x481, 2, 1},  {0x48B, 0x4BF, 2, 1},
    {0x4C2, 0x4CE, 2, 1},   {0x4CF, 0x4CF, 1, 15},  {0x4D1, 0x52F, 2, 1},  {0x561, 0x586, 1, 48},
    {0x1E01, 0x1E95, 2, 1}, {0x1EA1, 0x1EFF, 2, 1},
};

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

char upperAscii(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Takes one code point off the front of `text`. A byte that is no UTF-8 stands for itself.
char32_t takePoint(std::string_view &text)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const char32_t first = byte(0);
    const std::size_t length = first < 0xC0 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (length == 1 || text.size() < length || !isValidUtf8(text.substr(0, length))) {
        text.remove_prefix(1);
        return first;
    }
    char32_t point = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        point = point << 6 | (byte(i) & 0x3F);
    text.remove_prefix(length);
    return point;
}

void appendPoint(char32_t point, std::string &out)
{
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    }
    out += static_cast<char>(0x80 | (point & 0x3F));
}

/// Orders code points as their UTF-16 units are ordered: the ones above 0xFFFF start with a surrogate.
char32_t utf16Order(char32_t point)
{
    return point < 0x10000 ? (point >= 0xE000 ? point + 0x200000 : point) : point + 0x10000;
}

std::size_t sameAsciiPrefix(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t i = 0;
    while (i < most && isAscii(a[i]) && isAscii(b[i]) && upperAscii(a[i]) == upperAscii(b[i]))
        ++i;
    return i;
}

/// For each position of `part`: how many bytes before it repeat the start of `part`.
std::vector<std::uint32_t> repeats(std::string_view part)
{
    std::vector<std::uint32_t> table(part.size());
    std::uint32_t matched = 0;
    for (std::size_t i = 1; i < part.size(); ++i) {
        while (matched > 0 && part[i] != part[matched])
            matched = table[matched - 1];
        matched += part[i] == part[matched] ? 1 : 0;
        table[i] = matched;
    }
    return table;
}

} // namespace

char32_t upperCase(char32_t point)
{
    if (point < 0x80)
        return static_cast<char32_t>(upperAscii(static_cast<char>(point)));
    for (const Range &range : kRanges)
        if (point >= range.first && point <= range.last)
            return (point - range.first) % static_cast<char32_t>(range.step) == 0
                       ? static_cast<char32_t>(static_cast<int>(point) - range.distance)
                       : point;
    return point;
}

bool equalFolded(std::string_view a, std::string_view b)
{
    const std::size_t same = sameAsciiPrefix(a, b);
    a.remove_prefix(same);
    b.remove_prefix(same);
    if (a.empty() || b.empty())
        return a.empty() && b.empty();
    return (!isAscii(a[0]) || !isAscii(b[0])) && compareFolded(a, b) == 0;
}

int compareFolded(std::string_view a, std::string_view b)
{
    const std::size_t same = sameAsciiPrefix(a, b);
    a.remove_prefix(same);
    b.remove_prefix(same);
    while (!a.empty() && !b.empty()) {
        const char32_t x = utf16Order(upperCase(takePoint(a)));
        const char32_t y = utf16Order(upperCase(takePoint(b)));
        if (x != y)
            return x < y ? -1 : 1;
    }
    return a.empty() == b.empty() ? 0 : a.empty() ? -1 : 1;
}

std::string foldedText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (isAscii(text[0])) {
            out += upperAscii(text[0]);
            text.remove_prefix(1);
            continue;
        }
        const std::string_view before = text;
        const char32_t point = takePoint(text);
        if (before.size() - text.size() == 1)
            out += before[0];
        else
            appendPoint(upperCase(point), out);
    }
    return out;
}

bool containsFolded(std::string_view text, std::string_view part)
{
    constexpr std::size_t kPlainSearch = 1U << 20;
    const std::string where = foldedText(text);
    const std::string what = foldedText(part);
    if (where.size() * std::max<std::size_t>(what.size(), 1) < kPlainSearch)
        return where.find(what) != std::string::npos;
    const std::vector<std::uint32_t> table = repeats(what);
    std::size_t matched = 0;
    for (const char c : where) {
        if (matched == what.size())
            break;
        while (matched > 0 && c != what[matched])
            matched = table[matched - 1];
        matched += c == what[matched] ? 1 : 0;
    }
    return matched == what.size();
}

} // namespace batuta::expr::detail
