// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/parser.h"

#include "engine/base/text.h"
#include "engine/expr/functions.h"
#include "engine/expr/item_name.h"
#include "engine/expr/numbers.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace batuta::expr::detail {
namespace {

const std::vector<std::string> kRoots = {"input", "env",     "secrets", "steps", "execution",
                                         "flow",  "trigger", "message", "item",  "vars"};

struct Binary
{
    std::string_view sign;
    NodeKind kind;
    int precedence;
};

constexpr Binary kBinaries[] = {
    {"||", NodeKind::Or, 1},       {"&&", NodeKind::And, 2},          {"==", NodeKind::Equal, 3},
    {"!=", NodeKind::NotEqual, 3}, {"<", NodeKind::Less, 4},          {"<=", NodeKind::LessEqual, 4},
    {">", NodeKind::Greater, 4},   {">=", NodeKind::GreaterEqual, 4},
};

const Binary *binaryOf(const Token &token)
{
    if (token.kind != TokenKind::Operator)
        return nullptr;
    for (const Binary &binary : kBinaries)
        if (binary.sign == token.text)
            return &binary;
    return nullptr;
}

std::optional<json::Value> constantOf(std::string_view word)
{
    if (word == "null")
        return json::Value();
    if (word == "true" || word == "false")
        return json::Value(word == "true");
    if (word == "NaN")
        return json::Value(std::numeric_limits<double>::quiet_NaN());
    if (word == "Infinity")
        return json::Value(std::numeric_limits<double>::infinity());
    return std::nullopt;
}

std::string didYouMean(std::string_view word, const std::vector<std::string> &candidates)
{
    const std::string near = nearest(word, candidates);
    return near.empty() ? "Known names: " + join(candidates, ", ") : "Did you mean `" + near + "`?";
}

} // namespace

Place placeIn(std::string_view text, const Place &origin, std::size_t offset)
{
    const auto [line, column] = lineAndColumn(text, offset);
    const int firstLine = std::max(origin.line, 1);
    const int firstColumn = std::max(origin.column, 1);
    return {origin.file, firstLine + line - 1, line == 1 ? firstColumn + column - 1 : column};
}

Parser::Parser(std::string_view text, const Place &origin, const ExprLimits &limits)
    : m_text(text)
    , m_origin(origin)
    , m_limits(limits)
    , m_lexer(text)
{
}

Result<Node> Parser::parse()
{
    const auto isFirst = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    if (static_cast<std::size_t>(std::count_if(m_text.begin(), m_text.end(), isFirst)) > m_limits.length)
        return Error{ErrorCode::ExprLimit, "", "more than " + std::to_string(m_limits.length) + " characters",
                     m_origin, ""};
    take();
    if (!m_failed && m_next.kind == TokenKind::End)
        fail(ErrorCode::ExprSyntax, "an expression is expected", 0);
    Node root = m_failed ? Node() : parseBinary(0);
    if (!m_failed && m_next.kind != TokenKind::End)
        unexpected("an operator or the end of the expression");
    if (m_failed)
        return m_error;
    return root;
}

Node Parser::parseBinary(int leastPrecedence)
{
    // Groups make no node, so that the depth of the tree does not bound this recursion.
    if (++m_nesting > 4 * m_limits.depth)
        return fail(ErrorCode::ExprLimit, "the nesting is too deep", m_next.offset);
    Node left = parseUnary();
    while (!m_failed) {
        const Binary *binary = binaryOf(m_next);
        if (binary == nullptr || binary->precedence <= leastPrecedence)
            break;
        take();
        Node right = parseBinary(binary->precedence);
        left = combine(binary->kind, std::move(left), std::move(right));
    }
    --m_nesting;
    return left;
}

Node Parser::parseUnary()
{
    std::vector<std::size_t> signs;
    while (!m_failed && m_next.kind == TokenKind::Operator && m_next.text == "!")
        signs.push_back(take().offset);
    Node node = parsePostfix();
    while (!m_failed && !signs.empty()) {
        const std::size_t end = node.end();
        node = wrap(NodeKind::Not, std::move(node), signs.back(), end);
        signs.pop_back();
    }
    return node;
}

Node Parser::parsePostfix()
{
    const bool isLiteral = m_next.kind == TokenKind::String || m_next.kind == TokenKind::Number ||
                           (m_next.kind == TokenKind::Word && constantOf(m_next.text));
    Node node = parsePrimary();
    while (!m_failed && !isLiteral) {
        if (m_next.kind == TokenKind::Dot)
            node = parseProperty(std::move(node));
        else if (m_next.kind == TokenKind::OpenIndex)
            node = parseIndex(std::move(node));
        else
            break;
    }
    return node;
}

Node Parser::parsePrimary()
{
    switch (m_next.kind) {
    case TokenKind::String: {
        const Token token = take();
        return literal(token.text, token);
    }
    case TokenKind::Number: {
        const Token token = take();
        return literal(numberValue(token.number), token);
    }
    case TokenKind::Word:
        return parseWord();
    case TokenKind::Open:
        return parseGroup();
    default:
        unexpected("a value");
        return {};
    }
}

Node Parser::parseWord()
{
    const Token name = take();
    if (std::optional<json::Value> constant = constantOf(name.text))
        return literal(std::move(*constant), name);
    return m_next.kind == TokenKind::Open ? parseCall(name) : parseRoot(name);
}

Node Parser::parseRoot(const Token &name)
{
    const std::string root = lowered(name.text);
    const bool isItem = root == ItemName::current();
    if (!isItem && std::find(kRoots.begin(), kRoots.end(), root) == kRoots.end())
        return fail(ErrorCode::ExprUnknownName, "`" + name.text + "` is no context", name.offset,
                    didYouMean(name.text, kRoots));
    Node node = literal(root, name);
    node.kind = NodeKind::Root;
    return node;
}

Node Parser::parseCall(const Token &name)
{
    Node node;
    node.kind = NodeKind::Call;
    node.offset = name.offset;
    node.function = findFunction(name.text);
    if (node.function == nullptr)
        return fail(ErrorCode::ExprUnknownName, "`" + name.text + "` is no function", name.offset,
                    didYouMean(name.text, allFunctionNames()));
    take();
    while (!m_failed && (m_next.kind != TokenKind::Close || !node.children.empty())) {
        node.children.push_back(parseBinary(0));
        if (m_failed || m_next.kind != TokenKind::Comma)
            break;
        take();
    }
    node.length = m_next.offset + 1 - node.offset;
    if (!expect(TokenKind::Close, "`,` or `)`"))
        return {};
    checkArguments(node, name);
    close(node);
    return node;
}

void Parser::checkArguments(const Node &call, const Token &name)
{
    const Function &function = *call.function;
    const std::size_t count = call.children.size();
    if (count >= function.least && count <= function.most) {
        if (function.name == "case" && count % 2 == 0)
            fail(ErrorCode::ExprArguments, "`case` wants pairs of a condition and a value, then one default",
                 name.offset);
        return;
    }
    std::string wants = std::to_string(function.least);
    if (function.most == kAnyNumber)
        wants += " or more";
    else if (function.most > function.least)
        wants += " to " + std::to_string(function.most);
    fail(ErrorCode::ExprArguments,
         "`" + std::string(function.name) + "` wants " + wants + " arguments, it has " +
             std::to_string(count),
         name.offset);
}

Node Parser::parseGroup()
{
    const std::size_t start = take().offset;
    Node node = m_failed ? Node() : parseBinary(0);
    const std::size_t end = m_next.offset + 1;
    if (m_failed || !expect(TokenKind::Close, "an operator or `)`"))
        return {};
    node.offset = start;
    node.length = end - start;
    return node;
}

Node Parser::parseProperty(Node left)
{
    take();
    const std::size_t start = left.offset;
    const std::size_t end = m_next.offset + m_next.length;
    if (!m_failed && m_next.kind == TokenKind::Star) {
        take();
        return wrap(NodeKind::Filter, std::move(left), start, end);
    }
    if (m_failed || m_next.kind != TokenKind::Word) {
        unexpected("a name or `*`");
        return {};
    }
    Node node = wrap(NodeKind::Property, std::move(left), start, end);
    node.value = take().text;
    return node;
}

Node Parser::parseIndex(Node left)
{
    take();
    const std::size_t start = left.offset;
    if (!m_failed && m_next.kind == TokenKind::Star) {
        take();
        const std::size_t end = m_next.offset + 1;
        if (!expect(TokenKind::CloseIndex, "`]`"))
            return {};
        return wrap(NodeKind::Filter, std::move(left), start, end);
    }
    Node index = m_failed ? Node() : parseBinary(0);
    const std::size_t end = m_next.offset + 1;
    if (m_failed || !expect(TokenKind::CloseIndex, "an operator or `]`"))
        return {};
    if (index.kind == NodeKind::Literal && index.value.isString()) {
        Node node = wrap(NodeKind::Property, std::move(left), start, end);
        node.value = index.value;
        return node;
    }
    Node node = combine(NodeKind::Index, std::move(left), std::move(index));
    node.length = end - start;
    return node;
}

Node Parser::literal(json::Value value, const Token &token)
{
    Node node;
    node.offset = token.offset;
    node.length = token.length;
    node.value = std::move(value);
    return node;
}

Node Parser::combine(NodeKind kind, Node left, Node right)
{
    const std::size_t start = left.offset;
    const std::size_t end = right.end();
    // A chain of one logical operator is one node, as in GitHub's own tree: it has no depth of its own.
    if (left.kind == kind && (kind == NodeKind::And || kind == NodeKind::Or)) {
        left.children.push_back(std::move(right));
        left.length = end - start;
        close(left);
        return left;
    }
    Node node = wrap(kind, std::move(left), start, end);
    node.children.push_back(std::move(right));
    close(node);
    return node;
}

Node Parser::wrap(NodeKind kind, Node child, std::size_t offset, std::size_t end)
{
    Node node;
    node.kind = kind;
    node.offset = offset;
    node.length = end - offset;
    node.children.push_back(std::move(child));
    close(node);
    return node;
}

void Parser::close(Node &node)
{
    node.depth = 1;
    for (const Node &child : node.children)
        node.depth = std::max(node.depth, child.depth + 1);
    if (node.depth > m_limits.depth)
        fail(ErrorCode::ExprLimit, "more than " + std::to_string(m_limits.depth) + " levels of nesting",
             node.offset);
}

Token Parser::take()
{
    Token token = std::move(m_next);
    m_next = m_lexer.next();
    if (m_next.kind == TokenKind::Bad)
        fail(ErrorCode::ExprSyntax, m_next.text.substr(0, 120), m_next.offset);
    return token;
}

bool Parser::expect(TokenKind kind, std::string_view what)
{
    if (!m_failed && m_next.kind != kind)
        unexpected(what);
    if (!m_failed)
        take();
    return !m_failed;
}

void Parser::unexpected(std::string_view expected)
{
    std::string found = "the end";
    if (m_next.kind != TokenKind::End)
        found =
            "`" + std::string(m_text.substr(m_next.offset, std::min<std::size_t>(m_next.length, 40))) + "`";
    fail(ErrorCode::ExprSyntax, std::string(expected) + " is expected, not " + found, m_next.offset);
}

Node Parser::fail(ErrorCode code, std::string detail, std::size_t offset, std::string mend)
{
    if (!m_failed)
        m_error = Error{code, std::string(trimmed(m_text.substr(0, 200))), std::move(detail),
                        placeIn(m_text, m_origin, offset), std::move(mend)};
    m_failed = true;
    return {};
}

} // namespace batuta::expr::detail
