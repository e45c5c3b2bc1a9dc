// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/expr/ast.h"
#include "engine/expr/expression.h"
#include "engine/expr/lexer.h"

#include <string_view>

namespace batuta::expr::detail {

/// Where the byte `offset` of `text` stands when its first character stands at `origin`.
Place placeIn(std::string_view text, const Place &origin, std::size_t offset);

/// Turns the text of an expression into its tree by precedence climbing. One use.
class Parser
{
public:
    Parser(std::string_view text, const Place &origin, const ExprLimits &limits);

    Result<Node> parse();

private:
    // Each returns a node; after a failure the node is worthless and m_failed is set.
    Node parseBinary(int leastPrecedence);
    Node parseUnary();
    Node parsePostfix();
    Node parsePrimary();
    Node parseWord();
    Node parseCall(const Token &name);
    Node parseRoot(const Token &name);
    Node parseGroup();
    Node parseProperty(Node left);
    Node parseIndex(Node left);
    void checkArguments(const Node &call, const Token &name);

    Node literal(json::Value value, const Token &token);
    Node combine(NodeKind kind, Node left, Node right);
    Node wrap(NodeKind kind, Node child, std::size_t offset, std::size_t end);
    void close(Node &node);
    Token take();
    bool expect(TokenKind kind, std::string_view what);
    void unexpected(std::string_view expected);
    Node fail(ErrorCode code, std::string detail, std::size_t offset, std::string mend = {});

    std::string_view m_text;
    Place m_origin;
    ExprLimits m_limits;
    Lexer m_lexer;
    Token m_next;
    int m_nesting = 0;
    bool m_failed = false;
    Error m_error;
};

} // namespace batuta::expr::detail
