// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

struct sqlite3;

namespace batuta::store {

/// The bytes of `text` as they go into a file: LZ4 behind a mark when that is smaller, otherwise as they are.
/// The texts of an execution repeat themselves: a record of ten calls takes a seventh, and so many pages less
/// are written and synced. The result refers to `room`, which is only ever made larger, or to `text`.
std::string_view packed(std::string_view text, std::string &room);
/// The text again; it refers to `room` or to `bytes`. What is damaged comes back as it is, and is no JSON.
std::string_view unpacked(std::string_view bytes, std::string &room);
/// Makes `plain(body)` known to SQL: the text again. Bytes without the mark are themselves: small ones, and
/// those of older files; damaged ones, too. False when SQLite refuses.
bool addUnpacking(sqlite3 *database);

} // namespace batuta::store
