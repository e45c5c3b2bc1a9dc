// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/item_name.h"

#include <utility>

namespace batuta::expr {
namespace {

/// Reading passes through templates and trees, none of which knows of names: it is handed down beside them.
thread_local const ItemName *tCurrent = nullptr;

} // namespace

ItemName::ItemName(std::string name)
    : m_name(std::move(name))
    , m_outer(tCurrent)
{
    tCurrent = this;
}

ItemName::~ItemName()
{
    tCurrent = m_outer;
}

std::string_view ItemName::current()
{
    return tCurrent ? std::string_view(tCurrent->m_name) : std::string_view();
}

} // namespace batuta::expr
