// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"
#include "engine/series/alert_values.h"

#include <optional>
#include <string_view>
#include <vector>

namespace batuta::series {

// How questions and answers are spelt in JSON: by the API, and by whoever reads them back. A gap is null.

std::string_view functionName(Function function); ///< `per_minute`
std::optional<Function> functionOf(std::string_view name);

json::Value toJson(const Question &question);
Result<Question> questionFromJson(const json::Value &value);
json::Value toJson(const Answer &answer);
Result<Answer> answerFromJson(const json::Value &value);
json::Value toJson(const Catalogue &catalogue);
Catalogue catalogueFromJson(const json::Value &value);
json::Value toJson(const AlertBook &book);
AlertBook alertsFromJson(const json::Value &value);
json::Value toJson(const std::vector<BoardText> &boards);
std::vector<BoardText> boardsFromJson(const json::Value &value);

} // namespace batuta::series
