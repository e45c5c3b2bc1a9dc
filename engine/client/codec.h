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
json::Value toJson(const store::AuditVerdict &verdict);

json::Value toJson(const StartExecution &command);
json::Value toJson(const Started &started);
json::Value toJson(const ExecutionPage &page, bool withSteps);
json::Value toJson(const LogLineRecord &line);
json::Value withText(const FlowSummary &flow); ///< and the text of its file
json::Value timeJson(WallTime time);           ///< null for no time

Result<ExecutionRecord> executionFromJson(const json::Value &value);
RoutingView routingFromJson(const json::Value &value);
Result<EventRecord> eventFromJson(const json::Value &value);
Result<StartExecution> startFromJson(const json::Value &value);
Result<Started> startedFromJson(const json::Value &value);
Result<ExecutionPage> pageFromJson(const json::Value &value);
/// With its definition when the text is there and this program can read it.
Result<FlowSummary> flowFromJson(const json::Value &value);
Result<FlowPreview> previewFromJson(const json::Value &value);
Result<EngineInfo> infoFromJson(const json::Value &value);
LogLineRecord logLineFromJson(const json::Value &value);
WallTime timeFromJson(const json::Value &value);
Error errorFromJson(const json::Value &value); ///< of an API answer: {"error": {...}}

} // namespace batuta::client
