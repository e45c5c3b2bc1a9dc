// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string>

namespace batuta::test {

/// A flow that can be read, written in as many odd ways as YAML has: indents, quotes, lists without indent,
/// flow collections over lines, block texts, anchors and aliases, comments everywhere (each `#c<number>`, and
/// nothing else holds such a word), Windows breaks, marks of documents and of byte order, no break at the
/// end.
std::string oddFlow(std::mt19937 &random);

} // namespace batuta::test
