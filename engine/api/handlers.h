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
void engineInfo(Call call);
void listFlows(Call call);
void startExecution(Call call);
void startRouted(Call call); ///< by the flow's name or by the routes, as the body says
void preview(Call call);
void listExecutions(Call call);
void showExecution(Call call);
void find(Call call);
void figures(Call call);
void failures(Call call);
void waiting(Call call);
void logChunk(Call call);
void listSeries(Call call);
void querySeries(Call call);
void listAlerts(Call call);
void listBoards(Call call);
void listReleases(Call call);
void showReleasedService(Call call);
void listMarks(Call call); ///< when something was released
void listClouds(Call call);
void cloudLogs(Call call);
void lookUpRelease(Call call); ///< the questions of engine/client/release_lookups.h
void checkRoute(Call call);    ///< whether the cloud would take a change of traffic
void executionEvents(Call call);
void executionLog(Call call);
void allEvents(Call call);
void makeCapsule(Call call);
void cancelExecution(Call call);
void actOnExecution(Call call);
void actOnEngine(Call call); ///< the acts that are not about an execution
void receiveHook(Call call);
void listSchedules(Call call);
void listAudit(Call call);
void verifyAudit(Call call);

/// 202, with the execution's place.
void sendStarted(net::Responder &responder, const client::Started &started);

} // namespace batuta::api
