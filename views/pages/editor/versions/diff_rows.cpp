// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/diff_rows.h"

#include "engine/versions/line_diff.h"
#include "views/models/text.h"

#include <algorithm>

namespace batuta::views {
namespace {

using versions::Pieces;
using versions::Stretch;

constexpr std::size_t kLongestCompared = 4'000; // bytes of a line whose words are compared
constexpr std::size_t kWork = 20'000;           // comparisons within one line

/// Characters of so many words.
int lengthOf(const Pieces &words, std::size_t from, std::size_t count)
{
    int length = 0;
    for (std::size_t i = from; i < from + count; ++i)
        length += static_cast<int>(textOf(words[i]).size());
    return length;
}

/// Marks the words of two lines that differ. Lines that share next to nothing are other lines: no marks.
void markWords(DiffRow &row, std::string_view before, std::string_view after)
{
    if (before.size() > kLongestCompared || after.size() > kLongestCompared)
        return;
    const Pieces old = versions::wordsOf(before), now = versions::wordsOf(after);
    const versions::PieceDiff diff = versions::diffOf(old, now, kWork);
    int x = 0, y = 0, shared = 0;
    QList<DiffSpan> left, right;
    for (const Stretch &stretch : diff.stretches) {
        const int gone = lengthOf(old, stretch.beforeAt, stretch.before);
        const int come = lengthOf(now, stretch.afterAt, stretch.after);
        if (stretch.isSame)
            shared += static_cast<int>(textOf(before).mid(x, gone).trimmed().size());
        if (!stretch.isSame && gone > 0)
            left.push_back({x, gone});
        if (!stretch.isSame && come > 0)
            right.push_back({y, come});
        x += gone;
        y += come;
    }
    if (4 * shared < std::max(row.before.text.trimmed().size(), row.after.text.trimmed().size()))
        return;
    row.before.spans = std::move(left);
    row.after.spans = std::move(right);
}

} // namespace

DiffRows diffRows(const std::string &before, const std::string &after)
{
    const Pieces old = versions::linesOf(before), now = versions::linesOf(after);
    const versions::PieceDiff diff = versions::diffOf(old, now);
    DiffRows all;
    all.isCoarse = diff.isCoarse;
    all.removed = static_cast<int>(diff.removed());
    all.added = static_cast<int>(diff.added());
    for (const Stretch &stretch : diff.stretches) {
        if (!stretch.isSame)
            all.differences.push_back(static_cast<int>(all.rows.size()));
        for (std::size_t i = 0; i < std::max(stretch.before, stretch.after); ++i) {
            DiffRow row;
            row.isSame = stretch.isSame;
            const std::size_t x = stretch.beforeAt + i, y = stretch.afterAt + i;
            if (i < stretch.before)
                row.before = {static_cast<int>(x) + 1, textOf(old[x]), {}};
            if (i < stretch.after)
                row.after = {static_cast<int>(y) + 1, textOf(now[y]), {}};
            if (!stretch.isSame && row.before.number > 0 && row.after.number > 0)
                markWords(row, old[x], now[y]);
            all.rows.push_back(std::move(row));
        }
    }
    return all;
}

} // namespace batuta::views
