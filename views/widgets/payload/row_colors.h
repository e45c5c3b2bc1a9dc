// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/tokens.h"

#include <QTextLayout>

namespace batuta::views {

/// The colours of one row of a payload: JSON, or a line of the head of an HTTP message. A row that goes on a
/// line of before is the rest of a long text.
QList<QTextLayout::FormatRange> colorsOfRow(const QString &row, bool isContinued, const Colors::Code &code);

} // namespace batuta::views
