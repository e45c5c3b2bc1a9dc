// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/yaml_colours.h"

#include "views/pages/editor/text/indent.h"
#include "views/theme/theme.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace batuta::views {
namespace {

constexpr qsizetype kLongestLine = 10'000;
constexpr int kStateBits = 2; ///< the rest of a block's state is the indent of a block scalar's key

/// Where the plain scalar that begins at `from` ends: before ` #`, `: ` and what ends it in a flow mapping.
qsizetype endOfPlain(const QString &line, qsizetype from, bool isFlow)
{
    qsizetype at = from;
    for (; at < line.size(); ++at) {
        const QChar c = line[at];
        if (c == '#' && at > from && line[at - 1].isSpace())
            break;
        if (c == ':' && (at + 1 == line.size() || line[at + 1].isSpace() ||
                         (isFlow && QStringLiteral(",]}").contains(line[at + 1]))))
            break;
        if (isFlow && QStringLiteral(",[]{}").contains(c))
            break;
    }
    while (at > from && line[at - 1].isSpace())
        --at;
    return at;
}

} // namespace

YamlColours::YamlColours(QTextDocument *document, const QWidget &owner)
    : QSyntaxHighlighter(document)
    , m_owner(owner)
{
}

void YamlColours::setPartial(bool partial)
{
    m_isPartial = partial;
    m_first = 0;
    m_last = -1;
}

void YamlColours::setVisible(int first, int last)
{
    if (!m_isPartial || (first == m_first && last == m_last))
        return;
    m_first = first;
    m_last = last;
    for (QTextBlock block = document()->findBlockByNumber(first);
         block.isValid() && block.blockNumber() <= last; block = block.next())
        if (block.layout() && block.layout()->formats().isEmpty())
            rehighlightBlock(block);
}

void YamlColours::paint(qsizetype from, qsizetype to, const QColor &color)
{
    if (to > from)
        setFormat(static_cast<int>(from), static_cast<int>(to - from), color);
}

void YamlColours::highlightBlock(const QString &line)
{
    setCurrentBlockState(None);
    if (line.size() > kLongestLine)
        return;
    const int number = currentBlock().blockNumber();
    if (m_isPartial && (number < m_first || number > m_last))
        return;
    colourLine(line);
    colourExpressions(line);
}

void YamlColours::colourLine(const QString &line)
{
    const Colors::Code &code = themeOf(&m_owner).colors().code;
    const int before = std::max(0, previousBlockState());
    const int state = before & ((1 << kStateBits) - 1);
    qsizetype at = indentOf(line);
    if (state == Block) {
        const bool isBlank = at == line.size();
        if (isBlank || at > before >> kStateBits) {
            paint(at, line.size(), code.string);
            setCurrentBlockState(before);
            return;
        }
    } else if (state != None) {
        at = colourQuoted(line, 0, state == DoubleQuoted ? '"' : '\'');
    }
    const qsizetype indent = at;
    int depth = 0; // of flow collections: they are coloured as such within one line
    while (at < line.size()) {
        const QChar c = line[at];
        if (c.isSpace()) {
            ++at;
        } else if (c == '#') {
            paint(at, line.size(), code.comment);
            return;
        } else if (c == '"' || c == '\'') {
            const qsizetype from = at;
            at = colourQuoted(line, at + 1, c);
            paint(from, from + 1, code.string);
            static const QRegularExpression colon(R"(\G\s*:(\s|$))");
            if (colon.match(line, at).hasMatch() && currentBlockState() == None)
                paint(from, at, code.key);
        } else if (QStringLiteral("{}[],").contains(c)) {
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            paint(at, at + 1, code.punct);
            ++at;
        } else if ((c == '-' || c == '?') && (at + 1 == line.size() || line[at + 1].isSpace())) {
            paint(at, at + 1, code.punct);
            ++at;
        } else if (c == ':' && (at + 1 == line.size() || line[at + 1].isSpace())) {
            paint(at, at + 1, code.punct);
            ++at;
        } else if (depth == 0 && (c == '|' || c == '>')) {
            paint(at, line.size(), code.punct);
            setCurrentBlockState((static_cast<int>(indent) << kStateBits) | Block);
            return;
        } else if (c == '&' || c == '*' || c == '!') {
            const qsizetype to = endOfPlain(line, at, depth > 0);
            const qsizetype space = line.indexOf(' ', at);
            const qsizetype end = space < 0 ? to : std::min(to, space);
            paint(at, end, code.keyword);
            at = std::max(end, at + 1);
        } else {
            at = colourPlain(line, at, depth > 0);
        }
    }
}

qsizetype YamlColours::colourQuoted(const QString &line, qsizetype from, QChar quote)
{
    const Colors::Code &code = themeOf(&m_owner).colors().code;
    qsizetype at = from;
    for (; at < line.size(); ++at) {
        if (quote == '"' && line[at] == '\\') {
            ++at;
        } else if (line[at] == quote) {
            if (quote == '\'' && at + 1 < line.size() && line[at + 1] == quote) {
                ++at;
                continue;
            }
            paint(from, at + 1, code.string);
            return at + 1;
        }
    }
    paint(from, line.size(), code.string);
    setCurrentBlockState(quote == '"' ? DoubleQuoted : SingleQuoted);
    return line.size();
}

qsizetype YamlColours::colourPlain(const QString &line, qsizetype from, bool isFlow)
{
    static const QRegularExpression number(
        R"(^[-+]?(\d[\d_]*(\.\d*)?([eE][-+]?\d+)?|0x[\da-fA-F]+)(us|ms|s|m|h|d|B|[KMG]i?B?)?$)");
    static const QRegularExpression word(R"(^(true|false|null|~)$)");
    const Colors::Code &code = themeOf(&m_owner).colors().code;
    const qsizetype open = line.indexOf(QStringLiteral("${{"), from);
    qsizetype end = endOfPlain(line, from, isFlow);
    if (open == from) // an expression without quotes: its braces are its own
        end = std::max(end, line.indexOf(QStringLiteral("}}"), from) + 2);
    end = std::max(end, from + 1);
    qsizetype behind = end;
    while (behind < line.size() && line[behind].isSpace())
        ++behind;
    const bool isKey = behind < line.size() && line[behind] == ':' &&
                       (behind + 1 == line.size() || line[behind + 1].isSpace());
    const QString text = line.mid(from, end - from);
    paint(from, end,
          isKey                           ? code.key
          : word.match(text).hasMatch()   ? code.keyword
          : number.match(text).hasMatch() ? code.number
                                          : code.string);
    return end;
}

void YamlColours::colourExpressions(const QString &line)
{
    const Colors::Code &code = themeOf(&m_owner).colors().code;
    for (qsizetype at = line.indexOf(QStringLiteral("${{")); at >= 0;
         at = line.indexOf(QStringLiteral("${{"), at + 3)) {
        if (format(static_cast<int>(at)).foreground().color() == code.comment)
            continue;
        const qsizetype close = line.indexOf(QStringLiteral("}}"), at);
        const qsizetype end = close < 0 ? line.size() : close + 2;
        paint(at, end, code.variable);
        static const QRegularExpression text(R"('(?:[^']|'')*')");
        auto matches = text.globalMatch(line.mid(at, end - at));
        while (matches.hasNext()) {
            const auto match = matches.next();
            paint(at + match.capturedStart(), at + match.capturedEnd(), code.string);
        }
    }
}

} // namespace batuta::views
