// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::views {

// JSON as bytes, for looking at payloads that are too large to make values of. Nothing here checks the whole
// text: what is no JSON ends a list early or gives nothing. Offsets are bytes from the start of the text.

/// One child of an object or array. Of an array the key is empty.
struct JsonChild
{
    std::uint32_t keyBegin = 0, keyEnd = 0; ///< with its quotes
    std::uint32_t begin = 0, end = 0;       ///< of the value
};

/// Texts above this are shown raw only; offsets are 32 bits, and nobody reads more as a tree.
inline constexpr std::size_t kMostSkimmed = std::size_t{256} << 20;

/// The first byte that is no blank, from `at` on; the size of the text when there is none.
std::size_t skipBlanks(std::string_view text, std::size_t at);
/// One past the value that begins at `at`; the size of the text when it is cut off there.
std::size_t endOfValue(std::string_view text, std::size_t at);
/// The children of the object or array that begins at `at`; empty for other values.
std::vector<JsonChild> childrenOf(std::string_view text, std::size_t at);
/// Whether an object or array begins at `at`, and has children.
bool hasChildren(std::string_view text, std::size_t at);
/// The same text, indented by two blanks. Nothing when brackets do not match or it is no object or array; a
/// text that is cut off is indented as far as it goes when `mayEndEarly`.
std::optional<std::string> indentedJson(std::string_view text, bool mayEndEarly);
/// What a string with its quotes says; other values as they are written.
QString plainText(std::string_view value);

} // namespace batuta::views
