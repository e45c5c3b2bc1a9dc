// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/messages.h"

#include "engine/host/trigger_context.h"

namespace batuta::host {
namespace {

Result<bool> wants(const flow::MessageTrigger &trigger, const TriggerContext &context)
{
    if (!trigger.condition)
        return true;
    const Result<json::Value> value = trigger.condition->evaluate(context);
    return value ? Result<bool>(expr::isTruthy(*value)) : Result<bool>(value.error());
}

} // namespace

Result<client::StartExecution> Messages::commandOf(const std::string &queue, const json::Value &data) const
{
    bool isKnown = false;
    client::StartExecution command;
    command.trigger = "message";
    command.message = data["body"];
    command.triggerData = json::Object{{"queue", queue}};
    if (data["headers"].isObject())
        command.triggerData.object().append("headers", data["headers"]);
    for (const auto &[name, flow] : m_ports.library.flows)
        for (const flow::Trigger &trigger : flow->triggers) {
            const auto *message = std::get_if<flow::MessageTrigger>(&trigger);
            if (!message || message->queue != queue)
                continue;
            isKnown = true;
            TriggerContext context(*flow, m_ports.environment);
            json::Value seen = command.triggerData;
            seen.object().set("kind", command.trigger);
            context.setTrigger(std::move(seen));
            context.setMessage(command.message);
            const Result<bool> isWanted = wants(*message, context);
            if (!isWanted)
                return isWanted.error();
            if (!*isWanted)
                continue;
            Result<json::Value> input = triggerInput(message->input, context, command.message);
            if (!input)
                return input.error();
            command.flow = flow->name;
            command.input = std::move(*input);
            return command;
        }
    if (isKnown)
        return Error{ErrorCode::ActRefused,
                     queue,
                     "no flow of this queue wants the message",
                     {},
                     "See the `if` of the message triggers."};
    return Error{ErrorCode::QueueUnknown, queue, {}, {}, {}};
}

} // namespace batuta::host
