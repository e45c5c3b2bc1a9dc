// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace batuta::views {

/// A position that is known to be none below zero, for a container of the standard library.
inline std::size_t at(int position)
{
    return static_cast<std::size_t>(position);
}

} // namespace batuta::views
