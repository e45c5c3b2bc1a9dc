// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace batuta::versions {
namespace {

using Index = std::ptrdiff_t;
using Ids = std::vector<std::uint32_t>;

/// A part of both texts: pieces [left, right) of the one, [top, bottom) of the other.
struct Box
{
    Index left = 0;
    Index top = 0;
    Index right = 0;
    Index bottom = 0;

    Index width() const { return right - left; }
    Index height() const { return bottom - top; }
    Index delta() const { return width() - height(); }
};

/// Myers' algorithm in linear space: the middle of a shortest way through a box is looked for from both of
/// its ends at once, then what lies before and behind it in the same way. Marks the pieces that differ.
class Searcher
{
public:
    Searcher(const Ids &before, const Ids &after, std::size_t work)
        : m_before(before)
        , m_after(after)
        , m_work(work)
        , m_removed(before.size(), false)
        , m_added(after.size(), false)
        , m_forward(before.size() + after.size() + 5)
        , m_backward(m_forward.size())
    {
    }

    void search()
    {
        std::vector<Box> open{
            {0, 0, static_cast<Index>(m_before.size()), static_cast<Index>(m_after.size())}};
        while (!open.empty()) {
            const Box box = withoutSameEnds(open.back());
            open.pop_back();
            const bool isOneSided = box.width() == 0 || box.height() == 0;
            const std::optional<Box> middle = isOneSided ? std::nullopt : middleOf(box);
            if (!middle) {
                m_isCoarse = m_isCoarse || !isOneSided;
                markAll(box);
                continue;
            }
            open.push_back({box.left, box.top, middle->left, middle->top});
            open.push_back(*middle);
            open.push_back({middle->right, middle->bottom, box.right, box.bottom});
        }
    }

    bool isCoarse() const { return m_isCoarse; }
    bool isRemoved(std::size_t at) const { return m_removed[at]; }
    bool isAdded(std::size_t at) const { return m_added[at]; }

private:
    bool isSame(Index x, Index y) const
    {
        return m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)];
    }

    Box withoutSameEnds(Box box) const
    {
        for (; box.width() > 0 && box.height() > 0 && isSame(box.left, box.top); ++box.top)
            ++box.left;
        for (; box.width() > 0 && box.height() > 0 && isSame(box.right - 1, box.bottom - 1); --box.bottom)
            --box.right;
        return box;
    }

    void markAll(const Box &box)
    {
        std::fill(m_removed.begin() + box.left, m_removed.begin() + box.right, true);
        std::fill(m_added.begin() + box.top, m_added.begin() + box.bottom, true);
    }

    /// One change, and the same pieces beside it. Nothing when the work that is allowed has been done.
    std::optional<Box> middleOf(const Box &box)
    {
        const Index most = (box.width() + box.height() + 1) / 2;
        m_zero = most + 1;
        forward(1) = box.left;
        backward(1) = box.bottom;
        for (Index depth = 0; depth <= most; ++depth) {
            const auto cost = static_cast<std::size_t>(2 * depth + 2);
            if (m_work < cost)
                return std::nullopt;
            m_work -= cost;
            for (Index k = depth; k >= -depth; k -= 2)
                if (const std::optional<Box> met = stepForward(box, depth, k))
                    return met;
            for (Index c = depth; c >= -depth; c -= 2)
                if (const std::optional<Box> met = stepBackward(box, depth, c))
                    return met;
        }
        return std::nullopt;
    }

    /// How far the ways of so many changes come on a diagonal, counted from the start: the first text's
    /// piece.
    Index &forward(Index diagonal) { return m_forward[static_cast<std::size_t>(diagonal + m_zero)]; }
    /// The same from the end, on diagonals counted from there: the second text's piece.
    Index &backward(Index diagonal) { return m_backward[static_cast<std::size_t>(diagonal + m_zero)]; }

    std::optional<Box> stepForward(const Box &box, Index depth, Index k)
    {
        const bool adds = k == -depth || (k != depth && forward(k - 1) < forward(k + 1));
        const Index fromX = adds ? forward(k + 1) : forward(k - 1);
        Index x = adds ? fromX : fromX + 1;
        Index y = box.top + (x - box.left) - k;
        const Index fromY = depth == 0 || x != fromX ? y : y - 1;
        for (; x < box.right && y < box.bottom && isSame(x, y); ++y)
            ++x;
        forward(k) = x;
        const Index c = k - box.delta();
        const bool hasMet = box.delta() % 2 != 0 && c > -depth && c < depth && y >= backward(c);
        return hasMet ? std::optional<Box>({fromX, fromY, x, y}) : std::nullopt;
    }

    std::optional<Box> stepBackward(const Box &box, Index depth, Index c)
    {
        const Index k = c + box.delta();
        const bool removes = c == -depth || (c != depth && backward(c - 1) > backward(c + 1));
        const Index fromY = removes ? backward(c + 1) : backward(c - 1);
        Index y = removes ? fromY : fromY - 1;
        Index x = box.left + (y - box.top) + k;
        const Index fromX = depth == 0 || y != fromY ? x : x + 1;
        for (; x > box.left && y > box.top && isSame(x - 1, y - 1); --y)
            --x;
        backward(c) = y;
        const bool hasMet = box.delta() % 2 == 0 && k >= -depth && k <= depth && x <= forward(k);
        return hasMet ? std::optional<Box>({x, y, fromX, fromY}) : std::nullopt;
    }

    const Ids &m_before;
    const Ids &m_after;
    std::size_t m_work;
    bool m_isCoarse = false;
    std::vector<bool> m_removed;
    std::vector<bool> m_added;
    std::vector<Index> m_forward;
    std::vector<Index> m_backward;
    Index m_zero = 0; ///< where the diagonal 0 stands in both
};

/// Equal pieces have equal numbers.
class Numbers
{
public:
    Ids of(const Pieces &pieces)
    {
        Ids ids;
        ids.reserve(pieces.size());
        for (const std::string_view piece : pieces)
            ids.push_back(
                m_known.try_emplace(piece, static_cast<std::uint32_t>(m_known.size())).first->second);
        return ids;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_known;
};

enum class Sort { Word, Blank, Sign };

/// Bytes of characters beyond ASCII belong to words, so that no character is cut.
Sort sortOf(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool isWord = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                        (byte >= 'A' && byte <= 'Z') || byte == '_' || byte >= 0x80;
    return isWord ? Sort::Word : byte == ' ' || byte == '\t' ? Sort::Blank : Sort::Sign;
}

} // namespace

Pieces linesOf(std::string_view text)
{
    Pieces lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Pieces wordsOf(std::string_view line)
{
    Pieces words;
    while (!line.empty()) {
        const Sort sort = sortOf(line.front());
        std::size_t end = 1;
        while (sort != Sort::Sign && end < line.size() && sortOf(line[end]) == sort)
            ++end;
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

std::size_t PieceDiff::removed() const
{
    std::size_t count = 0;
    for (const Stretch &stretch : stretches)
        count += stretch.isSame ? 0 : stretch.before;
    return count;
}

std::size_t PieceDiff::added() const
{
    std::size_t count = 0;
    for (const Stretch &stretch : stretches)
        count += stretch.isSame ? 0 : stretch.after;
    return count;
}

std::size_t PieceDiff::differences() const
{
    return static_cast<std::size_t>(std::count_if(stretches.begin(), stretches.end(),
                                                  [](const Stretch &stretch) { return !stretch.isSame; }));
}

PieceDiff diffOf(const Pieces &before, const Pieces &after, std::size_t work)
{
    Numbers numbers;
    const Ids left = numbers.of(before);
    const Ids right = numbers.of(after);
    Searcher searcher(left, right, work);
    searcher.search();
    PieceDiff diff;
    diff.isCoarse = searcher.isCoarse();
    std::size_t x = 0, y = 0;
    while (x < left.size() || y < right.size()) {
        Stretch stretch{false, x, 0, y, 0};
        while (x < left.size() && searcher.isRemoved(x))
            ++x;
        while (y < right.size() && searcher.isAdded(y))
            ++y;
        stretch.isSame = x == stretch.beforeAt && y == stretch.afterAt;
        while (stretch.isSame && x < left.size() && y < right.size() && !searcher.isRemoved(x) &&
               !searcher.isAdded(y))
            ++x, ++y;
        stretch.before = x - stretch.beforeAt;
        stretch.after = y - stretch.afterAt;
        diff.stretches.push_back(stretch);
    }
    return diff;
}

} // namespace batuta::versions
