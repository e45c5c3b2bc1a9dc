// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/needle.h"

#include "engine/base/text.h"
#include "engine/logs/letters.h"

#include <bit>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace batuta::logs {
namespace {

char folded(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
}

/// How often a byte stands in log lines, roughly: the less often, the fewer places need a closer look.
int commonness(char byte)
{
    if (byte == '"' || byte == ' ')
        return 10;
    if (byte == ',' || byte == ':' || byte == '_' || (byte >= '0' && byte <= '9'))
        return 8;
    if (std::strchr("etainosr", byte) != nullptr)
        return 7;
    return byte >= 'a' && byte <= 'z' ? 5 : 3;
}

#ifdef __SSE2__
/// Looks for one byte in sixteen; with a fold also for the other case of a letter.
struct Probe
{
    Probe(char wanted, bool anyCase)
        : byte(_mm_set1_epi8(anyCase && isLetter(wanted) ? static_cast<char>(wanted | 0x20) : wanted))
        , fold(_mm_set1_epi8(anyCase && isLetter(wanted) ? 0x20 : 0))
    {
    }
    __m128i at(const char *text) const
    {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text));
        return _mm_cmpeq_epi8(_mm_or_si128(block, fold), byte);
    }
    __m128i byte, fold;
};
#endif

} // namespace

Needle::Needle(std::string_view text, bool anyCase)
    : m_text(anyCase ? lowered(text) : std::string(text))
    , m_anyCase(anyCase)
{
    int best = 100;
    int next = 100;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const int here = commonness(m_text[i]);
        if (here < best) {
            m_second = m_first;
            next = best;
            m_first = i;
            best = here;
        } else if (here < next) {
            m_second = i;
            next = here;
        }
    }
}

bool Needle::isAt(const char *at) const
{
    if (!m_anyCase)
        return std::memcmp(at, m_text.data(), m_text.size()) == 0;
    for (std::size_t i = 0; i < m_text.size(); ++i)
        if (folded(at[i]) != m_text[i])
            return false;
    return true;
}

std::size_t Needle::find(std::string_view in, std::size_t from) const
{
    const std::size_t length = m_text.size();
    if (length == 0 || in.size() < length || from > in.size() - length)
        return length == 0 && from <= in.size() ? from : npos;
    const std::size_t last = in.size() - length; // the last place where it can begin
    std::size_t at = from;
#ifdef __SSE2__
    const Probe first(m_text[m_first], m_anyCase);
    const Probe second(m_text[m_second], m_anyCase);
    for (; at + 15 <= last; at += 16) {
        const char *place = in.data() + at;
        auto hits = static_cast<std::uint32_t>(
            _mm_movemask_epi8(_mm_and_si128(first.at(place + m_first), second.at(place + m_second))));
        for (; hits != 0; hits &= hits - 1)
            if (const int offset = std::countr_zero(hits); isAt(place + offset))
                return at + static_cast<std::size_t>(offset);
    }
#endif
    for (; at <= last; ++at)
        if (isAt(in.data() + at))
            return at;
    return npos;
}

} // namespace batuta::logs
