// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <cstddef>
#include <vector>

namespace batuta::expr::detail {

struct Function;

enum class NodeKind {
    Literal,  ///< `value`
    Root,     ///< a context; `value` is its name in lower case
    Property, ///< child 0 `.name` or `['name']`; `value` is the name
    Index,    ///< child 0 `[` child 1 `]`
    Filter,   ///< child 0 `.*`
    Not,
    And, ///< two children or more
    Or,  ///< two children or more
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Call, ///< `function` with the children as arguments
};

/// One node of a compiled expression. `offset` and `length` are the bytes of the source it was read from.
struct Node
{
    NodeKind kind = NodeKind::Literal;
    std::size_t offset = 0;
    std::size_t length = 0;
    int depth = 1;
    json::Value value;
    const Function *function = nullptr;
    std::vector<Node> children;

    std::size_t end() const { return offset + length; }
};

} // namespace batuta::expr::detail
