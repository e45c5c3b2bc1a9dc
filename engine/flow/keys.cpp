// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/keys.h"

#include <algorithm>

namespace batuta::flow {
namespace {

constexpr bool kRequired = true;
constexpr bool kOptional = false;
constexpr bool kLater = false; ///< not in this version

} // namespace

const Key *KeyTable::find(std::string_view key) const
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key &k) { return k.name == key; });
    return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> KeyTable::names() const
{
    std::vector<std::string> names;
    for (const Key &key : keys)
        if (key.supported)
            names.emplace_back(key.name);
    return names;
}

namespace keys {

const KeyTable &flow()
{
    static const KeyTable table{"flow",
                                {{"batuta", kRequired},
                                 {"name", kRequired},
                                 {"title"},
                                 {"description"},
                                 {"labels"},
                                 {"deadline"},
                                 {"max_parallel"},
                                 {"concurrency"},
                                 {"idempotency"},
                                 {"input"},
                                 {"triggers"},
                                 {"defaults"},
                                 {"steps", kRequired},
                                 {"output"},
                                 {"finally"}}};
    return table;
}

const KeyTable &title()
{
    static const KeyTable table{"title", {{"en", kRequired}, {"pt_BR"}}};
    return table;
}

const KeyTable &idempotency()
{
    static const KeyTable table{"idempotency", {{"key", kRequired}, {"window"}, {"on_repeat"}}};
    return table;
}

const KeyTable &defaults()
{
    static const KeyTable table{"defaults", {{"timeout"}, {"total_timeout"}, {"on_failure"}, {"retry"}}};
    return table;
}

const KeyTable &step()
{
    static const KeyTable table{"step",
                                {{"title"},
                                 {"labels"},
                                 {"needs"},
                                 {"if"},
                                 {"skip"},
                                 {"timeout"},
                                 {"total_timeout"},
                                 {"retry"},
                                 {"on_failure"},
                                 {"breaker"},
                                 {"rate_limit"},
                                 {"foreach"},
                                 {"compensate"}}};
    return table;
}

const KeyTable &kinds()
{
    static const KeyTable table{"kinds",
                                {{"http"},
                                 {"set"},
                                 {"wait"},
                                 {"flow"},
                                 {"log"},
                                 {"check"},
                                 {"message", kOptional, kLater},
                                 {"celery", kOptional, kLater},
                                 {"process"},
                                 {"approval"},
                                 {"jq"},
                                 {"notify"},
                                 {"slack"},
                                 {"webhook"},
                                 {"cloud_run"},
                                 {"model", kOptional, kLater}}};
    return table;
}

const KeyTable &compensate()
{
    static const KeyTable table{"compensate",
                                {{"title"},
                                 {"labels"},
                                 {"timeout"},
                                 {"total_timeout"},
                                 {"retry"},
                                 {"on_failure"},
                                 {"breaker"},
                                 {"rate_limit"}}};
    return table;
}

const KeyTable &breaker()
{
    static const KeyTable table{"breaker", {{"name"}, {"failures"}, {"open"}, {"forget_after"}, {"probes"}}};
    return table;
}

const KeyTable &rateLimit()
{
    static const KeyTable table{"rate_limit", {{"name"}, {"limit", kRequired}, {"per"}}};
    return table;
}

const KeyTable &forEach()
{
    static const KeyTable table{"foreach", {{"items", kRequired}, {"as"}, {"max_parallel"}, {"on_failure"}}};
    return table;
}

const KeyTable &skip()
{
    static const KeyTable table{"skip", {{"if", kRequired}, {"reason", kRequired}}};
    return table;
}

const KeyTable &retry()
{
    static const KeyTable table{"retry", {{"attempts", kRequired}, {"on"}, {"backoff"}}};
    return table;
}

const KeyTable &backoff()
{
    static const KeyTable table{"backoff", {{"first"}, {"factor"}, {"max"}, {"jitter"}}};
    return table;
}

const KeyTable &http()
{
    static const KeyTable table{"http",
                                {{"method"},
                                 {"url", kRequired},
                                 {"headers"},
                                 {"query"},
                                 {"json"},
                                 {"auth"},
                                 {"connect_timeout"},
                                 {"max_response"}}};
    return table;
}

const KeyTable &auth()
{
    static const KeyTable table{"auth", {{"bearer"}, {"google_id_token"}}};
    return table;
}

const KeyTable &wait()
{
    static const KeyTable table{"wait", {{"for"}, {"until"}, {"event"}}};
    return table;
}

const KeyTable &subflow()
{
    static const KeyTable table{"subflow", {{"name", kRequired}, {"input"}}};
    return table;
}

const KeyTable &log()
{
    static const KeyTable table{"log", {{"message", kRequired}, {"level"}, {"fields"}}};
    return table;
}

const KeyTable &gate()
{
    static const KeyTable table{"gate", {{"if"}, {"value"}, {"min"}, {"max"}, {"equals"}}};
    return table;
}

const KeyTable &process()
{
    static const KeyTable table{"process",
                                {{"command", kRequired},
                                 {"env"},
                                 {"pass"},
                                 {"directory"},
                                 {"input"},
                                 {"output"},
                                 {"max_output"},
                                 {"grace"}}};
    return table;
}

const KeyTable &approval()
{
    static const KeyTable table{"approval",
                                {{"role"}, {"form"}, {"message"}, {"expires"}, {"on_expiry"}, {"traffic"}}};
    return table;
}

const KeyTable &askedTraffic()
{
    static const KeyTable table{
        "asked_traffic", {{"environment"}, {"service"}, {"revision", kRequired}, {"percent", kRequired}}};
    return table;
}

const KeyTable &jq()
{
    static const KeyTable table{"jq", {{"program", kRequired}, {"input"}}};
    return table;
}

const KeyTable &webhook()
{
    static const KeyTable table{"webhook", {{"url", kRequired}, {"headers"}, {"json"}, {"secret"}}};
    return table;
}

const KeyTable &slack()
{
    static const KeyTable table{"slack", {{"webhook", kRequired}, {"text", kRequired}, {"blocks"}}};
    return table;
}

const KeyTable &notify()
{
    static const KeyTable table{"notify", {{"text", kRequired}, {"title"}, {"level"}}};
    return table;
}

const KeyTable &cloudRun()
{
    static const KeyTable table{"cloud_run",
                                {{"action", kRequired},
                                 {"environment"},
                                 {"service"},
                                 {"revision"},
                                 {"image"},
                                 {"from"},
                                 {"suffix"},
                                 {"tag"},
                                 {"settings"},
                                 {"env"},
                                 {"unset"},
                                 {"percent"},
                                 {"traffic"},
                                 {"among"},
                                 {"path"},
                                 {"for"},
                                 {"every"},
                                 {"late"},
                                 {"gates"},
                                 {"on_break"},
                                 {"reason"},
                                 {"confirm"}}};
    return table;
}

const KeyTable &concurrency()
{
    static const KeyTable table{"concurrency", {{"limit", kRequired}, {"key"}, {"when_full"}}};
    return table;
}

const KeyTable &trigger()
{
    static const KeyTable table{"trigger", {{"schedule"}, {"webhook"}, {"message"}}};
    return table;
}

const KeyTable &scheduleTrigger()
{
    static const KeyTable table{"schedule_trigger",
                                {{"cron", kRequired}, {"timezone"}, {"missed"}, {"input"}}};
    return table;
}

const KeyTable &webhookTrigger()
{
    static const KeyTable table{"webhook_trigger",
                                {{"path", kRequired}, {"secret"}, {"unsigned"}, {"tolerance"}, {"input"}}};
    return table;
}

const KeyTable &messageTrigger()
{
    static const KeyTable table{"message_trigger", {{"queue", kRequired}, {"if"}, {"input"}}};
    return table;
}

const KeyTable &routes()
{
    static const KeyTable table{"routes",
                                {{"batuta", kRequired},
                                 {"input"},
                                 {"routes"},
                                 {"default", kRequired},
                                 {"corrected_filter"},
                                 {"filters"}}};
    return table;
}

const KeyTable &route()
{
    static const KeyTable table{"route", {{"if", kRequired}, {"flow", kRequired}}};
    return table;
}

const KeyTable &filter()
{
    static const KeyTable table{"filter", {{"name", kRequired}, {"if", kRequired}, {"drop", kRequired}}};
    return table;
}

const KeyTable &drop()
{
    static const KeyTable table{"drop", {{"name_contains"}, {"domain"}}};
    return table;
}

std::vector<const KeyTable *> ofFlowFiles()
{
    return {&flow(),           &title(),
            &idempotency(),    &defaults(),
            &step(),           &kinds(),
            &compensate(),     &skip(),
            &retry(),          &backoff(),
            &breaker(),        &rateLimit(),
            &forEach(),        &http(),
            &auth(),           &wait(),
            &subflow(),        &log(),
            &gate(),           &process(),
            &approval(),       &jq(),
            &webhook(),        &slack(),
            &notify(),         &cloudRun(),
            &trigger(),        &scheduleTrigger(),
            &webhookTrigger(), &messageTrigger(),
            &concurrency(),    &askedTraffic()};
}

} // namespace keys
} // namespace batuta::flow
