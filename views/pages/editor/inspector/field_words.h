// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/flow_schema.h"

#include <QString>

#include <vector>

namespace batuta::views {

// The words of the inspector, in the language that is set.

/// A text of the context "InspectorField".
QString inspectorWord(const char *text);
/// What stands above a field: `Timeout`, `First wait`; the key itself when it has no word.
QString fieldCaption(const edit::FieldPath &path);
/// A choice of the format: `Stop run` for `abort`; values like GET stay.
QString choiceWord(const std::string &value);
/// What the schema says of the field, and what may stand in it.
QString fieldHint(const FieldModel &field);
/// What a field shows while nothing stands in it: its default or an example.
QString fieldPlaceholder(const FieldModel &field);
/// Every description of the schema, in English, each once: named here so that the translations hold them, in
/// the context "FlowSchema".
const std::vector<const char *> &schemaTexts();

} // namespace batuta::views
