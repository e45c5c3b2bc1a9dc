// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"

#include <QRectF>

namespace batuta::views {

enum class Arrange {
    Left,
    Top,
    Centres, ///< one below the other
    Middles, ///< one beside the other
    Across,  ///< the same room between them, from left to right
    Down,
};

/// Where boxes stand when they are aligned to their common frame, or spread evenly inside of it.
StepPlaces arranged(const std::map<std::string, QRectF> &boxes, Arrange how);

} // namespace batuta::views
