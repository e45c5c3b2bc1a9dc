// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/text_mirror.h"

#include <algorithm>

namespace batuta::views {
namespace {

/// One piece of the bytes that is shown as one character or a pair of surrogates.
struct Piece
{
    std::size_t bytes = 1;
    char32_t code = QChar::ReplacementCharacter;

    int characters() const { return code > 0xFFFF ? 2 : 1; }
};

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Code points that would end a line of an editor, or mean something else to it.
bool isSpecial(char32_t code)
{
    return code == U'\r' || code == 0 || code == 0x2028 || code == 0x2029 || code == 0xFDD0 ||
           code == 0xFDD1 || code == 0xFFFC;
}

Piece pieceAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
        return {2, U'\n'};
    if (first < 0x80)
        return {1, isSpecial(first) ? char32_t(QChar::ReplacementCharacter) : first};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return {};
    char32_t code = first & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[at + i]))
            return {};
        code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return {length, isSpecial(code) ? char32_t(QChar::ReplacementCharacter) : code};
}

QString shownPieces(std::string_view text, edit::Range range)
{
    QString result;
    result.reserve(static_cast<qsizetype>(range.size()));
    for (std::size_t at = range.from; at < range.to;) {
        const Piece piece = pieceAt(text, at);
        if (piece.characters() == 2) {
            result += QChar(QChar::highSurrogate(piece.code));
            result += QChar(QChar::lowSurrogate(piece.code));
        } else {
            result += QChar(static_cast<char16_t>(piece.code));
        }
        at += piece.bytes;
    }
    return result;
}

QString shownPieces(std::string_view text)
{
    return shownPieces(text, {0, text.size()});
}

} // namespace

TextMirror::TextMirror(std::string text)
    : m_text(std::move(text))
{
    findLines();
}

void TextMirror::setText(std::string text)
{
    m_text = std::move(text);
    findLines();
}

void TextMirror::findLines()
{
    m_starts.assign(1, 0);
    for (std::size_t at = m_text.find('\n'); at != std::string::npos; at = m_text.find('\n', at + 1))
        m_starts.push_back(at + 1);
    m_hasCarriageReturns = m_starts.size() > 1 && m_starts[1] > 1 && m_text[m_starts[1] - 2] == '\r';
}

std::size_t TextMirror::endOfLine(std::size_t line) const
{
    if (line + 1 >= m_starts.size())
        return m_text.size();
    const std::size_t end = m_starts[line + 1] - 1;
    return end > m_starts[line] && m_text[end - 1] == '\r' ? end - 1 : end;
}

QString TextMirror::shown(edit::Range range) const
{
    return shownPieces(m_text, range);
}

Spot TextMirror::spotOf(std::size_t byte) const
{
    byte = std::min(byte, m_text.size());
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), byte);
    const auto line = static_cast<std::size_t>(behind - m_starts.begin()) - 1;
    const std::size_t end = std::min(byte, endOfLine(line));
    int column = 0;
    for (std::size_t at = m_starts[line]; at < end;) {
        const Piece piece = pieceAt(m_text, at);
        at += piece.bytes;
        if (at <= end)
            column += piece.characters();
    }
    return {static_cast<int>(line), column};
}

std::size_t TextMirror::byteOf(Spot spot) const
{
    if (spot.line < 0)
        return 0;
    const auto line = static_cast<std::size_t>(spot.line);
    if (line >= m_starts.size())
        return m_text.size();
    const std::size_t end = endOfLine(line);
    std::size_t at = m_starts[line];
    for (int left = spot.column; left > 0 && at < end;) {
        const Piece piece = pieceAt(m_text, at);
        left -= piece.characters();
        at += piece.bytes;
    }
    return at;
}

std::size_t TextMirror::advanced(std::size_t byte, int characters) const
{
    while (characters > 0 && byte < m_text.size()) {
        const Piece piece = pieceAt(m_text, byte);
        characters -= piece.characters();
        byte += piece.bytes;
    }
    return std::min(byte, m_text.size());
}

std::string TextMirror::bytesOf(const QString &shown) const
{
    std::string bytes = shown.toStdString();
    if (!m_hasCarriageReturns)
        return bytes;
    std::string result;
    for (const char c : bytes)
        result += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return result;
}

edit::TextEdits TextMirror::replacing(Spot at, int characters, const QString &now) const
{
    const std::size_t start = byteOf(at);
    const std::size_t end = advanced(start, characters);
    const QString before = shown({start, end});
    qsizetype head = 0;
    const qsizetype shorter = std::min(before.size(), now.size());
    while (head < shorter && before[head] == now[head])
        ++head;
    if (head > 0 && before[head - 1].isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    if (head + tail == before.size() && before.size() == now.size())
        return {};
    const std::size_t from = advanced(start, static_cast<int>(head));
    const std::size_t to = advanced(from, static_cast<int>(before.size() - head - tail));
    return {withoutFusion({{from, to}, bytesOf(now.mid(head, now.size() - head - tail))})};
}

/// Bytes that are shown as two things could read as one where the change brings them together, as a lone
/// carriage return before a line feed: then what is shown there is written.
edit::TextEdit TextMirror::withoutFusion(edit::TextEdit edit) const
{
    constexpr std::size_t kLongestPiece = 4;
    const std::size_t start = *(std::upper_bound(m_starts.begin(), m_starts.end(), edit.range.from) - 1);
    const std::string head = m_text.substr(start, edit.range.from - start);
    const std::string tail = m_text.substr(edit.range.to, kLongestPiece);
    const QString wanted = shownPieces(head) + shownPieces(edit.text) + shownPieces(tail);
    if (shownPieces(head + edit.text + tail) == wanted)
        return edit;
    const std::size_t next = advanced(edit.range.to, 1);
    const QString shownHead = shownPieces(head);
    const QString shownNext = shown({edit.range.to, next});
    return {{start, next}, bytesOf(shownHead) + edit.text + bytesOf(shownNext)};
}

void TextMirror::apply(const edit::TextEdits &edits)
{
    if (edits.size() == 1)
        m_text.replace(edits.front().range.from, edits.front().range.size(), edits.front().text);
    else
        m_text = edit::applied(m_text, edits);
    findLines();
}

} // namespace batuta::views
