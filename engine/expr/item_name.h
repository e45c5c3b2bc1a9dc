// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace batuta::expr {

/// While it lives, expressions that this thread reads may name one context more: the `as` of a `foreach`.
/// Stands on the stack; they may be nested, and only the innermost counts. Evaluating needs none.
class ItemName
{
public:
    /// An empty name adds nothing.
    explicit ItemName(std::string name);
    ~ItemName();
    ItemName(const ItemName &) = delete;
    ItemName &operator=(const ItemName &) = delete;

    /// The name that counts on this thread, or "".
    static std::string_view current();

private:
    std::string m_name;
    const ItemName *m_outer;
};

} // namespace batuta::expr
