// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

namespace batuta::views {

/// The status that an execution has from this event on while it lives; "" when the event does not change it.
inline std::string liveStatus(const client::EventRecord &event)
{
    if (event.kind == "execution_started")
        return event.data["queued"].asBoolean() ? "queued" : "running";
    if (event.kind == "execution_paused")
        return "paused";
    if (event.kind == "execution_placed" || event.kind == "execution_unpaused")
        return "running";
    return {};
}

} // namespace batuta::views
