// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/payload/row_colors.h"

namespace batuta::views {
namespace {

using Ranges = QList<QTextLayout::FormatRange>;

void mark(Ranges &ranges, qsizetype from, qsizetype to, const QColor &color)
{
    if (to <= from)
        return;
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(from);
    range.length = static_cast<int>(to - from);
    range.format.setForeground(color);
    ranges.append(range);
}

qsizetype endOfText(const QString &row, qsizetype at)
{
    for (++at; at < row.size(); ++at) {
        if (row[at] == '\\')
            ++at;
        else if (row[at] == '"')
            return at + 1;
    }
    return row.size();
}

/// `POST https://…`, `HTTP/1.1 503`, `Content-Type: …`.
bool isHead(const QString &row)
{
    if (row.isEmpty() || !row[0].isLetter())
        return false;
    return !row.startsWith("true") && !row.startsWith("false") && !row.startsWith("null");
}

void head(Ranges &ranges, const QString &row, const Colors::Code &code)
{
    const qsizetype blank = row.indexOf(' '), colon = row.indexOf(':');
    if (colon > 0 && (blank < 0 || colon < blank))
        mark(ranges, 0, colon, code.key);
    else if (blank > 0)
        mark(ranges, 0, blank, code.keyword);
}

void json(Ranges &ranges, const QString &row, const Colors::Code &code)
{
    for (qsizetype at = 0; at < row.size();) {
        const QChar c = row[at];
        if (c == '"') {
            const qsizetype end = endOfText(row, at);
            mark(ranges, at, end, end < row.size() && row[end] == ':' ? code.key : code.string);
            at = end;
        } else if (c.isDigit() || c == '-') {
            qsizetype end = at + 1;
            while (end < row.size() &&
                   (row[end].isLetterOrNumber() || QStringView(u".+-").contains(row[end])))
                ++end;
            mark(ranges, at, end, code.number);
            at = end;
        } else if (c.isLetter()) {
            qsizetype end = at + 1;
            while (end < row.size() && row[end].isLetter())
                ++end;
            mark(ranges, at, end, code.keyword);
            at = end;
        } else {
            if (!c.isSpace())
                mark(ranges, at, at + 1, code.punct);
            ++at;
        }
    }
}

} // namespace

QList<QTextLayout::FormatRange> colorsOfRow(const QString &row, bool isContinued, const Colors::Code &code)
{
    Ranges ranges;
    if (isContinued)
        mark(ranges, 0, row.size(), code.string);
    else if (isHead(row))
        head(ranges, row, code);
    else
        json(ranges, row, code);
    return ranges;
}

} // namespace batuta::views
