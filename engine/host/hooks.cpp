// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/hooks.h"

#include "engine/base/text.h"
#include "engine/host/execution.h"
#include "engine/host/trigger_context.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::host {
namespace {

constexpr std::size_t kMostHeader = 1'000;
/// What flows may see of a request: nothing that proves who sent it.
constexpr std::array<std::string_view, 14> kShownHeaders{
    "content-type", "user-agent",     "x-request-id",      "x-correlation-id",
    "x-event-type", "x-github-event", "x-github-delivery", "x-gitlab-event",
    "ce-id",        "ce-source",      "ce-specversion",    "ce-subject",
    "ce-time",      "ce-type"};

json::Value shownHeaders(const HookRequest &request)
{
    json::Object shown;
    for (const std::string_view name : kShownHeaders)
        if (const std::string_view value = request.header(name); !value.empty())
            shown.append(std::string(name), std::string(value.substr(0, kMostHeader)));
    return shown;
}

bool isOurs(const HookRequest &request)
{
    return !request.header(policy::kSignatureHeader).empty();
}

/// A signature of ours holds its time, so it is good for one execution. GitHub's is the same for the same
/// body: it is good for one execution in each stretch of the length of the tolerance.
std::string idOf(const HookRequest &request, const policy::Verified &verified, std::int64_t stretch)
{
    std::string name = "hook/" + request.path + "/" + verified.digest;
    if (!isOurs(request))
        name += "/" + std::to_string(stretch);
    return idFrom(name);
}

Error repeated(const std::string &path, const std::string &id)
{
    return {ErrorCode::DuplicateRequest,
            path,
            "the same signed request started " + id,
            {},
            "Sign each request anew."};
}

} // namespace

std::string_view HookRequest::header(std::string_view name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto &header) {
        return equalIgnoringCase(header.first, name);
    });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Hooks::Hooks(TriggerPorts &ports, OnceStarter &once)
    : m_ports(ports)
    , m_once(once)
{
    for (const auto &[name, flow] : ports.library.flows)
        for (const flow::Trigger &trigger : flow->triggers)
            if (const auto *webhook = std::get_if<flow::WebhookTrigger>(&trigger))
                add(flow, *webhook);
}

void Hooks::add(const flow::FlowPtr &flow, const flow::WebhookTrigger &trigger)
{
    const auto [known, isNew] = m_hooks.try_emplace(trigger.path, Hook{flow, &trigger});
    if (!isNew) {
        known->second.isClear = false;
        m_problems.push_back({ErrorCode::FlowContradiction, flow->name.value,
                              trigger.path + " is also a webhook of " + known->second.flow->name.value,
                              trigger.place, "Give one of them another path; until then both refuse."});
        return;
    }
    if (trigger.isUnsigned)
        return;
    const Result<std::string> secret = secretOf(known->second);
    if (!secret || secret->empty())
        m_problems.push_back({ErrorCode::SecretMissing, flow->name.value,
                              "the webhook " + trigger.path + " refuses every request", trigger.place,
                              "Set what `secret` names in the environment, then start again."});
}

Result<std::string> Hooks::secretOf(const Hook &hook) const
{
    const TriggerContext context(*hook.flow, m_ports.environment);
    return hook.trigger->secret ? hook.trigger->secret->evaluateText(context) : std::string();
}

void Hooks::receive(HookRequest request, client::Reply<client::Started> reply)
{
    const auto found = m_hooks.find(request.path);
    if (found == m_hooks.end())
        return reply(Error{ErrorCode::HttpNotFound, request.path, "no flow has this webhook", {}, {}});
    const Hook &hook = found->second;
    if (request.body.size() > kMostBody)
        return refuse(request.path,
                      {ErrorCode::HttpTooLarge,
                       request.path,
                       "a webhook takes " + std::to_string(kMostBody) + " bytes",
                       {},
                       {}},
                      reply);
    policy::Verified verified;
    if (const Status right = verify(hook, request, verified); !right)
        return refuse(request.path, right.error(), reply);
    Result<client::StartExecution> command = commandOf(hook, request);
    if (!command)
        return refuse(request.path, command.error(), reply);
    if (hook.trigger->isUnsigned)
        return m_ports.start(std::move(*command), std::move(reply));
    const WallTime now = m_ports.clock.wall();
    if (const Status fresh = m_replays.admit(request.path, verified, now); !fresh)
        return refuse(request.path, fresh.error(), reply);
    const Duration tolerance = std::max(hook.trigger->tolerance, Duration(1));
    const std::int64_t stretch = now.time_since_epoch() / tolerance;
    command->id = idOf(request, verified, stretch);
    if (isOurs(request))
        return startSigned(std::move(*command), request.path, verified, std::move(reply));
    // The stretch before may hold the same request, too.
    m_once.find(idOf(request, verified, stretch - 1),
                [this, command = std::move(*command), verified, now, tolerance, path = request.path,
                 reply = std::move(reply)](auto before) mutable {
                    if (!before)
                        return giveBack(path, verified, before.error(), reply);
                    if (*before && (*before)->startedAt > now - tolerance)
                        return giveBack(path, verified, repeated(path, (*before)->id), reply);
                    startSigned(std::move(command), path, verified, std::move(reply));
                });
}

Status Hooks::verify(const Hook &hook, const HookRequest &request, policy::Verified &verified) const
{
    if (!hook.isClear)
        return Error{ErrorCode::HttpUnauthorized,
                     request.path,
                     "two flows have this webhook",
                     {},
                     "Give one of them another path."};
    if (hook.trigger->isUnsigned)
        return {};
    const Result<std::string> secret = secretOf(hook);
    if (!secret)
        return Error{ErrorCode::HttpUnauthorized, request.path, "its secret cannot be read", {}, {}};
    Result<policy::Verified> checked = policy::verifySignature(
        {request.header(policy::kSignatureHeader), request.header(policy::kTimestampHeader),
         request.header(policy::kGitHubSignatureHeader), request.body},
        *secret, m_ports.clock.wall(), hook.trigger->tolerance);
    if (!checked)
        return checked.error();
    verified = std::move(*checked);
    return {};
}

Result<client::StartExecution> Hooks::commandOf(const Hook &hook, const HookRequest &request) const
{
    Result<json::Value> body = json::parse(request.body.empty() ? std::string_view("{}") : request.body);
    if (!body)
        return body.error();
    client::StartExecution command;
    command.flow = hook.flow->name;
    command.trigger = "webhook";
    command.correlationId = request.header("X-Correlation-Id").substr(0, 256);
    command.traceparent = request.header("traceparent");
    command.triggerData =
        json::Object{{"path", request.path}, {"headers", shownHeaders(request)}, {"body", *body}};
    TriggerContext context(*hook.flow, m_ports.environment);
    json::Value seen = command.triggerData;
    seen.object().set("kind", command.trigger);
    context.setTrigger(std::move(seen));
    Result<json::Value> input = triggerInput(hook.trigger->input, context, std::move(*body));
    if (!input)
        return input.error();
    command.input = std::move(*input);
    return command;
}

void Hooks::startSigned(client::StartExecution command, const std::string &path,
                        const policy::Verified &verified, client::Reply<client::Started> reply)
{
    m_once.start(std::move(command),
                 [this, path, verified, reply = std::move(reply)](Result<OnceStarted> result) {
                     if (!result)
                         return giveBack(path, verified, result.error(), reply);
                     if (result->wasThere)
                         return giveBack(path, verified, repeated(path, result->started.id.value), reply);
                     reply(std::move(result->started));
                 });
}

/// Nothing came of this one: what the history says of the next is what counts.
void Hooks::giveBack(const std::string &path, const policy::Verified &verified, const Error &error,
                     const client::Reply<client::Started> &reply)
{
    m_replays.forget(path, verified);
    refuse(path, error, reply);
}

void Hooks::refuse(const std::string &path, const Error &error, const client::Reply<client::Started> &reply)
{
    if (m_ports.hookRefused)
        m_ports.hookRefused(error);
    m_ports.log.warning("hooks", "hook_refused", {{"path", path}, {"message", errorText(error)}});
    reply(error);
}

} // namespace batuta::host
