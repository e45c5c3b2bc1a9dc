// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// How a field is filled. Json is everything that no other kind fits.
enum class FieldKind { Text, Secret, Choice, Boolean, Integer, Number, List, Json, DateTime, Uri };

/// One property of an input schema, as a form needs it.
struct InputField
{
    std::string name;
    FieldKind kind = FieldKind::Json;
    FieldKind itemKind = FieldKind::Text; ///< of a List: Text, Integer or Number
    std::vector<std::string> types;       ///< as the schema names them, without null
    std::vector<json::Value> choices;     ///< of a Choice, without null
    std::optional<json::Value> fallback;  ///< what the engine takes when the field is left out
    json::Value rules;                    ///< the part of the schema with its limits
    bool isRequired = false;
    bool isNullable = false;
    bool isSecret = false;
    std::string description;
    std::string format;
};

/// In the order of the schema. A schema without properties has none.
std::vector<InputField> inputFields(const json::Value &schema);

} // namespace batuta::views
