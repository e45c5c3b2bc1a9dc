// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/flow_schema.h"

#include <QString>

namespace batuta::views {

/// How a value reads in a field: texts as they are, everything else as JSON. A text that would read as
/// something else stands in quotes (`"1"`, `"true"`) where the field takes any value.
QString shownValue(const json::Value &value, FieldType type);
/// What was typed as the value that the file will hold.
json::Value typedValue(const QString &text, FieldType type);
/// Why the text cannot be the field's value; "" when it can, or when only the checks of the flow can tell.
QString whyNotValue(const QString &text, const FieldModel &field);
/// Up and Down in a field: the number, duration or size in `text` one step up or down; the text itself when
/// it is none of them.
QString steppedValue(const QString &text, const FieldModel &field, int steps);

} // namespace batuta::views
