// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/choice.h"

#include <string>

namespace batuta::host {

/// The filter on the status as the history understands it, which calls all of them running that have not
/// ended; which of those wait is known to the engine. Whoever gets another one than he asked for drops what
/// does not fit.
inline std::string storedStatus(const std::string &wanted)
{
    if (wanted == "queued" || wanted == "paused")
        return "running";
    const store::Choice choice(wanted);
    if (!choice.isExcluding())
        return wanted;
    const bool isWithoutLive = choice.names("running") && choice.names("queued") && choice.names("paused");
    std::string ended = isWithoutLive ? "!running" : "!";
    for (const std::string &status : choice.values())
        if (status != "running" && status != "queued" && status != "paused")
            ended += (ended.size() > 1 ? "," : "") + status;
    return store::Choice(ended).text();
}

} // namespace batuta::host
