// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace batuta::exports {

/// The bytes as a gzip stream; "" when there is no memory for it.
std::string gzipped(std::string_view bytes);

} // namespace batuta::exports
