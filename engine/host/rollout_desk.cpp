// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleaseDesk that flows stand on: what `cloud_run` steps ask for, and the act that starts a
// rollout.
#include "engine/client/rehearsal.h"
#include "engine/client/rollout.h"
#include "engine/cloud/cloud.h"
#include "engine/flow/reader.h"
#include "engine/host/release_desk.h"
#include "engine/releases/gates.h"

namespace batuta::host {
namespace {

/// The environment and the service stand in the act's subject, the reason in the act.
Result<client::RolloutRequest> requestOf(const client::Act &act)
{
    json::Value data = act.data;
    const std::size_t slash = act.subject.find('/');
    data.object().set("environment", slash == std::string::npos ? "" : act.subject.substr(0, slash));
    data.object().set("service", slash == std::string::npos ? act.subject : act.subject.substr(slash + 1));
    data.object().set("why", act.why);
    return client::rolloutFromJson(data);
}

constexpr int kNewestActs = 200;

bool isMove(const std::string &verb)
{
    return verb == "route_traffic" || verb == "roll_back" || verb == "deploy" || verb == "restore_service" ||
           verb == "replace_service";
}

} // namespace

Status ReleaseDesk::checkRollout(const client::Act &act, bool isGuarded)
{
    const Result<client::RolloutRequest> request = requestOf(act);
    if (!request)
        return request.error();
    for (const json::Value &list : {client::gatesJson(*request), client::rehearsalsJson(*request)})
        if (const auto gates = releases::gateRules(list); !gates) {
            Error error = gates.error(); // of a flow, there
            error.code = ErrorCode::InputInvalid;
            return error;
        }
    if (isGuarded && request->confirmed != request->service)
        return Error{ErrorCode::ActRefused,
                     act.subject,
                     "changes here want the service's name as a person typed it",
                     {},
                     "Type " + request->service + "."};
    return {};
}

void ReleaseDesk::rollOut(const client::Act &act, client::Reply<json::Value> reply)
{
    const Result<client::RolloutRequest> request = requestOf(act);
    if (!request)
        return reply(request.error());
    client::StartExecution command;
    command.flow = FlowName(std::string(client::kRolloutFlow));
    command.input = client::rolloutInput(*request);
    startFlow(client::rolloutFlow(*request), std::move(command), act.verb, std::move(reply));
}

void ReleaseDesk::rehearse(const client::Act &act, client::Reply<json::Value> reply)
{
    const Result<client::RehearsalRequest> request = client::rehearsalFromAct(act);
    if (!request)
        return reply(request.error());
    client::StartExecution command;
    command.flow = FlowName(std::string(client::kRehearsalFlow));
    command.input = client::toJson(*request);
    startFlow(client::rehearsalFlow(), std::move(command), act.verb, std::move(reply));
}

/// One of its own, which no workspace has.
void ReleaseDesk::startFlow(const std::string &text, client::StartExecution command, const std::string &verb,
                            client::Reply<json::Value> reply)
{
    const flow::FlowReading reading = flow::readFlow(text, command.flow.value + ".yaml");
    if (!reading.flow)
        return reply(reading.errors.front());
    command.trigger = "release";
    m_ports.start(reading.flow, std::move(command),
                  [verb, reply = std::move(reply)](const Result<client::Started> &started) {
                      if (!started)
                          return reply(started.error());
                      reply(json::Value(json::Object{{"act", verb}, {"execution_id", started->id.value}}));
                  });
}

Result<steps::CloudPlace> ReleaseDesk::placeOfStep(const std::string &environment)
{
    const auto named = place(environment);
    const Result<cloud::CloudPort *> port = portOf(environment);
    if (!named || !port)
        return named ? port.error() : named.error();
    const auto &[name, settings] = **named;
    steps::CloudPlace place{
        m_open.at(name),    name, settings.project, settings.region, settings.service, settings.isLocal(),
        settings.isGuarded, {}};
    if (const auto signedIn = std::dynamic_pointer_cast<cloud::Cloud>(place.cloud))
        place.idToken = [signedIn](const std::string &audience, auto answer) {
            signedIn->idToken(audience, std::move(answer));
        };
    return place;
}

/// The newest act that moved the traffic, when it is of somebody else; what was refused moved nothing.
void ReleaseDesk::findMover(const steps::MovedQuery &query, std::function<void(std::string)> reply)
{
    m_ports.audit(0, kNewestActs, [query, reply = std::move(reply)](const Result<store::AuditPage> &page) {
        std::string refused;
        for (const store::AuditEntry &entry : page ? page->items : std::vector<store::AuditEntry>()) {
            if (entry.subject != query.environment + "/" + query.service)
                continue;
            if (entry.verb == "release_refused")
                refused = entry.who;
            else if (isMove(entry.verb) && entry.who == refused)
                refused.clear();
            else if (isMove(entry.verb))
                return reply(entry.data["execution"].asString() == query.execution ? "" : entry.who);
        }
        reply({});
    });
}

std::shared_ptr<const steps::CloudAccess> ReleaseDesk::makeAccess()
{
    auto access = std::make_shared<steps::CloudAccess>();
    access->place = [this, life = std::weak_ptr(m_life)](const std::string &environment) {
        return life.expired() ? Result<steps::CloudPlace>(Error{ErrorCode::EngineStopping, {}, {}, {}, {}})
                              : placeOfStep(environment);
    };
    access->note = [this, life = std::weak_ptr(m_life)](steps::CloudEntry given, std::function<void()> then) {
        if (life.expired())
            return;
        store::AuditEntry entry;
        entry.at = m_ports.clock.wall();
        entry.who = std::move(given.who);
        entry.verb = std::move(given.verb);
        entry.subject = std::move(given.subject);
        entry.why = std::move(given.why);
        entry.data = std::move(given.data);
        m_ports.note(std::move(entry), std::move(then));
    };
    access->measure = m_ports.measure;
    access->mover = [this, life = std::weak_ptr(m_life)](const steps::MovedQuery &query, auto reply) {
        if (!life.expired())
            findMover(query, std::move(reply));
    };
    if (m_ports.rehearsals) {
        access->recorded = [rehearsals = m_ports.rehearsals](const steps::RecordedQuery &query, auto reply) {
            rehearsals->find(query, std::move(reply));
        };
        access->rehearse = [rehearsals = m_ports.rehearsals](const steps::Rehearsed &which, auto ended) {
            return rehearsals->run(which, std::move(ended));
        };
    }
    return access;
}

} // namespace batuta::host
