// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/book.h"

#include <optional>
#include <string>
#include <string_view>

namespace batuta::fleet {

/// Appends an entry as one line of a book's file, without its end.
void encodeEntry(const Entry &entry, std::string &out);
/// Nothing when the line is none: cut by a crash, or of another program.
std::optional<Entry> decodeEntry(std::string_view line);
/// About what an entry takes in memory.
std::uint64_t weightOf(const Entry &entry);

} // namespace batuta::fleet
