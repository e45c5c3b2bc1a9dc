// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/matcher.h"

#include "engine/logs/query_part.h"

#include <algorithm>
#include <bit>

namespace batuta::logs {
namespace {

void fill(Bits &bits, std::size_t lines)
{
    bits.assign((lines + 63) / 64, ~std::uint64_t{0});
    if (lines % 64 != 0)
        bits.back() >>= 64 - lines % 64;
}

std::size_t countOf(const Bits &bits)
{
    std::size_t count = 0;
    for (const std::uint64_t word : bits)
        count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

template <class Visit> void forEachSet(const Bits &bits, Visit visit)
{
    for (std::size_t word = 0; word < bits.size(); ++word)
        for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1)
            visit(word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
}

} // namespace

/// The bytes of a block's lines, read when somebody needs them.
class LogMatcher::BlockText
{
public:
    BlockText(const IndexedFile &file, std::size_t block, std::string &buffer)
        : m_file(file)
        , m_lines(*file.blocks()[block])
        , m_end(file.endOfBlock(block))
        , m_buffer(buffer)
    {
    }

    const LogBlock &lines() const { return m_lines; }
    const IndexedFile &file() const { return m_file; }
    std::string_view bytes()
    {
        if (!m_isRead) {
            const std::uint64_t from = m_lines.start(0);
            const std::uint64_t most = m_lines.start(m_lines.lines() - 1) - from + kMostOfLine;
            m_buffer.resize(static_cast<std::size_t>(std::min(m_end - from, most)));
            m_buffer.resize(m_file.file().read(from, m_buffer));
            m_isRead = true;
        }
        return m_buffer;
    }
    std::size_t place(std::size_t line) const
    {
        return static_cast<std::size_t>(m_lines.start(line) - m_lines.start(0));
    }
    std::string_view line(std::size_t line)
    {
        const std::string_view all = bytes();
        const std::size_t from = std::min(place(line), all.size());
        const std::size_t to =
            line + 1 < m_lines.lines() ? std::min(place(line + 1), all.size()) : all.size();
        std::string_view text = all.substr(from, to - from);
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
            text.remove_suffix(1);
        return text;
    }

private:
    const IndexedFile &m_file;
    const LogBlock &m_lines;
    std::uint64_t m_end;
    std::string &m_buffer;
    bool m_isRead = false;
};

/// A part of the query with what it takes to find candidates for it.
class LogMatcher::Part : public QueryPart
{
public:
    explicit Part(const QueryNode &node)
        : QueryPart(node)
    {
        for (const QueryNode &part : node.parts)
            m_parts.emplace_back(part);
    }

    /// Lines that may match; `isExact`: that do.
    Bits candidates(BlockText &text, bool &isExact) const
    {
        isExact = true;
        switch (kind()) {
        case QueryNode::Kind::And:
            return every(text, isExact);
        case QueryNode::Kind::Or:
            return any(text, isExact);
        case QueryNode::Kind::Not: {
            Bits bits = m_parts.front().candidates(text, isExact);
            Bits all;
            fill(all, text.lines().lines());
            for (std::size_t i = 0; isExact && i < all.size(); ++i)
                all[i] &= ~bits[i];
            return all;
        }
        default:
            return isIndexed() ? known(text) : isNumberAtName() ? judged(text) : hits(text, isExact);
        }
    }

    bool holds(const LineView &line, std::string &scratch) const
    {
        switch (kind()) {
        case QueryNode::Kind::And:
            return std::all_of(m_parts.begin(), m_parts.end(),
                               [&](const Part &part) { return part.holds(line, scratch); });
        case QueryNode::Kind::Or:
            return std::any_of(m_parts.begin(), m_parts.end(),
                               [&](const Part &part) { return part.holds(line, scratch); });
        case QueryNode::Kind::Not:
            return !m_parts.front().holds(line, scratch);
        default:
            return holdsAlone(line, scratch);
        }
    }

private:
    Bits every(BlockText &text, bool &isExact) const
    {
        constexpr std::size_t kFew = 16; // one line of so many is read rather than the block searched
        Bits bits;
        fill(bits, text.lines().lines());
        const auto meet = [&](const Part &part) {
            bool exact = true;
            const Bits own = part.candidates(text, exact);
            for (std::size_t i = 0; i < bits.size(); ++i)
                bits[i] &= own[i];
            return exact;
        };
        const Part *best = nullptr;
        int unread = 0;
        for (const Part &part : m_parts) {
            if (part.isIndexedWhole()) {
                meet(part);
                continue;
            }
            ++unread;
            if (!best || part.sureness() > best->sureness())
                best = &part;
        }
        const bool isFound = best && countOf(bits) > text.lines().lines() / kFew && meet(*best);
        isExact = unread == 0 || (unread == 1 && isFound);
        return bits;
    }

    Bits any(BlockText &text, bool &isExact) const
    {
        Bits bits((text.lines().lines() + 63) / 64, 0);
        for (const Part &part : m_parts) {
            bool exact = true;
            const Bits own = part.candidates(text, exact);
            isExact = isExact && exact;
            for (std::size_t i = 0; i < bits.size(); ++i)
                bits[i] |= own[i];
        }
        return bits;
    }

    /// What the index alone can tell.
    Bits known(BlockText &text) const
    {
        const LogBlock &lines = text.lines();
        Bits bits((lines.lines() + 63) / 64, 0);
        switch (ofBlock(text.file(), lines)) {
        case Verdict::All:
            fill(bits, lines.lines());
            break;
        case Verdict::None:
            break;
        case Verdict::Some:
            for (std::size_t i = 0; i < lines.lines(); ++i)
                if (ofLine(lines.severity(i), lines.time(i)))
                    bits[i / 64] |= std::uint64_t{1} << (i % 64);
        }
        return bits;
    }

    /// The lines in which stands what must.
    Bits hits(BlockText &text, bool &isExact) const
    {
        isExact = isNeedleAll();
        Bits bits;
        const std::size_t lines = text.lines().lines();
        if (needle().isEmpty()) {
            fill(bits, lines);
            return bits;
        }
        bits.assign((lines + 63) / 64, 0);
        const std::string_view bytes = text.bytes();
        std::size_t line = 0;
        for (std::size_t at = needle().find(bytes); at != Needle::npos && line < lines;) {
            while (line + 1 < lines && text.place(line + 1) <= at)
                ++line;
            bits[line / 64] |= std::uint64_t{1} << (line % 64);
            if (++line == lines)
                break;
            at = needle().find(bytes, text.place(line));
        }
        return bits;
    }

    /// The lines that match, each with the field's name judged where it was found.
    Bits judged(BlockText &text) const
    {
        const LogBlock &index = text.lines();
        Bits bits((index.lines() + 63) / 64, 0);
        if (holdsWithout())
            fill(bits, index.lines());
        const std::string_view bytes = text.bytes();
        std::string scratch;
        std::size_t line = 0;
        for (std::size_t at = needle().find(bytes); at != Needle::npos && line < index.lines();) {
            while (line + 1 < index.lines() && text.place(line + 1) <= at)
                ++line;
            const std::string_view own = text.line(line);
            std::optional<bool> holds = holdsAtName(own, at - text.place(line));
            if (!holds)
                holds = holdsAlone({own, index.severity(line), index.time(line), {}}, scratch);
            const std::uint64_t bit = std::uint64_t{1} << (line % 64);
            bits[line / 64] = *holds ? bits[line / 64] | bit : bits[line / 64] & ~bit;
            if (++line == index.lines())
                break;
            at = needle().find(bytes, text.place(line));
        }
        return bits;
    }

    bool isIndexedWhole() const
    {
        return m_parts.empty() ? isIndexed()
                               : std::all_of(m_parts.begin(), m_parts.end(),
                                             [](const Part &part) { return part.isIndexedWhole(); });
    }
    /// How few lines its candidates are, roughly.
    std::size_t sureness() const
    {
        if (kind() == QueryNode::Kind::Not)
            return 0;
        if (m_parts.empty())
            return holdsWithout() ? 0 : needle().text().size();
        std::size_t least = 1000;
        for (const Part &part : m_parts)
            least = std::min(least, part.sureness());
        return least;
    }

    std::vector<Part> m_parts;
};

LogMatcher::LogMatcher(const LogQuery &query, TimeSpan span)
    : m_root(std::make_unique<Part>(query.root))
    , m_span(span)
{
}

LogMatcher::~LogMatcher() = default;
LogMatcher::LogMatcher(LogMatcher &&) noexcept = default;

Bits LogMatcher::match(const IndexedFile &file, std::size_t block, std::string &buffer) const
{
    const LogBlock &lines = *file.blocks()[block];
    if (lines.lines() == 0)
        return {};
    BlockText text(file, block, buffer);
    bool isExact = true;
    Bits bits = m_root->candidates(text, isExact);
    const auto drop = [&](std::size_t i) { bits[i / 64] &= ~(std::uint64_t{1} << (i % 64)); };
    if (m_span.from != kNoTime || m_span.to != kNoTime)
        forEachSet(Bits(bits), [&](std::size_t i) {
            const LineTime time = lines.time(i);
            if (time == kNoTime || time < m_span.from || (m_span.to != kNoTime && time >= m_span.to))
                drop(i);
        });
    if (isExact)
        return bits;
    std::string scratch;
    const std::string name = file.file().name();
    forEachSet(Bits(bits), [&](std::size_t i) {
        if (!m_root->holds({text.line(i), lines.severity(i), lines.time(i), name}, scratch))
            drop(i);
    });
    return bits;
}

bool LogMatcher::matches(const IndexedFile &file, std::uint64_t line) const
{
    const std::string text = file.text(line, kMostOfLine);
    std::string scratch;
    const LineTime time = file.time(line);
    if ((m_span.from != kNoTime && time < m_span.from) || (m_span.to != kNoTime && time >= m_span.to))
        return false;
    return m_root->holds({text, file.severity(line), time, file.file().name()}, scratch);
}

} // namespace batuta::logs
