// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/json/pieces.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace batuta::json {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// 0 for bytes that stand for themselves, the letter of the short escape, or 'u'; 'x' for bytes above ASCII.
constexpr std::array<char, 256> escapes()
{
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < 0x20; ++i)
        table[i] = 'u';
    for (std::size_t i = 0x80; i < 256; ++i)
        table[i] = 'x';
    table['"'] = '"';
    table['\\'] = '\\';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
}

constexpr std::array<char, 256> kEscapes = escapes();

char escapeOf(char c)
{
    return kEscapes[static_cast<unsigned char>(c)];
}

/// Whether the eight bytes at `text` all stand for themselves, looked at as one word. It may say no for such
/// bytes, never yes for others.
bool isPlainBlock(const char *text)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    const std::uint64_t quote = (word ^ ('"' * kOnes)) - kOnes;
    const std::uint64_t backslash = (word ^ ('\\' * kOnes)) - kOnes;
    const std::uint64_t control = word - 0x20 * kOnes;
    return ((word | quote | backslash | control) & (0x80 * kOnes)) == 0;
}

constexpr std::size_t kBlock = 16;

/// How many of the next sixteen bytes stand for themselves until one does not.
std::size_t plainInBlock(const char *text)
{
#ifdef __SSE2__
    // As signed numbers: bytes above ASCII are below a blank, too.
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text));
    const __m128i special = _mm_or_si128(
        _mm_cmplt_epi8(block, _mm_set1_epi8(' ')),
        _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'))));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(special));
    return static_cast<std::size_t>(std::countr_zero(found | 1U << kBlock));
#else
    std::size_t plain = 0;
    while (plain < kBlock && escapeOf(text[plain]) == 0)
        ++plain;
    return plain;
#endif
}

/// The first byte from `at` on that cannot be written as it is.
std::size_t skipPlain(std::string_view text, std::size_t at)
{
    for (; at + kBlock <= text.size(); at += kBlock)
        if (const std::size_t plain = plainInBlock(text.data() + at); plain < kBlock)
            return at + plain;
    while (at + 8 <= text.size() && isPlainBlock(text.data() + at))
        at += 8;
    // The rest once more as the last eight bytes: names and words are short.
    if (at < text.size() && text.size() >= 8 && text.size() - at < 8 &&
        isPlainBlock(text.data() + text.size() - 8))
        return text.size();
    while (at < text.size() && escapeOf(text[at]) == 0)
        ++at;
    return at;
}

/// Bytes of the UTF-8 sequence at `at`, 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned first = byte(0);
    if (first >= 0xC2 && first < 0xE0)
        return follows(1) ? 2 : 0;
    // Longer ones have forbidden ranges (overlong, surrogates); they are rare enough for the careful look.
    const std::size_t length = first >= 0xF0 ? 4 : 3;
    return first >= 0xE0 && at + length <= text.size() && isValidUtf8(text.substr(at, length)) ? length : 0;
}

/// What stands at `at` and is not plain, at `to`; how many bytes were read and written.
std::pair<std::size_t, std::size_t> escapeOne(std::string_view text, std::size_t at, char *to)
{
    constexpr char kDigits[] = "0123456789abcdef";
    constexpr std::size_t kShort = 2;
    const char escape = escapeOf(text[at]);
    if (escape == 'x') {
        // Texts from outside JSON may hold anything; a byte that is not UTF-8 becomes U+FFFD.
        const std::size_t length = sequenceLength(text, at);
        const std::string_view shown = length > 0 ? text.substr(at, length) : kReplacement;
        return {std::max<std::size_t>(length, 1), shown.copy(to, shown.size())};
    }
    to[0] = '\\';
    to[1] = escape;
    if (escape != 'u')
        return {1, kShort};
    const auto code = static_cast<unsigned char>(text[at]);
    const std::array<char, 4> digits{'0', '0', kDigits[code >> 4], kDigits[code & 15]};
    std::copy(digits.begin(), digits.end(), to + kShort);
    return {1, kShort + digits.size()};
}

/// Goes through a small room: in a text of JSON every few bytes a quote is escaped.
void writeEscaped(std::string_view text, std::string &out)
{
    constexpr std::size_t kMostInATurn = kBlock + 6;
    std::array<char, 512> room;
    std::size_t used = 0;
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        if (used + kMostInATurn > room.size()) {
            out.append(room.data(), used);
            used = 0;
        }
        if (at + kBlock <= text.size()) {
            std::memcpy(room.data() + used, text.data() + at, kBlock); // all of it: a fixed size costs least
            const std::size_t plain = plainInBlock(text.data() + at);
            used += plain;
            at += plain;
            if (plain == kBlock)
                continue;
        } else if (escapeOf(text[at]) == 0) {
            room[used++] = text[at++];
            continue;
        }
        const auto [read, written] = escapeOne(text, at, room.data() + used);
        at += read;
        used += written;
    }
    out.append(room.data(), used);
    out += '"';
}

/// Decimals of up to six places, as most numbers are: an integer over 10^6 that gives the same double is its
/// shortest spelling, for no two numbers of 15 digits give one double. A fifth of what to_chars costs.
bool writeShortDecimal(double number, std::string &out)
{
    constexpr double kScale = 1e6;
    constexpr double kLargest = 1e9;
    if (!(std::fabs(number) < kLargest))
        return false;
    const std::int64_t scaled = std::llround(number * kScale);
    if (scaled == 0 || static_cast<double>(scaled) / kScale != number)
        return false;
    writeDecimal(scaled, 6, out);
    return true;
}

void writeDouble(double number, std::string &out)
{
    if (writeShortDecimal(number, out))
        return;
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    if (number == 0) {
        out += '0';
        return;
    }
    std::array<char, 64> digits;
    const double size = std::fabs(number);
    const auto format =
        size >= 1e-6 && size < 1e21 ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, format).ptr;
    out.append(digits.data(), end);
}

/// Opens a new line in pretty text; `indent` < 0 means compact.
void breakLine(int indent, std::string &out)
{
    if (indent < 0)
        return;
    out += '\n';
    out.append(static_cast<std::size_t>(indent) * 2, ' ');
}

/// `,"name":` in one piece: compact text is written for every request and every event.
void writeCompactName(std::string_view name, bool isFirst, std::string &out)
{
    if (skipPlain(name, 0) < name.size()) {
        out += isFirst ? "" : ",";
        writeString(name, out);
        out += ':';
        return;
    }
    const std::size_t lead = isFirst ? 1 : 2;
    const std::size_t start = out.size();
    out.append(name.size() + lead + 2, '"');
    char *at = out.data() + start;
    if (!isFirst)
        *at = ',';
    name.copy(at + lead, name.size());
    at[lead + name.size() + 1] = ':';
}

void writeValue(const Value &value, int indent, std::string &out);

void writeArray(const Array &items, int indent, std::string &out)
{
    const int inner = indent < 0 ? -1 : indent + 1;
    out += '[';
    bool first = true;
    for (const Value &item : items) {
        if (!first)
            out += ',';
        first = false;
        breakLine(inner, out);
        writeValue(item, inner, out);
    }
    if (!items.empty())
        breakLine(indent, out);
    out += ']';
}

void writeObject(const Object &members, int indent, std::string &out)
{
    const int inner = indent < 0 ? -1 : indent + 1;
    out += '{';
    bool first = true;
    for (const auto &[name, value] : members) {
        if (indent < 0) {
            writeCompactName(name, first, out);
        } else {
            out += first ? "" : ",";
            breakLine(inner, out);
            writeString(name, out);
            out += ": ";
        }
        first = false;
        writeValue(value, inner, out);
    }
    if (!members.empty())
        breakLine(indent, out);
    out += '}';
}

void writeValue(const Value &value, int indent, std::string &out)
{
    if (const std::string *text = value.unparsedText(); text != nullptr && indent < 0) {
        out += *text;
        return;
    }
    switch (value.type()) {
    case Value::Type::Null:
        out += "null";
        return;
    case Value::Type::Boolean:
        out += value.asBoolean() ? "true" : "false";
        return;
    case Value::Type::Integer:
        writeInteger(value.asInteger(), out);
        return;
    case Value::Type::Double:
        writeDouble(value.asDouble(), out);
        return;
    case Value::Type::String:
        writeString(value.asString(), out);
        return;
    case Value::Type::Array:
        writeArray(value.asArray(), indent, out);
        return;
    case Value::Type::Object:
        writeObject(value.asObject(), indent, out);
        return;
    }
}

} // namespace

void writeInteger(std::int64_t number, std::string &out)
{
    if (number >= 0 && number < 10) { // most are
        out += static_cast<char>('0' + number);
        return;
    }
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void writeDecimal(std::int64_t number, int places, std::string &out)
{
    constexpr std::array<std::int64_t, 7> kScales{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
    const std::int64_t scale = kScales.at(static_cast<std::size_t>(places));
    if (number < 0)
        out += '-';
    writeInteger(std::abs(number / scale), out);
    std::int64_t fraction = std::abs(number % scale);
    if (fraction == 0)
        return;
    for (; fraction % 10 == 0; fraction /= 10)
        --places;
    std::array<char, 8> text{'.'};
    for (int i = places; i > 0; --i, fraction /= 10)
        text.at(static_cast<std::size_t>(i)) = static_cast<char>('0' + fraction % 10);
    out.append(text.data(), static_cast<std::size_t>(places) + 1);
}

void writeString(std::string_view text, std::string &out)
{
    if (skipPlain(text, 0) < text.size())
        return writeEscaped(text, out);
    const std::size_t start = out.size();
    out.append(text.size() + 2, '"');
    text.copy(out.data() + start + 1, text.size());
}

void write(const Value &value, std::string &out)
{
    writeValue(value, -1, out);
}

std::string write(const Value &value)
{
    std::string out;
    out.reserve(256);
    writeValue(value, -1, out);
    return out;
}

std::string writePretty(const Value &value)
{
    std::string out;
    writeValue(value, 0, out);
    return out;
}

std::string numberText(double number)
{
    std::string out;
    writeDouble(number, out);
    return out;
}

} // namespace batuta::json
