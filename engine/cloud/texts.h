// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <string>
#include <vector>

namespace batuta::cloud {

/// The items of a list of texts.
inline std::vector<std::string> textsOf(const json::Value &json)
{
    std::vector<std::string> texts;
    for (const json::Value &one : json.asArray())
        texts.push_back(one.asString());
    return texts;
}

} // namespace batuta::cloud
