// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace batuta::views {

/// Every title and every advice of the engine's error table, in English, each once: named here so that the
/// translations hold them, in the context "Errors". The engine itself speaks English only.
const std::vector<const char *> &errorTexts();

} // namespace batuta::views
