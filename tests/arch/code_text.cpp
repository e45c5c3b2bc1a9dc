// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/code_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace batuta::arch {
namespace {

/// Blanks out text[from, to) but for the line ends.
void blank(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < std::min(to, text.size()); ++i)
        if (text[i] != '\n')
            text[i] = ' ';
}

/// Where the text or character that opens at `at` ends: the position of the closing quote.
qsizetype closingQuote(const QString &text, qsizetype at)
{
    const QChar quote = text[at];
    qsizetype i = at + 1;
    while (i < text.size() && text[i] != quote && text[i] != '\n')
        i += text[i] == '\\' ? 2 : 1;
    return i;
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == '_';
}

/// Past the literal or comment that starts at `at`, blanked; `at` itself when none starts there.
qsizetype pastOpaque(QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).mid(at);
    const bool insideWord = at > 0 && isWord(text[at - 1]);
    if (rest.startsWith(QLatin1String("//")) || rest.startsWith(QLatin1String("/*"))) {
        const bool line = rest[1] == '/';
        const qsizetype found = line ? text.indexOf('\n', at) : text.indexOf("*/", at + 2);
        const qsizetype end = found < 0 ? text.size() : found + (line ? 0 : 2);
        blank(text, at, end);
        return end;
    }
    if (rest.startsWith(QLatin1String("R\"")) && !insideWord) {
        const qsizetype open = text.indexOf('(', at);
        const QString close = ")" + text.mid(at + 2, open - at - 2) + "\"";
        const qsizetype found = text.indexOf(close, open);
        const qsizetype end = found < 0 ? text.size() : found + close.size();
        blank(text, at + 2, end - 1);
        return end;
    }
    if (rest[0] == '"' || (rest[0] == '\'' && !insideWord)) { // 10'000 is a number
        const qsizetype end = closingQuote(text, at);
        blank(text, at + 1, end);
        return std::min(end + 1, text.size());
    }
    return at;
}

QString withoutAngles(QString head)
{
    static const QRegularExpression angles("<[^<>]*>");
    for (qsizetype before = -1; before != head.size();) {
        before = head.size();
        head.replace(angles, " ");
    }
    return head;
}

/// The position of the ( of the parameters in a function's head, or -1.
qsizetype parametersAt(const QString &head)
{
    static const QRegularExpression group(R"(([~\w]*)\s*\()");
    static const QStringList notNames{"decltype", "alignas", "explicit", "noexcept", "requires"};
    auto matches = group.globalMatch(head);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.captured(1) == "operator" && matches.hasNext())
            return matches.next().capturedEnd() - 1;
        if (!notNames.contains(match.captured(1)))
            return match.capturedEnd() - 1;
    }
    return -1;
}

qsizetype closingParenthesis(const QString &head, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < head.size(); ++i) {
        depth += head[i] == '(' ? 1 : head[i] == ')' ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return head.size();
}

int countParameters(const QString &head)
{
    const qsizetype open = parametersAt(head);
    const qsizetype close = closingParenthesis(head, open);
    if (QStringView(head).mid(open + 1, close - open - 1).trimmed().isEmpty())
        return 0;
    int depth = 0;
    int count = 1;
    for (qsizetype i = open + 1; i < close; ++i) {
        depth += QString("({[").contains(head[i]) ? 1 : QString(")}]").contains(head[i]) ? -1 : 0;
        count += head[i] == ',' && depth == 0 ? 1 : 0;
    }
    return count;
}

enum class Opens { Scope, Function, Value };

/// What the { after `head` opens.
Opens opens(const QString &head)
{
    static const QRegularExpression scope(
        R"(^\s*(inline\s+|template\s+|static\s+)*(class|struct|union|enum|namespace|extern)\b)");
    if (scope.match(head).hasMatch())
        return Opens::Scope;
    const qsizetype parameters = parametersAt(head);
    const QString end = head.trimmed();
    if (parameters < 0 || end.endsWith('='))
        return Opens::Value;
    const QString tail = head.mid(closingParenthesis(head, parameters) + 1);
    static const QRegularExpression initialisers("^[^:]*:(?!:)");
    const bool initialises = initialisers.match(tail).hasMatch();
    return initialises && isWord(end.back()) ? Opens::Value : Opens::Function;
}

QString nameIn(const QString &head)
{
    static const QRegularExpression name(R"([\w:~]+(\(\)|[^\w\s(]+)?$)");
    return name.match(head.left(parametersAt(head)).trimmed()).captured();
}

/// Reads code once and keeps the head of what comes next: the words since the last ; or brace.
class BraceReader
{
public:
    std::vector<FunctionSize> read(const QString &code)
    {
        for (const QChar c : code) {
            m_line += c == '\n' ? 1 : 0;
            if (m_inner > 0)
                inside(c);
            else
                outside(c);
        }
        return std::move(m_found);
    }

private:
    void inside(QChar c)
    {
        m_inner += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (m_inner > 0)
            return;
        if (!m_isFunction) {
            m_head += "{}";
            return;
        }
        m_function.lines = m_line - m_function.line + 1;
        m_found.push_back(m_function);
        m_head.clear();
    }

    void outside(QChar c)
    {
        static const QRegularExpression access("(public|private|protected|signals)(\\s+slots)?\\s*$");
        if (c == '{')
            open();
        else if (c == ';' || c == '}' || (c == ':' && access.match(m_head).hasMatch()))
            m_head.clear();
        else if (!m_head.isEmpty() || !c.isSpace())
            append(c);
    }

    void append(QChar c)
    {
        if (m_head.isEmpty())
            m_headLine = m_line;
        m_head += c;
    }

    void open()
    {
        const QString head = withoutAngles(m_head);
        const Opens what = opens(head);
        if (what == Opens::Scope) {
            m_head.clear();
            return;
        }
        m_inner = 1;
        m_isFunction = what == Opens::Function;
        if (m_isFunction)
            m_function = {nameIn(head), m_headLine, 0, countParameters(head)};
    }

    std::vector<FunctionSize> m_found;
    FunctionSize m_function;
    QString m_head;
    int m_headLine = 0;
    int m_line = 1;
    int m_inner = 0; ///< depth of braces inside a function or a value
    bool m_isFunction = false;
};

} // namespace

QString codeOnly(const QString &source)
{
    QString text = source;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype past = pastOpaque(text, at);
        at = std::max(past, at + 1);
    }
    return text;
}

QString withoutDirectives(const QString &code)
{
    static const QRegularExpression directive(R"(^[ \t]*#(?:[^\n\\]|\\\n|\\)*)",
                                              QRegularExpression::MultilineOption);
    QString text = code;
    auto matches = directive.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        blank(text, match.capturedStart(), match.capturedEnd());
    }
    return text;
}

std::vector<FunctionSize> functionSizes(const QString &code)
{
    return BraceReader().read(withoutDirectives(code));
}

} // namespace batuta::arch
