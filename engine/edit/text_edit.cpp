// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_edit.h"

#include <algorithm>

namespace batuta::edit {
namespace {

/// Whether a text may be cut here: not between the bytes of one character.
bool isCharacter(std::string_view text, std::size_t at)
{
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

} // namespace

std::string applied(std::string_view text, const TextEdits &edits)
{
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (const TextEdit &edit : edits) {
        const std::size_t from = std::clamp(edit.range.from, at, text.size());
        out += text.substr(at, from - at);
        out += edit.text;
        at = std::clamp(edit.range.to, from, text.size());
    }
    out += text.substr(at);
    return out;
}

TextEdits inverseOf(std::string_view text, const TextEdits &edits)
{
    TextEdits inverse;
    inverse.reserve(edits.size());
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const TextEdit &edit : edits) {
        const std::size_t from = edit.range.from + added - removed;
        inverse.push_back(
            {{from, from + edit.text.size()}, std::string(text.substr(edit.range.from, edit.range.size()))});
        added += edit.text.size();
        removed += edit.range.size();
    }
    return inverse;
}

TextEdits difference(std::string_view before, std::string_view after)
{
    if (before == after)
        return {};
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t head = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(most), after.begin())
            .first -
        before.begin());
    while (head > 0 && (!isCharacter(before, head) || !isCharacter(after, head)))
        --head;
    std::size_t tail = 0;
    while (tail < most - head && before[before.size() - tail - 1] == after[after.size() - tail - 1])
        ++tail;
    while (tail > 0 && !isCharacter(before, before.size() - tail))
        --tail;
    return {{{head, before.size() - tail}, std::string(after.substr(head, after.size() - tail - head))}};
}

LineColumn lineColumn(std::string_view text, std::size_t at)
{
    const std::string_view before = text.substr(0, std::min(at, text.size()));
    const std::size_t lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t last = before.rfind('\n');
    const std::size_t start = last == std::string_view::npos ? 0 : last + 1;
    return {static_cast<int>(lines) + 1, static_cast<int>(before.size() - start) + 1};
}

} // namespace batuta::edit
