// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace batuta::arch {

/// One place where a file breaks a rule of the house.
struct Finding
{
    QString file;
    int line = 0;
    QString rule; ///< `layer`, `token`, `size` …
    QString detail;
};

/// `file:line: rule: detail`
QString shown(const Finding &finding);

/// Includes: written from the root, and only of rooms that the table of layers allows. No Qt where it is not
/// wanted.
std::vector<Finding> checkIncludes(const QString &file, const QString &text);
/// Words that must not appear in code.
std::vector<Finding> checkTokens(const QString &file, const QString &text);
/// Lengths of the file and of its functions, numbers of parameters.
std::vector<Finding> checkSizes(const QString &file, const QString &text);
/// The two licence lines, and #pragma once.
std::vector<Finding> checkHead(const QString &file, const QString &text);

/// All of them.
std::vector<Finding> checkFile(const QString &file, const QString &text);

} // namespace batuta::arch
