// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/host/house.h"

#include <QDeadlineTimer>

#include <optional>

namespace batuta::tests {

/// Does an act as `ana`, who has every role, and waits for the reply.
inline Result<json::Value> act(House &house, client::Act wanted)
{
    std::optional<Result<json::Value>> done;
    wanted.actor = {"ana", {"*"}};
    house.engine->act(std::move(wanted), [&](Result<json::Value> result) { done = std::move(result); });
    if (!house.until([&] { return done.has_value(); }))
        return Error{ErrorCode::Internal, "act", "no reply", {}, {}};
    return *done;
}

inline Result<client::ExecutionRecord> recordOf(House &house, const ExecutionId &id)
{
    std::optional<Result<client::ExecutionRecord>> found;
    house.engine->execution(id, [&](Result<client::ExecutionRecord> record) { found = std::move(record); });
    if (!house.until([&] { return found.has_value(); }))
        return Error{ErrorCode::Internal, "execution", "no reply", {}, {}};
    return *found;
}

/// Starts it as a face of the engine does: the reply says that it is durable.
inline Result<client::Started> begin(House &house, client::StartExecution command)
{
    std::optional<Result<client::Started>> started;
    house.engine->start(std::move(command),
                        [&](Result<client::Started> reply) { started = std::move(reply); });
    if (!house.until([&] { return started.has_value(); }))
        return Error{ErrorCode::Internal, "start", "no reply", {}, {}};
    return *started;
}

inline Result<client::Started> begin(House &house, const std::string &flow, json::Value input)
{
    client::StartExecution command;
    command.flow = FlowName(flow);
    command.input = std::move(input);
    return begin(house, std::move(command));
}

/// Looks every 10 ms, for 20 s. For a look that waits for the engine itself: House::until() does not work
/// within itself.
inline bool eventually(House &house, const std::function<bool()> &look)
{
    const QDeadlineTimer patience(20'000);
    while (!look()) {
        if (patience.hasExpired())
            return false;
        const QDeadlineTimer pause(10);
        house.until([&] { return pause.hasExpired(); });
    }
    return true;
}

inline host::EngineOptions resuming()
{
    host::EngineOptions options;
    options.resumes = true;
    return options;
}

} // namespace batuta::tests
