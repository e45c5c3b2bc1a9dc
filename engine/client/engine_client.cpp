// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/engine_client.h"

#include "engine/client/release_values.h"
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

} // namespace batuta::client
