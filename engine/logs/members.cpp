// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/members.h"

#include "engine/logs/letters.h"

#include <bit>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace batuta::logs {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// Behind the closing quote of the string whose first byte is at `at`; kNone when it is not closed.
std::size_t stringEnd(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
#ifdef __SSE2__
        const __m128i quote = _mm_set1_epi8('"');
        const __m128i slash = _mm_set1_epi8('\\');
        while (at + 16 <= text.size()) {
            const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + at));
            const auto hits = static_cast<std::uint32_t>(
                _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash))));
            if (hits != 0) {
                at += static_cast<std::size_t>(std::countr_zero(hits));
                break;
            }
            at += 16;
        }
        if (at >= text.size())
            return kNone;
#endif
        if (text[at] == '"')
            return at + 1;
        at += text[at] == '\\' ? 2 : 1;
    }
    return kNone;
}

/// Behind the array or object that begins at `at`.
std::size_t nestedEnd(std::string_view text, std::size_t at)
{
    int depth = 0;
    while (at < text.size()) {
        const char byte = text[at++];
        if (byte == '"') {
            at = stringEnd(text, at);
            if (at == kNone)
                return kNone;
        } else if (byte == '{' || byte == '[') {
            ++depth;
        } else if ((byte == '}' || byte == ']') && --depth == 0) {
            return at;
        }
    }
    return kNone;
}

std::size_t valueEnd(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return kNone;
    if (text[at] == '"')
        return stringEnd(text, at + 1);
    if (text[at] == '{' || text[at] == '[')
        return nestedEnd(text, at);
    std::size_t end = at;
    while (end < text.size() && text[end] != ',' && text[end] != '}' && !isBlank(text[end]))
        ++end;
    return end == at ? kNone : end;
}

void appendUtf8(unsigned code, std::string &out)
{
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

/// Four hexadecimal digits; false when they are none.
bool hexCode(std::string_view digits, unsigned &code)
{
    code = 0;
    if (digits.size() != 4)
        return false;
    for (const char byte : digits) {
        const int digit = byte >= '0' && byte <= '9'   ? byte - '0'
                          : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                          : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                                       : -1;
        if (digit < 0)
            return false;
        code = code * 16 + static_cast<unsigned>(digit);
    }
    return true;
}

/// The escape whose `u` is at `at`, with the second half of a pair; gives how many bytes it took after the
/// `u`.
std::size_t appendCode(std::string_view text, std::size_t at, std::string &out)
{
    constexpr unsigned kReplacement = 0xFFFD;
    unsigned code = 0;
    if (!hexCode(text.substr(at + 1, 4), code)) {
        out += 'u';
        return 0;
    }
    unsigned low = 0;
    if (code >= 0xD800 && code < 0xDC00 && text.substr(at + 5, 2) == "\\u" &&
        hexCode(text.substr(at + 7, 4), low) && low >= 0xDC00 && low < 0xE000) {
        appendUtf8(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00), out);
        return 10;
    }
    appendUtf8(code >= 0xD800 && code < 0xE000 ? kReplacement : code, out);
    return 4;
}

} // namespace

Members::Members(std::string_view object)
    : m_text(object)
    , m_at(skipBlanks(object, 0))
    , m_isObject(m_at < object.size() && object[m_at] == '{')
{
    ++m_at;
}

bool Members::next(RawMember &member)
{
    if (!m_isObject)
        return false;
    m_at = skipBlanks(m_text, m_at);
    if (m_at < m_text.size() && m_text[m_at] == ',')
        m_at = skipBlanks(m_text, m_at + 1);
    if (m_at >= m_text.size() || m_text[m_at] != '"') {
        m_isWhole = m_at < m_text.size() && m_text[m_at] == '}';
        return false;
    }
    if (!memberAt(m_text, m_at, member))
        return false;
    m_at = static_cast<std::size_t>(member.value.data() + member.value.size() - m_text.data());
    return true;
}

bool memberAt(std::string_view text, std::size_t quote, RawMember &member)
{
    if (quote >= text.size() || text[quote] != '"')
        return false;
    const std::size_t name = quote + 1;
    const std::size_t nameEnd = stringEnd(text, name);
    if (nameEnd == kNone)
        return false;
    std::size_t at = skipBlanks(text, nameEnd);
    if (at >= text.size() || text[at] != ':')
        return false;
    at = skipBlanks(text, at + 1);
    const std::size_t end = valueEnd(text, at);
    if (end == kNone)
        return false;
    member.name = text.substr(name, nameEnd - 1 - name);
    member.value = text.substr(at, end - at);
    return true;
}

std::string_view plainText(std::string_view raw, std::string &scratch)
{
    if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"')
        return raw;
    raw = raw.substr(1, raw.size() - 2);
    if (std::memchr(raw.data(), '\\', raw.size()) == nullptr)
        return raw;
    scratch.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            scratch += raw[i];
            continue;
        }
        switch (raw[++i]) {
        case 'n':
            scratch += '\n';
            break;
        case 't':
            scratch += '\t';
            break;
        case 'r':
            scratch += '\r';
            break;
        case 'b':
            scratch += '\b';
            break;
        case 'f':
            scratch += '\f';
            break;
        case 'u':
            i += appendCode(raw, i, scratch);
            break;
        default:
            scratch += raw[i];
        }
    }
    return scratch;
}

bool looksLikeObject(std::string_view line)
{
    const std::size_t at = skipBlanks(line, 0);
    return at < line.size() && line[at] == '{';
}

} // namespace batuta::logs
