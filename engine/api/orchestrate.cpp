// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// POST /orchestrate and POST /: the ML Orchestrator's contract, codes and bodies included.
#include "engine/api/handlers.h"
#include "engine/client/codec.h"
#include "engine/host/answer.h"
#include "engine/json/json.h"

namespace batuta::api {
namespace {

/// The two addresses differ only in how they refuse.
enum class Dialect { Orchestrate, Compat };

/// One thing that is wrong with the body, as FastAPI callers expect it.
struct Fault
{
    std::string type; ///< missing, string_type, bool_type, json_invalid …
    std::string field;
    std::string message;
};

json::Value faultsJson(const std::vector<Fault> &faults)
{
    json::Array list;
    for (const Fault &fault : faults) {
        json::Array location{"body"};
        if (!fault.field.empty())
            location.emplace_back(fault.field);
        list.emplace_back(
            json::Object{{"type", fault.type}, {"loc", std::move(location)}, {"msg", fault.message}});
    }
    return list;
}

void refuseBody(net::Responder &responder, Dialect dialect, const std::vector<Fault> &faults)
{
    std::string message;
    for (const Fault &fault : faults)
        message +=
            (message.empty() ? "" : "; ") + (fault.field.empty() ? "" : fault.field + " ") + fault.message;
    const Error error{ErrorCode::InputInvalid, "body", message, {}, {}};
    json::Value detail = dialect == Dialect::Orchestrate
                             ? faultsJson(faults)
                             : json::Value(json::Object{{"error", "Invalid request"}, {"message", message}});
    sendJson(responder, dialect == Dialect::Orchestrate ? 422 : 400,
             json::Object{{"detail", std::move(detail)}, {"error", client::toJson(error)}});
}

void refuseEmpty(net::Responder &responder, const json::Array &errors)
{
    const Error error{ErrorCode::InputInvalid, "body", errors.front().asString(), {}, {}};
    sendJson(responder, 400,
             json::Object{{"detail", json::Object{{"errors", errors}}}, {"error", client::toJson(error)}});
}

std::vector<Fault> faultsOf(const json::Value &body, const json::Schema &schema)
{
    if (!body.isObject())
        return {{"model_type", {}, "must be a JSON object"}};
    std::vector<Fault> faults;
    json::Object given;
    for (const auto &[name, value] : body.asObject())
        if (!value.isNull())
            given.append(name, value);
    for (const json::Violation &violation : schema.validate(schema.withDefaults(std::move(given)))) {
        const std::string field = violation.pointer.empty() ? "" : violation.pointer.substr(1);
        const bool missing = !field.empty() && body[field].isNull();
        faults.push_back({missing ? "missing" : "value_error", field, violation.message});
    }
    return faults;
}

/// Empty ids are refused in the handler's own words, and before anything else is.
json::Array emptyFields(const json::Value &body)
{
    json::Array errors;
    for (const char *name : {"user_id", "session_id"})
        if (body[name].isString() && body[name].asString().empty())
            errors.emplace_back(std::string("Missing required field: ") + name);
    return errors;
}

void answer(net::Responder &responder, const client::Started &started,
            const Result<client::ExecutionRecord> &record)
{
    if (!record) {
        const json::Object detail{{"execution_id", started.id.value},
                                  {"error", std::string(codeName(record.error().code))},
                                  {"message", errorText(record.error())},
                                  {"duration", 0}};
        sendJson(responder, 500, json::Object{{"detail", detail}, {"error", client::toJson(record.error())}});
        return;
    }
    json::Value body = record->steps.empty() ? host::emptyAnswerBody(*record) : host::answerBody(*record);
    body.object().append("routing", client::toJson(started.routing));
    sendJson(responder, 200, body);
}

void run(Call call, json::Value input)
{
    client::StartExecution command;
    command.system = call.system;
    command.input = std::move(input);
    command.trigger = "http";
    command.correlationId = call.request.header("X-Correlation-Id").substr(0, 256);
    command.traceparent = call.request.header("traceparent");
    call.engine.whenReady(
        [&engine = call.engine, responder = call.responder, command = std::move(command)]() mutable {
            const Result<client::Started> started = engine.startNow(std::move(command));
            if (!started)
                return sendError(responder, started.error());
            engine.waitForEnd(started->id, [responder, started = *started](auto record) mutable {
                answer(responder, started, record);
            });
        });
}

void orchestrateAs(Call call, Dialect dialect)
{
    const auto rules = call.engine.library().routes.find(call.system);
    if (rules == call.engine.library().routes.end()) {
        sendError(call.responder,
                  {ErrorCode::RouteInvalid, call.system, "the workspace has no routes for it", {}, {}});
        return;
    }
    Result<json::Value> body = json::parse(call.request.body);
    if (!body) {
        refuseBody(call.responder, dialect, {{"json_invalid", {}, errorText(body.error())}});
        return;
    }
    const json::Array empty = emptyFields(*body);
    std::vector<Fault> faults = faultsOf(*body, rules->second.input);
    std::erase_if(faults, [&](const Fault &fault) {
        return fault.type != "missing" && !empty.empty() && (*body)[fault.field].isString() &&
               (*body)[fault.field].asString().empty();
    });
    if (!faults.empty())
        refuseBody(call.responder, dialect, faults);
    else if (!empty.empty())
        refuseEmpty(call.responder, empty);
    else
        run(std::move(call), std::move(*body));
}

} // namespace

void orchestrate(Call call)
{
    orchestrateAs(std::move(call), Dialect::Orchestrate);
}

void orchestrateCompat(Call call)
{
    orchestrateAs(std::move(call), Dialect::Compat);
}

} // namespace batuta::api
