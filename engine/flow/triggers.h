// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/expr/template.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace batuta::schedule {
struct Timetable;
}

namespace batuta::flow {

/// Starts the flow at the minutes of a cron expression.
struct ScheduleTrigger
{
    enum class Missed { Skip, RunOnce, RunAll };
    std::string cron;
    std::string timezone = "UTC";
    Missed missed = Missed::Skip;
    std::optional<expr::TemplateTree> input;              ///< sees `env` and `trigger.time`
    std::shared_ptr<const schedule::Timetable> timetable; ///< of cron and timezone
};

/// Starts the flow when a signed POST comes to `path`; its body is the input unless `input` says otherwise.
struct WebhookTrigger
{
    std::string path;                             ///< `/hooks/<name>`
    bool isUnsigned = false;                      ///< the flow says that anybody may call it
    std::optional<expr::Template> secret;         ///< of the HMAC-SHA256 signature
    Duration tolerance = std::chrono::minutes(5); ///< age of the signed timestamp; replays within are refused
    std::optional<expr::TemplateTree> input;      ///< sees `trigger.body`
    Place place;
};

/// Starts the flow for the messages of a queue.
struct MessageTrigger
{
    std::string queue;
    std::optional<expr::Template> condition; ///< sees `message`
    std::optional<expr::TemplateTree> input; ///< sees `message`; without it the message is the input
};

using Trigger = std::variant<ScheduleTrigger, WebhookTrigger, MessageTrigger>;

} // namespace batuta::flow
