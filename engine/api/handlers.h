// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/api/router.h"

namespace batuta::api {

void serviceInfo(Call call);
void health(Call call);
void openApi(Call call);
void docs(Call call);
void metrics(Call call);
void orchestrate(Call call);       ///< POST /orchestrate
void orchestrateCompat(Call call); ///< POST /: the same, with the codes that Cloud Functions callers know
void listFlows(Call call);
void startExecution(Call call);
void listExecutions(Call call);
void showExecution(Call call);
void executionEvents(Call call);
void cancelExecution(Call call);

} // namespace batuta::api
