// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace batuta {

std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string> &parts, std::string_view separator);
std::string lowered(std::string_view text);
bool equalLetters(std::string_view a, std::string_view b); ///< of two that are equally long
inline bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && equalLetters(a, b);
}
/// The candidate nearest to `word` by edit distance, or "" when none is near enough to be meant.
std::string nearest(std::string_view word, const std::vector<std::string> &candidates);
/// Column (from 1) of the byte `offset` in `text`, counted in characters of its line, and the line.
std::pair<int, int> lineAndColumn(std::string_view text, std::size_t offset);
bool isValidUtf8(std::string_view text);
/// The whole file as bytes; a file above `limit` bytes is refused unread.
Result<std::string> readFile(const std::string &path, std::uint64_t limit);

} // namespace batuta
