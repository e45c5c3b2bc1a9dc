// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/expr/ast.h"
#include "engine/expr/expression.h"

namespace batuta::expr::detail {

/// What a look at a tree tells without evaluating it. The references have offsets, not yet places.
struct Analysis
{
    std::vector<Reference> references;
    bool usesStatusFunction = false;
};

Analysis analyse(const Node &root);

} // namespace batuta::expr::detail
