// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/telemetry/log.h"

#include <string>
#include <string_view>

namespace batuta::telemetry {

/// What makes up a line, before it is text.
struct LineParts
{
    WallTime at{};
    Level level = Level::Info;
    std::string_view logger;
    std::string_view event;
    std::string_view projectId;
    const LogScope *scope = nullptr;
};

/// Writes the line as one JSON object to `out`, which is emptied first. Secrets are masked: members with
/// secret names always, the scope's secret values wherever they stand.
void writeLine(const LineParts &parts, Fields fields, std::string &out);

/// `2026-11-21T14:21:07.123456Z`, as isoTime; good until the next call on this thread. It keeps the date and
/// the second of the last call, which most lines share.
std::string_view timestampOf(WallTime time);

} // namespace batuta::telemetry
