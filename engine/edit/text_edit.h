// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::edit {

/// Bytes [from, to) of a text.
struct Range
{
    std::size_t from = 0;
    std::size_t to = 0;

    std::size_t size() const { return to - from; }
    bool contains(std::size_t at) const { return at >= from && at < to; }
    bool operator==(const Range &) const = default;
};

/// The bytes of `range` become `text`.
struct TextEdit
{
    Range range;
    std::string text;

    bool operator==(const TextEdit &) const = default;
};

/// In ascending order, without overlaps; all ranges are of the text before any of them.
using TextEdits = std::vector<TextEdit>;

std::string applied(std::string_view text, const TextEdits &edits);
/// What leads from applied(text, edits) back to `text`, byte for byte.
TextEdits inverseOf(std::string_view text, const TextEdits &edits);
/// The smallest single edit that makes `before` into `after`; none when they are equal.
TextEdits difference(std::string_view before, std::string_view after);

/// Line and column (bytes) of a place in a text; both count from 1.
struct LineColumn
{
    int line = 1;
    int column = 1;
};
LineColumn lineColumn(std::string_view text, std::size_t at);

} // namespace batuta::edit
