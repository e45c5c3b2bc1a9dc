// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

namespace batuta::views {

class LogTable;

/// Lets screen readers see a LogTable as a table: its rows are all lines, its cells are made when they are
/// asked for. Does so once for the program.
void installLogAccessibility();
/// Tells that the current cell has become the one in focus.
void announceCell(LogTable &table);

} // namespace batuta::views
