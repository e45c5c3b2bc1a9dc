// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What starts flows by itself: webhooks come in here, schedules are shown.
#include "engine/api/handlers.h"
#include "engine/api/query.h"

namespace batuta::api {

void receiveHook(Call call)
{
    host::HookRequest request{std::move(call.request.path), std::move(call.request.headers),
                              std::move(call.request.body)};
    call.engine.triggers().receive(
        std::move(request), [responder = call.responder](const Result<client::Started> &started) mutable {
            if (!started)
                return sendError(responder, started.error());
            sendStarted(responder, *started);
        });
}

void listSchedules(Call call)
{
    if (Status status = knowsOnly(call.request, {}); !status)
        return sendError(call.responder, status.error());
    sendJson(call.responder, 200, json::Object{{"schedules", call.engine.triggers().schedules()}});
}

} // namespace batuta::api
