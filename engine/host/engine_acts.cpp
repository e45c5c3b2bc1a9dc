// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that does what people ask: every act is written to the audit before it takes effect.
#include "engine/host/engine.h"

#include "engine/client/receipts.h"
#include "engine/flow/reader.h"
#include "engine/host/find_step.h"
#include "engine/host/test_run.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>

namespace batuta::host {
namespace {

constexpr std::array<std::string_view, 12> kVerbs{"cancel",      "pause",   "resume",       "rerun",
                                                  "breakpoints", "release", "answer",       "signal",
                                                  "prune",       "reload",  "note_failure", "reveal_secret"};
/// Of those who may see the value of a secret.
constexpr std::string_view kRevealRole = "secrets.reveal";

/// Whether an act is about one execution that must be running.
bool needsRunning(const std::string &verb)
{
    return verb != "rerun" && verb != "prune" && verb != "reload" && verb != "note_failure" &&
           verb != "reveal_secret" && !Triggers::isAct(verb) && !series::Station::isAct(verb) &&
           !ReleaseDesk::isAct(verb);
}

Status mayReveal(const client::Act &act)
{
    const bool hasRole = std::any_of(act.actor.roles.begin(), act.actor.roles.end(),
                                     [](const auto &role) { return role == "*" || role == kRevealRole; });
    if (!hasRole)
        return Error{
            ErrorCode::ActForbidden, act.subject, "it wants the role " + std::string(kRevealRole), {}, {}};
    return {};
}

Error unknownAct(const client::Act &act)
{
    std::string known;
    for (const std::string_view verb : kVerbs)
        known += (known.empty() ? "there are " : ", ") + std::string(verb);
    return {ErrorCode::ActUnknown, act.verb, known + " and those of triggers, releases and alerts", {}, {}};
}

std::optional<Input::Kind> inputKindOf(const std::string &verb)
{
    using Kind = Input::Kind;
    static const std::array<std::pair<std::string_view, Kind>, 6> kinds{{{"cancel", Kind::Cancel},
                                                                         {"pause", Kind::Pause},
                                                                         {"resume", Kind::Resume},
                                                                         {"breakpoints", Kind::Breakpoints},
                                                                         {"release", Kind::Release},
                                                                         {"signal", Kind::Signal}}};
    for (const auto &[name, kind] : kinds)
        if (name == verb)
            return kind;
    return std::nullopt;
}

} // namespace

void Engine::act(client::Act act, client::Reply<json::Value> reply)
{
    const bool isAboutSeries = m_station && series::Station::isAct(act.verb);
    if (std::find(kVerbs.begin(), kVerbs.end(), act.verb) == kVerbs.end() && !Triggers::isAct(act.verb) &&
        !isAboutSeries && !ReleaseDesk::isAct(act.verb))
        return reply(unknownAct(act));
    if (m_isResuming)
        return m_afterResume.push_back([this, act, reply] { this->act(act, reply); });
    if (act.verb == "prune")
        if (const Result<store::Retention> limits = readRetention(act.data); !limits)
            return reply(limits.error());
    if (act.verb == "note_failure")
        if (const Status possible = checkNote(act); !possible)
            return reply(possible.error());
    if (act.verb == "reveal_secret")
        if (const Status possible = mayReveal(act); !possible)
            return reply(possible.error());
    if (Triggers::isAct(act.verb))
        if (const Status possible = m_triggers->check(act); !possible)
            return reply(possible.error());
    if (ReleaseDesk::isAct(act.verb))
        if (const Status possible = m_releases->check(act); !possible)
            return reply(possible.error());
    if (isAboutSeries)
        if (const Status possible = m_station->check(act.verb, act.subject, act.data); !possible)
            return reply(possible.error());
    const auto live = m_live.find(act.subject);
    if (needsRunning(act.verb) && live == m_live.end())
        return execution(ExecutionId(act.subject), [act, reply = std::move(reply)](const auto &record) {
            reply(record ? Error{ErrorCode::ExecutionEnded, act.subject, record->status, {}, {}}
                         : record.error());
        });
    store::AuditEntry entry;
    entry.at = m_ports.clock.wall();
    entry.who = act.actor.who;
    entry.verb = act.verb;
    entry.subject = act.subject + (act.step.empty() ? "" : "/" + act.step);
    const json::Redactor redactor(live == m_live.end() ? m_environment.secretValues() : live->second.secrets);
    entry.why = redactor.text(act.why);
    entry.data = redactor.value(act.data);
    m_history->audit(std::move(entry), [this, act = std::move(act), reply = std::move(reply),
                                        put = m_postbox.slot()](Status status) mutable {
        put([this, act = std::move(act), reply = std::move(reply), status = std::move(status)]() mutable {
            if (!status)
                return reply(status.error());
            perform(act, std::move(reply));
        });
    });
}

void Engine::perform(const client::Act &act, client::Reply<json::Value> reply)
{
    if (act.verb == "rerun")
        return rerun(act, std::move(reply));
    if (act.verb == "prune")
        return prune(act.data, std::move(reply));
    if (act.verb == "reload")
        return reload(std::move(reply));
    if (act.verb == "note_failure")
        return noteFailure(act, std::move(reply));
    if (act.verb == "reveal_secret")
        return reply(json::Value(json::Object{{"audited", true}}));
    if (Triggers::isAct(act.verb))
        return m_triggers->perform(act, std::move(reply));
    if (ReleaseDesk::isAct(act.verb))
        return m_releases->perform(act, std::move(reply));
    if (m_station && series::Station::isAct(act.verb))
        return m_station->perform(act.verb, act.subject, act.data, act.actor.who, std::move(reply));
    const auto live = m_live.find(act.subject);
    if (live == m_live.end())
        return reply(Error{ErrorCode::ExecutionEnded, act.subject, {}, {}, {}});
    performOn(*live->second.execution, act, std::move(reply));
}

void Engine::prune(const json::Value &data, client::Reply<json::Value> reply)
{
    const Result<store::Retention> limits = readRetention(data);
    if (!limits)
        return reply(limits.error());
    m_history->prune(*limits, [reply = std::move(reply), put = m_postbox.slot()](const auto &pruned) {
        put([reply, pruned] { reply(pruned ? Result<json::Value>(toJson(*pruned)) : pruned.error()); });
    });
}

void Engine::performOn(Execution &execution, const client::Act &act, client::Reply<json::Value> reply)
{
    const auto done = [this, act, reply = std::move(reply)](const Status &status) {
        if (!status)
            return reply(status.error());
        json::Object answer{{"execution_id", act.subject}, {"act", act.verb}};
        if (!act.step.empty())
            answer.append("step", act.step);
        if (const auto live = m_live.find(act.subject); act.verb == "cancel" && live != m_live.end())
            answer.append("receipts", client::receiptsOf(live->second.execution->record()));
        reply(json::Value(std::move(answer)));
    };
    if (act.verb == "answer")
        return execution.answer(
            act.step, {steps::Delivery::Kind::Answer, {}, act.data, act.actor.who, act.actor.roles}, done);
    Input input{*inputKindOf(act.verb)};
    input.data = act.data;
    if (input.kind == Input::Kind::Cancel && !act.why.empty())
        input.data.object().set("why", act.why);
    if (!act.step.empty()) {
        input.step = findStep(execution.flow(), act.step);
        if (input.step < 0)
            return done(Error{ErrorCode::ActRefused, act.step, "the flow has no such step", {}, {}});
    }
    execution.tell(std::move(input), done);
}

void Engine::rerun(const client::Act &act, client::Reply<json::Value> reply)
{
    execution(ExecutionId(act.subject),
              [this, act, reply = std::move(reply)](Result<client::ExecutionRecord> record) mutable {
                  if (!record)
                      return reply(record.error());
                  if (m_live.contains(act.subject))
                      return reply(Error{ErrorCode::ActRefused, act.subject, "it is still running", {}, {}});
                  if (act.data["version"].asString() == "newest") {
                      const flow::FlowPtr newest = m_library.find(FlowName(record->flow));
                      return newest ? rerunRecord(act, *record, newest, std::move(reply))
                                    : reply(Error{ErrorCode::FlowUnknown, record->flow, {}, {}, {}});
                  }
                  flowOf(*record, [this, act, reply, record = *record](const Result<flow::FlowPtr> &flow) {
                      flow ? rerunRecord(act, record, *flow, reply) : reply(flow.error());
                  });
              });
}

/// In the version that the execution ran.
void Engine::flowOf(const client::ExecutionRecord &record, client::Reply<flow::FlowPtr> reply)
{
    const flow::FlowPtr newest = m_library.find(FlowName(record.flow));
    if (newest && newest->version == record.flowVersion)
        return reply(newest);
    m_history->flowText(record.flow, record.flowVersion,
                        [flow = record.flow, version = record.flowVersion, reply = std::move(reply),
                         put = m_postbox.slot()](auto text) {
                            put([flow, version, reply, text = std::move(text)] {
                                const flow::FlowPtr kept =
                                    text && *text ? flow::readFlow((*text)->text, (*text)->file).flow
                                                  : nullptr;
                                reply(kept ? Result<flow::FlowPtr>(kept)
                                           : Error{ErrorCode::FlowTextMissing, flow, version, {}, {}});
                            });
                        });
}

void Engine::rerunRecord(const client::Act &act, const client::ExecutionRecord &record, flow::FlowPtr flow,
                         client::Reply<json::Value> reply)
{
    json::Value data = act.data;
    if (!act.step.empty())
        data.object().set("from", act.step);
    Result<Repeated> repeated = planRepeat(record, flow, data, m_seal);
    Result<json::Value> input = inputOf(record, m_seal);
    if (!repeated || !input)
        return reply(repeated ? input.error() : repeated.error());
    client::StartExecution command;
    command.flow = FlowName(record.flow);
    command.input = act.data["input"].isNull() ? std::move(*input) : act.data["input"];
    command.trigger = record.trigger == kEditorTrigger ? record.trigger : "rerun";
    command.correlationId = record.correlationId;
    if (const Status taken = takeTrigger(record, m_seal, command); !taken)
        return reply(taken.error());
    const Result<client::Started> started = launch(std::move(command), {}, *repeated);
    if (!started)
        return reply(started.error());
    json::Array pinned;
    for (const auto &[step, origin] : repeated->pinned)
        pinned.emplace_back(step);
    const json::Value answer = json::Object{{"execution_id", started->id.value},
                                            {"origin", record.id},
                                            {"flow_version", flow->version},
                                            {"pinned", std::move(pinned)}};
    whenDurable(started->id.value, [answer, reply = std::move(reply)](const Status &status) {
        reply(status ? Result<json::Value>(answer) : Result<json::Value>(status.error()));
    });
}

} // namespace batuta::host
