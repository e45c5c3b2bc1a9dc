// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace batuta::arch {

/// The room of a path: `engine/net` for `engine/net/url.h`, `tests` for all tests; empty when it names none.
QString roomOf(const QString &path);

/// Whether `file` may include something of `room`, by the table of ARCHITECTURE.md.
bool mayInclude(const QString &file, const QString &room);

/// Qt lives in views, the console and the tests.
bool mayUseQt(const QString &file);

} // namespace batuta::arch
