// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace batuta::views {

/// Characters of a line that differ from the line beside it.
struct DiffSpan
{
    int from = 0;
    int size = 0;

    bool operator==(const DiffSpan &) const = default;
};

/// One side of a row; without a number there is no line.
struct DiffLine
{
    int number = 0; ///< from 1
    QString text;
    QList<DiffSpan> spans;
};

/// Two lines side by side.
struct DiffRow
{
    bool isSame = true;
    DiffLine before;
    DiffLine after;
};

/// Two texts side by side. A value, made on a worker.
struct DiffRows
{
    std::vector<DiffRow> rows;
    std::vector<int> differences; ///< the first row of each
    int added = 0;                ///< lines
    int removed = 0;
    bool isCoarse = false; ///< too different to be compared exactly
};

DiffRows diffRows(const std::string &before, const std::string &after);

} // namespace batuta::views
