// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/yaml_writer.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;
using Style = TreeNode::Style;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Characters that YAML takes for line breaks or marks although they look like nothing: NEL, LS, PS, BOM.
bool hasHiddenBreak(std::string_view text)
{
    for (const std::string_view mark : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF"})
        if (text.find(mark) != std::string_view::npos)
            return true;
    return false;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool canBeginPlain(std::string_view text)
{
    constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`";
    if (kIndicators.find(text.front()) == std::string_view::npos)
        return true;
    const std::size_t word = text.find_first_not_of('-');
    return text.front() == '-' && word != std::string_view::npos && isLetterOrDigit(text[word]);
}

/// Whether the text stands as it is, without quotes, and is read as the same text (or number, or word).
bool isPlain(std::string_view text, bool isInFlow)
{
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':' ||
        !canBeginPlain(text) || hasHiddenBreak(text) || std::any_of(text.begin(), text.end(), isControl))
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    const std::string word = lowered(text);
    if (word == "<<" || word == ".nan" || word == ".inf" || word == "-.inf" || word == "+.inf")
        return false;
    return !isInFlow || text.find_first_of(",[]{}?") == std::string_view::npos;
}

bool isPlainText(std::string_view text, bool isInFlow)
{
    TreeNode node;
    node.kind = Kind::Scalar;
    node.text = text;
    return isPlain(text, isInFlow) && scalarValue(node).isString();
}

std::string doubleQuoted(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (isControl(c))
            ((out += "\\x") += kDigits[static_cast<unsigned char>(c) >> 4]) += kDigits[c & 15];
        else if (text.substr(i, 2) == "\xC2\x85")
            out += "\\N", ++i;
        else if (text.substr(i, 3) == "\xE2\x80\xA8" || text.substr(i, 3) == "\xE2\x80\xA9")
            out += text[i + 2] == '\xA8' ? "\\L" : "\\P", i += 2;
        else if (text.substr(i, 3) == "\xEF\xBB\xBF")
            out += "\\uFEFF", i += 2;
        else
            out += c;
    }
    return out + '"';
}

std::string singleQuoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

/// Whether a block text says exactly this, without marks for its indent or its end.
bool fitsBlockText(std::string_view text)
{
    const auto isBad = [](char c) { return isControl(c) && c != '\n' && c != '\t'; };
    if (text.empty() || hasHiddenBreak(text) || std::any_of(text.begin(), text.end(), isBad))
        return false;
    const std::string_view body = text.back() == '\n' ? text.substr(0, text.size() - 1) : text;
    const std::string_view last = body.substr(body.rfind('\n') + 1);
    return !body.empty() && std::string_view(" \t\n").find(body.front()) == std::string_view::npos &&
           last.find_first_not_of(" \t") != std::string_view::npos;
}

bool fitsFolded(std::string_view text)
{
    return fitsBlockText(text) && text.find("\n ") == std::string_view::npos &&
           text.find("\n\t") == std::string_view::npos;
}

std::string blockText(std::string_view text, bool isFolded, const BlockWays &ways)
{
    const bool isBroken = text.back() == '\n';
    std::string_view body = isBroken ? text.substr(0, text.size() - 1) : text;
    std::string lines;
    for (std::size_t i = 0; i < body.size(); ++i) {
        lines += body[i];
        // A folded text loses the first of several breaks.
        if (isFolded && body[i] == '\n' && body[i - 1] != '\n')
            lines += '\n';
    }
    return std::string(isFolded ? ">" : "|") + (isBroken ? "\n" : "-\n") + indented(lines, ways.indent, true);
}

/// A text or a plain word on one line.
std::string scalarText(const TreeNode &node, Style style, bool isInFlow)
{
    if (node.style == Style::Plain && !scalarValue(node).isString())
        return node.text.empty() ? "null" : node.text;
    const bool isSimple =
        !hasHiddenBreak(node.text) && std::none_of(node.text.begin(), node.text.end(), isControl);
    if (style == Style::Single && isSimple)
        return singleQuoted(node.text);
    if (style == Style::Plain && isPlainText(node.text, isInFlow))
        return node.text;
    return doubleQuoted(node.text);
}

void appendFlow(const TreeNode &node, std::string &out)
{
    if (!node.anchor.empty())
        out += "&" + node.anchor + " ";
    if (node.kind == Kind::Alias) {
        out += "*" + node.text;
        return;
    }
    if (node.kind == Kind::Null || node.kind == Kind::Scalar) {
        out += node.kind == Kind::Null ? "null" : scalarText(node, node.style, true);
        return;
    }
    out += node.isMapping() ? '{' : '[';
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const TreeChild &child = node.children[i];
        out += i > 0 ? ", " : "";
        if (node.isMapping())
            out += (isPlain(child.key, true) ? child.key : doubleQuoted(child.key)) + ": ";
        appendFlow(child.value, out);
    }
    out += node.isMapping() ? '}' : ']';
}

std::string scalarPiece(const TreeNode &node, const TreeNode *like, const BlockWays &ways)
{
    const bool isText = node.style != Style::Plain || scalarValue(node).isString();
    const bool isLikeText = like != nullptr && like->kind == Kind::Scalar;
    const bool isLikePlain = isLikeText && like->style == Style::Plain;
    if (!isText)
        return scalarText(node, Style::Plain, false);
    if (isLikeText && like->style == Style::Folded && fitsFolded(node.text))
        return blockText(node.text, true, ways);
    const bool isLong = node.isBlockText() || node.text.find('\n') != std::string::npos;
    const bool isBlockWanted = isLikeText ? like->isBlockText() || (isLong && isLikePlain) : isLong;
    if (isBlockWanted && fitsBlockText(node.text))
        return blockText(node.text, false, ways);
    if (isLikeText && !like->isBlockText() && !isLikePlain)
        return scalarText(node, like->style, false);
    return scalarText(node, isLikePlain ? Style::Plain : node.style, false);
}

} // namespace

bool Piece::isLines() const
{
    return (node.isBlock() && !node.children.empty()) ||
           text.substr(0, node.own.from).find('\n') != std::string::npos;
}

bool Piece::isBlockText() const
{
    return !isLines() && !text.empty() && (text.front() == '|' || text.front() == '>');
}

Result<Piece> readPiece(std::string_view yaml)
{
    Piece piece;
    for (std::size_t i = 0; i < yaml.size(); ++i)
        if (yaml[i] != '\r' || yaml.substr(i + 1, 1) != "\n")
            piece.text += yaml[i];
    while (!piece.text.empty() && (piece.text.back() == '\n' || piece.text.back() == ' '))
        piece.text.pop_back();
    if (!isValidUtf8(piece.text))
        return Error{ErrorCode::YamlSyntax, "", "not UTF-8", {}, ""};
    Result<TreeNode> node = readTree(piece.text + "\n", "", false);
    if (!node)
        return node.error();
    if (node->kind != Kind::Null && trimmed(piece.text).substr(0, 3) == "---")
        return Error{ErrorCode::YamlSyntax, "", "a document marker", {}, "Write the value alone."};
    piece.node = std::move(*node);
    return piece;
}

TreeNode nodeOf(const json::Value &value)
{
    TreeNode node;
    if (value.isObject() || value.isArray()) {
        node.kind = value.isObject() ? Kind::Mapping : Kind::Sequence;
        node.style = Style::Block;
        for (const auto &[name, member] : value.asObject()) {
            node.children.emplace_back().key = name;
            node.children.back().value = nodeOf(member);
        }
        for (const json::Value &item : value.asArray())
            node.children.emplace_back().value = nodeOf(item);
        return node;
    }
    node.kind = Kind::Scalar;
    node.text = value.isString() ? value.asString() : json::write(value);
    const bool isExpression = node.text.find("${{") != std::string::npos;
    if (value.isString() && (isExpression || !isPlainText(node.text, false)))
        node.style = Style::Double;
    return node;
}

std::string flowText(const TreeNode &node)
{
    std::string out;
    appendFlow(node, out);
    return out;
}

std::string keyText(std::string_view key)
{
    return isPlain(key, false) ? std::string(key) : doubleQuoted(key);
}

Piece writtenPiece(const TreeNode &node, const TreeNode *like, const BlockWays &ways)
{
    Piece piece;
    piece.node = node;
    piece.node.own = {};
    if (node.kind == Kind::Scalar) {
        piece.text = scalarPiece(node, like, ways);
        return piece;
    }
    const bool isCollection = node.isMapping() || node.isSequence();
    const bool isFlow = like != nullptr && like->isFlow() && !like->children.empty();
    if (!isCollection || node.children.empty() || isFlow) {
        piece.text = flowText(node);
        piece.node.style = isCollection ? Style::Flow : node.style;
        return piece;
    }
    piece.node.style = Style::Block;
    for (const TreeChild &child : node.children) {
        const Piece inner = writtenPiece(child.value, nullptr, ways);
        piece.text += piece.text.empty() ? "" : "\n";
        piece.text += node.isMapping() ? memberText(keyText(child.key), inner, ways) : itemText(inner, ways);
    }
    return piece;
}

std::string memberText(const std::string &key, const Piece &piece, const BlockWays &ways)
{
    if (piece.isLines()) {
        const bool isBeside = piece.node.isSequence() && piece.node.isBlock() && !ways.isListIndented;
        return key + ":\n" + indented(piece.text, isBeside ? 0 : ways.indent, true);
    }
    if (piece.text.empty())
        return key + ":";
    const bool isFolding = piece.node.kind == Kind::Scalar && !piece.isBlockText();
    return key + ": " + indented(piece.text, isFolding ? ways.indent : 0, false);
}

std::string itemText(const Piece &piece, const BlockWays &ways)
{
    if (piece.text.empty())
        return "-";
    if (piece.isLines() && piece.node.own.from > 0)
        return "-\n" + indented(piece.text, ways.indent, true);
    return "- " + indented(piece.text, piece.isBlockText() ? 0 : 2, false);
}

std::string indented(std::string_view text, std::size_t blanks, bool isFirstToo)
{
    std::string out;
    bool isStart = isFirstToo;
    for (const char c : text) {
        if (isStart && c != '\n')
            out += std::string(blanks, ' ');
        isStart = c == '\n';
        out += c;
    }
    return out;
}

} // namespace batuta::edit
