// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/difference.h"

namespace batuta::views {

using json::differencesOf;
using json::lineOf;
using json::ValueDifference;

} // namespace batuta::views
