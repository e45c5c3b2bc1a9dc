// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/trigger_reader.h"

#include "engine/base/text.h"
#include "engine/schedule/missed.h"

#include <algorithm>

namespace batuta::flow {
namespace {

constexpr std::int64_t kMostExecutions = 100'000;
constexpr std::size_t kMostTriggers = 100;
constexpr std::string_view kHooks = "/hooks/";
constexpr std::size_t kMostHookName = 100;

std::string nonEmpty(Reading &reading, const Field &field)
{
    auto word = reading.text(field);
    if (word && trimmed(*word).empty())
        reading.add(ErrorCode::FlowBadValue, field, "an empty text");
    return word.value_or("");
}

std::optional<expr::TemplateTree> readInput(Reading &reading, const Field &field)
{
    if (!field)
        return std::nullopt;
    // An expression that is the whole text may give a mapping.
    const bool isExpression = trimmed(field.node->text).rfind("${{", 0) == 0;
    return isExpression || reading.isMapping(field) ? reading.tree(field) : std::nullopt;
}

/// Null when the cron expression or the time zone has been reported.
std::shared_ptr<const schedule::Timetable> readTimetable(Reading &reading, const Field &field,
                                                         const ScheduleTrigger &trigger)
{
    Result<schedule::Cron> cron = schedule::Cron::parse(trigger.cron);
    Result<schedule::Zone> zone = schedule::Zone::load(trigger.timezone);
    if (!cron && field["cron"] && field["cron"].node->isScalar())
        reading.add(cron.error(), field["cron"]);
    if (!zone && !trigger.timezone.empty())
        reading.add(zone.error(), field["timezone"]);
    if (!cron || !zone)
        return nullptr;
    return std::make_shared<const schedule::Timetable>(
        schedule::Timetable{std::move(*cron), std::move(*zone)});
}

ScheduleTrigger readSchedule(Reading &reading, const Field &field)
{
    ScheduleTrigger trigger;
    if (!reading.hasKeys(field, keys::scheduleTrigger()))
        return trigger;
    reading.enter(Scope::Event);
    if (const Field cron = field["cron"])
        trigger.cron = reading.text(cron).value_or("");
    if (const Field timezone = field["timezone"])
        trigger.timezone = nonEmpty(reading, timezone);
    trigger.timetable = readTimetable(reading, field, trigger);
    if (const Field missed = field["missed"])
        trigger.missed = static_cast<ScheduleTrigger::Missed>(
            reading.choice(missed, {"skip", "run_once", "run_all"}).value_or(0));
    trigger.input = readInput(reading, field["input"]);
    return trigger;
}

bool isHookPath(std::string_view path)
{
    if (!path.starts_with(kHooks))
        return false;
    path.remove_prefix(kHooks.size());
    return !path.empty() && path.size() <= kMostHookName && path != "." && path != ".." &&
           std::all_of(path.begin(), path.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '.' || c == '_' || c == '-';
           });
}

/// A webhook that anybody may call must say so itself.
void readSignature(Reading &reading, const Field &field, WebhookTrigger &trigger)
{
    reading.enter(Scope::Secret);
    const Field secret = field["secret"];
    if (secret)
        trigger.secret = reading.textTemplate(secret);
    const Field isUnsigned = field["unsigned"];
    if (isUnsigned)
        trigger.isUnsigned = reading.boolean(isUnsigned).value_or(true);
    if (secret && trigger.isUnsigned)
        reading.addAtKey(ErrorCode::FlowContradiction, isUnsigned, "unsigned with secret",
                         "Remove `unsigned`: a webhook with a secret wants a signature.");
    else if (!secret && !trigger.isUnsigned)
        reading.add(ErrorCode::FlowMissingKey, field, "secret",
                    "Write `secret`, or `unsigned: true` when anybody may call it.");
    const Field tolerance = field["tolerance"];
    if (tolerance)
        trigger.tolerance = reading.duration(tolerance).value_or(trigger.tolerance);
    if (tolerance && !secret)
        reading.addAtKey(ErrorCode::FlowContradiction, tolerance, "tolerance without secret",
                         "Write `secret`: only a signed time can be checked.");
}

WebhookTrigger readWebhookTrigger(Reading &reading, const Field &field)
{
    WebhookTrigger trigger;
    if (!reading.hasKeys(field, keys::webhookTrigger()))
        return trigger;
    trigger.place = reading.place(field.mark());
    if (const Field path = field["path"]) {
        const auto text = reading.text(path);
        trigger.path = text.value_or("");
        if (text && !isHookPath(*text))
            reading.add(ErrorCode::FlowBadValue, path, *text,
                        "Write /hooks/ and a name of letters, digits, `.`, `_` and `-`.");
    }
    readSignature(reading, field, trigger);
    reading.enter(Scope::Event);
    trigger.input = readInput(reading, field["input"]);
    return trigger;
}

MessageTrigger readMessage(Reading &reading, const Field &field)
{
    MessageTrigger trigger;
    if (!reading.hasKeys(field, keys::messageTrigger()))
        return trigger;
    reading.enter(Scope::Message);
    if (const Field queue = field["queue"])
        trigger.queue = nonEmpty(reading, queue);
    if (const Field condition = field["if"]) {
        trigger.condition = reading.condition(condition);
        if (trigger.condition && trigger.condition->usesStatusFunction())
            reading.add(ErrorCode::FlowContradiction, condition, "a status function",
                        "Ask only for the message: nothing has run yet.");
    }
    trigger.input = readInput(reading, field["input"]);
    return trigger;
}

/// Another webhook of the file at the same path?
bool isTaken(const std::vector<Trigger> &triggers, const std::string &path)
{
    return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger &trigger) {
        const auto *webhook = std::get_if<WebhookTrigger>(&trigger);
        return webhook && !path.empty() && webhook->path == path;
    });
}

void readTrigger(Reading &reading, const Field &field, std::vector<Trigger> &triggers)
{
    if (!reading.hasKeys(field, keys::trigger()))
        return;
    if (field.node->members.size() != 1) {
        reading.add(ErrorCode::FlowBadValue, field, "a trigger is one of schedule, webhook and message",
                    "Write each as an entry of its own.");
        return;
    }
    if (const Field schedule = field["schedule"]) {
        triggers.emplace_back(readSchedule(reading, schedule));
    } else if (const Field webhook = field["webhook"]) {
        WebhookTrigger trigger = readWebhookTrigger(reading, webhook);
        if (isTaken(triggers, trigger.path))
            reading.add(ErrorCode::FlowBadValue, webhook["path"], trigger.path + " is there twice",
                        "Give the webhook another path.");
        triggers.emplace_back(std::move(trigger));
    } else if (const Field message = field["message"]) {
        triggers.emplace_back(readMessage(reading, message));
    }
}

} // namespace

Concurrency readConcurrency(Reading &reading, const Field &field)
{
    Concurrency concurrency;
    if (!reading.hasKeys(field, keys::concurrency()))
        return concurrency;
    if (const Field limit = field["limit"])
        concurrency.limit = static_cast<int>(reading.integer(limit, 1, kMostExecutions).value_or(1));
    reading.enter(Scope::Idempotency);
    if (const Field key = field["key"])
        concurrency.key = reading.textTemplate(key);
    if (const Field whenFull = field["when_full"])
        concurrency.whenFull = static_cast<Concurrency::WhenFull>(
            reading.choice(whenFull, {"queue", "reject", "cancel_oldest"}).value_or(0));
    return concurrency;
}

std::vector<Trigger> readTriggers(Reading &reading, const Field &field)
{
    std::vector<Trigger> triggers;
    if (!reading.isSequence(field))
        return triggers;
    if (field.node->items.size() > kMostTriggers) {
        reading.add(ErrorCode::FlowBadValue, field,
                    "more than " + std::to_string(kMostTriggers) + " triggers", "Write fewer triggers.");
        return triggers;
    }
    for (std::size_t i = 0; i < field.node->items.size(); ++i)
        readTrigger(reading, field.item(i), triggers);
    return triggers;
}

} // namespace batuta::flow
