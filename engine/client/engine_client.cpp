// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/engine_client.h"

#include "engine/client/cloud_values.h"
#include "engine/series/alert_values.h"

namespace batuta::client {
namespace {

Error notOffered(const char *question)
{
    return {ErrorCode::HttpNotFound, question, "this engine does not answer it", {}, "Use a newer engine."};
}

} // namespace

void EngineClient::find(FindQuery, Reply<Found> reply)
{
    reply(notOffered("find"));
}

void EngineClient::figures(FiguresQuery, Reply<RunFigures> reply)
{
    reply(notOffered("figures"));
}

void EngineClient::failures(FailureQuery, Reply<FailureReport> reply)
{
    reply(notOffered("failures"));
}

void EngineClient::waiting(Reply<std::vector<WaitingStep>> reply)
{
    reply(notOffered("waiting"));
}

void EngineClient::series(batuta::series::Question, Reply<batuta::series::Answer> reply)
{
    reply(notOffered("series"));
}

void EngineClient::alerts(Reply<batuta::series::AlertBook> reply)
{
    reply(notOffered("alerts"));
}

void EngineClient::boards(Reply<std::vector<batuta::series::BoardText>> reply)
{
    reply(notOffered("boards"));
}

void EngineClient::logChunk(LogChunkQuery, Reply<LogChunk> reply)
{
    reply(notOffered("logChunk"));
}

void EngineClient::capsule(std::vector<std::string>, Reply<std::string> reply)
{
    reply(notOffered("capsule"));
}

void EngineClient::audit(AuditQuery, Reply<AuditPage> reply)
{
    reply(notOffered("audit"));
}

void EngineClient::releases(const ReleaseQuery &, Reply<ReleaseBoard> reply)
{
    reply(notOffered("releases"));
}

void EngineClient::releasedService(const ServiceQuery &, Reply<ServiceBoard> reply)
{
    reply(notOffered("releasedService"));
}

void EngineClient::checkRoute(const RouteQuery &, Reply<RouteCheck> reply)
{
    reply(notOffered("checkRoute"));
}

void EngineClient::clouds(Reply<std::vector<CloudPlace>> reply)
{
    reply(notOffered("clouds"));
}

void EngineClient::cloudLogs(const CloudLogQuery &, Reply<CloudLogPage> reply)
{
    reply(notOffered("cloudLogs"));
}

void EngineClient::releaseMarks(const MarkQuery &, Reply<ReleaseMarks> reply)
{
    reply(notOffered("releaseMarks"));
}

void EngineClient::lookUpRelease(const ReleaseLookup &, Reply<json::Value> reply)
{
    reply(notOffered("lookUpRelease"));
}

} // namespace batuta::client
