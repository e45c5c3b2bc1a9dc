// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/widgets/page.h"

#include <functional>
#include <vector>

namespace batuta::views {

/// One view of the window.
struct ViewEntry
{
    QString view;                  ///< of Address
    QString rail;                  ///< the rail's item that is lit; "" for none
    std::function<QString()> text; ///< its word on the rail
    QString icon;                  ///< "" when it has no item of its own on the rail
    QKeySequence keys;
    bool bottom = false;
    std::function<Page *(Context, EngineControl &)> make;
};

/// All views that there are, in the order of the rail. A view that is not built yet is not in it.
const std::vector<ViewEntry> &viewEntries();

} // namespace batuta::views
