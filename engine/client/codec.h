// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <string>

namespace batuta::client {

// How the values of the border are spelt in JSON: by the API, by `--json`, and by whoever reads them back.

json::Value toJson(const ExecutionRecord &record);      ///< whole
json::Value summaryJson(const ExecutionRecord &record); ///< without input, output and steps: a row of a list
json::Value toJson(const StepRecord &step);
json::Value toJson(const EventRecord &event);
json::Value toJson(const FlowSummary &flow);
json::Value toJson(const FlowPreview &preview);
json::Value toJson(const RoutingView &routing);
json::Value toJson(const EngineInfo &info);
json::Value toJson(const Error &error);

Result<ExecutionRecord> executionFromJson(const json::Value &value);
Result<EventRecord> eventFromJson(const json::Value &value);
Error errorFromJson(const json::Value &value); ///< of an API answer: {"error": {...}}

} // namespace batuta::client
