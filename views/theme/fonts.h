// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/tokens.h"

#include <QFont>

namespace batuta::views {

/// Makes the fonts that the program carries known to Qt. Does so once.
void loadFonts();
/// Sizes are in pixels; mono fonts show `>=` and `->` as typed (no ligatures).
QFont makeFont(const TextMetrics &metrics, qreal scale);

} // namespace batuta::views
