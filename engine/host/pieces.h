// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/pieces.h"

#include <string_view>

namespace batuta::host {

/// `name` holds the comma, the quotes and the colon.
inline void writeNumber(std::string_view name, std::int64_t number, json::Text &out)
{
    out += name;
    json::writeInteger(number, out);
}

} // namespace batuta::host
