// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace batuta::views {

/// The spaces that a line of YAML begins with.
inline int indentOf(const QString &line)
{
    int at = 0;
    while (at < line.size() && line[at] == ' ')
        ++at;
    return at;
}

} // namespace batuta::views
