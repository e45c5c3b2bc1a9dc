// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/environment.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::env {

inline constexpr std::uint64_t kEnvFileLimit = 1ULL << 20;

/// Bytes of a file, `to` behind the last.
struct Span
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Where an entry is written.
struct Written
{
    Span lines; ///< from the start of its first line to the end of its last, without the line break
    Span value; ///< with its quotes
};

struct Parsed
{
    std::vector<Entry> entries;
    Errors problems;
    std::vector<Written> written{}; ///< one for each entry; of a .env file only
};

/// Reads a .env file by the rules of npm's dotenv: `KEY=value` or `KEY: value`, an optional `export`, values
/// in ' " or ` (which may span lines), `\n` and `\r` as line ends in double quotes only, `#` comments, CRLF
/// and a byte order mark. Like there, a later line wins over an earlier one, and a line that is no assignment
/// is passed over, but here it is also reported. `file` only fills the places.
Parsed parseDotenv(std::string_view text, const std::string &file);

} // namespace batuta::env
