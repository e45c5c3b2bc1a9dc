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

constexpr std::size_t kBlock = 16;

/// How many of the next sixteen bytes stand for themselves until one does not; all of them can be read.
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

/// Whether all of the text stands for itself. Fifteen bytes behind it can be read, whatever they are.
bool isPlain(const char *text, std::size_t size)
{
    for (std::size_t at = 0; at < size; at += kBlock)
        if (const std::size_t plain = plainInBlock(text + at); plain < kBlock && plain < size - at)
            return false;
    return true;
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

/// In a text of JSON every few bytes a quote is escaped. What begins before `end`, with room for the worst.
std::size_t escapePart(std::string_view text, std::size_t at, std::size_t end, Text &out)
{
    constexpr std::size_t kMostForOne = 6;
    char *const begin = out.room(kMostForOne * (end - at) + 2 * kBlock);
    char *to = begin;
    while (at < end) {
        if (at + kBlock <= text.size()) {
            std::memcpy(to, text.data() + at, kBlock); // all of it: a fixed size costs least
            const std::size_t plain = plainInBlock(to);
            to += plain;
            at += plain;
            if (plain == kBlock)
                continue;
        } else if (escapeOf(text[at]) == 0) {
            *to++ = text[at++];
            continue;
        }
        const auto [read, written] = escapeOne(text, at, to);
        at += read;
        to += written;
    }
    out.wrote(static_cast<std::size_t>(to - begin));
    return at;
}

/// `number` over ten to the power of `places`. As a constant that power is not divided by, but multiplied.
template <int places> void writeFraction(std::int64_t number, Text &out)
{
    constexpr std::int64_t kScale = places == 3 ? 1'000 : 1'000'000;
    if (number < 0)
        out += '-';
    writeInteger(std::abs(number / kScale), out);
    std::int64_t fraction = std::abs(number % kScale);
    if (fraction == 0)
        return;
    int shown = places;
    for (; fraction % 10 == 0; fraction /= 10)
        --shown;
    char *const begin = out.room(places + 1);
    *begin = '.';
    for (int i = shown; i > 0; --i, fraction /= 10)
        begin[i] = static_cast<char>('0' + fraction % 10);
    out.wrote(static_cast<std::size_t>(shown) + 1);
}

/// Decimals of up to six places, as most numbers are: an integer over 10^6 that gives the same double is its
/// shortest spelling, for no two numbers of 15 digits give one double. A fifth of what to_chars costs.
bool writeShortDecimal(double number, Text &out)
{
    constexpr double kScale = 1e6;
    constexpr double kLargest = 1e9;
    if (!(std::fabs(number) < kLargest))
        return false;
    const std::int64_t scaled = std::llround(number * kScale);
    if (scaled == 0 || static_cast<double>(scaled) / kScale != number)
        return false;
    writeFraction<6>(scaled, out);
    return true;
}

void writeDouble(double number, Text &out)
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
    out += std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

/// Opens a new line in pretty text; `indent` < 0 means compact.
void breakLine(int indent, Text &out)
{
    if (indent < 0)
        return;
    out += '\n';
    for (int i = 0; i < indent; ++i)
        out += "  ";
}

void writeValue(const Value &value, int indent, Text &out);

void writeArray(const Array &items, int indent, Text &out)
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

void writeObject(const Object &members, int indent, Text &out)
{
    const int inner = indent < 0 ? -1 : indent + 1;
    out += '{';
    bool first = true;
    for (const auto &[name, value] : members) {
        if (indent < 0) {
            if (!first)
                out += ',';
            writeString(name, out);
            out += ':';
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

void writeValue(const Value &value, int indent, Text &out)
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

void writeInteger(std::int64_t number, Text &out)
{
    if (number >= 0 && number < 10) { // most are
        out += static_cast<char>('0' + number);
        return;
    }
    constexpr std::size_t kMostDigits = 24;
    char *const begin = out.room(kMostDigits);
    out.wrote(static_cast<std::size_t>(std::to_chars(begin, begin + kMostDigits, number).ptr - begin));
}

void writeThousandths(std::int64_t number, Text &out)
{
    writeFraction<3>(number, out);
}

void writeMillionths(std::int64_t number, Text &out)
{
    writeFraction<6>(number, out);
}

void writeString(std::string_view text, Text &out)
{
    constexpr std::size_t kAround = 2 + kBlock; // the quotes, and what a block may be longer than the text
    char *const begin = out.room(text.size() + kAround);
    *begin = '"';
    text.copy(begin + 1, text.size());
    std::memset(begin + 1 + text.size(), 0, kBlock);
    if (isPlain(begin + 1, text.size())) {
        begin[text.size() + 1] = '"';
        out.wrote(text.size() + 2);
        return;
    }
    constexpr std::size_t kPart = 4U << 10; // of a long text, whose worst would be a lot of room
    out += '"';
    for (std::size_t at = 0; at < text.size();)
        at = escapePart(text, at, std::min(text.size(), at + kPart), out);
    out += '"';
}

void write(const Value &value, Text &out)
{
    writeValue(value, -1, out);
}

namespace {

/// Room that every text of its thread uses; a large one is given back at once.
class Scratch
{
public:
    Scratch() = default;
    ~Scratch() { text().clear(); }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    static Text &text()
    {
        thread_local Text room;
        return room;
    }
};

} // namespace

void writeString(std::string_view text, std::string &out)
{
    const Scratch scratch;
    Text &written = scratch.text();
    writeString(text, written);
    out += written.view();
}

void write(const Value &value, std::string &out)
{
    const Scratch scratch;
    Text &written = scratch.text();
    writeValue(value, -1, written);
    out += written.view();
}

std::string write(const Value &value)
{
    const Scratch scratch;
    Text &written = scratch.text();
    writeValue(value, -1, written);
    return written.str();
}

std::string writePretty(const Value &value)
{
    const Scratch scratch;
    Text &written = scratch.text();
    writeValue(value, 0, written);
    return written.str();
}

std::string numberText(double number)
{
    const Scratch scratch;
    Text &written = scratch.text();
    writeDouble(number, written);
    return written.str();
}

} // namespace batuta::json
