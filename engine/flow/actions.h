// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/ids.h"
#include "engine/base/units.h"
#include "engine/expr/template.h"
#include "engine/json/schema.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace batuta::flow {

using NamedTemplates = std::vector<std::pair<std::string, expr::Template>>;

/// `auth: google_id_token`: who calls is proved by an id token of Google for the address that is called.
struct GoogleIdToken
{
    std::optional<expr::Template> audience; ///< the service's address when missing
};

struct HttpStep
{
    std::string method = "GET";
    expr::Template url;
    NamedTemplates headers;
    NamedTemplates query;
    std::optional<expr::TemplateTree> json;
    std::optional<expr::Template> bearer; ///< an empty value sends no Authorization header
    std::optional<GoogleIdToken> idToken;
    std::optional<Duration> connectTimeout;
    std::uint64_t maxResponseBytes = 16ULL << 20;
};

struct SetStep
{
    expr::TemplateTree values;
};

struct WaitStep
{
    std::optional<expr::Template> duration; ///< `wait: {for: 5s}`
    std::optional<expr::Template> until;    ///< `wait: {until: "2026-11-21T02:00:00Z"}`
    std::optional<expr::Template> event;    ///< `wait: {event: paid}`: a signal of that name ends it
};

struct FlowStep
{
    FlowName flow;
    expr::TemplateTree input;
    Place place; ///< of the flow's name
};

struct LogStep
{
    expr::Template message;
    std::string level = "INFO"; ///< DEBUG, INFO, WARNING or ERROR
    expr::TemplateTree fields;
};

/// One gate of a `check`: a condition, or a measured value with a bound.
struct Gate
{
    std::string name;
    std::optional<expr::Template> condition; ///< `if`
    std::optional<expr::Template> value;
    std::optional<expr::Template> min;
    std::optional<expr::Template> max;
    std::optional<expr::Template> equals;
};

struct CheckStep
{
    std::vector<Gate> gates; ///< all of them must hold
};

/// A command as a list of arguments, never through a shell. Of the engine's own environment only PATH, HOME,
/// LANG, TZ and the names in `pass` reach it.
struct ProcessStep
{
    std::vector<expr::Template> command; ///< program and arguments
    NamedTemplates environment;
    std::vector<std::string> pass;
    std::optional<expr::Template> directory; ///< below the workspace; the workspace itself without it
    std::optional<expr::TemplateTree> input; ///< written to its standard input as JSON (a text as it is)
    bool jsonOutput = false;                 ///< standard output is JSON; otherwise it is text
    std::uint64_t maxOutputBytes = 1ULL << 20;
    Duration grace = std::chrono::seconds(5); ///< from SIGTERM to SIGKILL, for its whole process group
};

/// A person decides. The output is {approved, by, at, comment, form}.
struct ApprovalStep
{
    enum class OnExpiry { Fail, Approve };
    std::string role;                 ///< who may answer; "" lets everybody
    std::optional<json::Schema> form; ///< of the values that the person fills in
    std::optional<expr::Template> message;
    std::optional<Duration> expires;
    OnExpiry onExpiry = OnExpiry::Fail;
    /// {environment, service, revision, percent}: the question is withdrawn, and the step fails, when the
    /// revision of Cloud Run has another share.
    std::optional<expr::TemplateTree> traffic;
};

struct JqStep
{
    std::string program;
    expr::TemplateTree input;
};

/// A signed POST (`X-Batuta-Signature: sha256=<HMAC of timestamp.body>`), with 15 s and three attempts unless
/// the step says otherwise.
struct WebhookStep
{
    expr::Template url;
    NamedTemplates headers;
    expr::TemplateTree json;
    std::optional<expr::Template> secret;
};

struct SlackStep
{
    expr::Template webhook;
    expr::Template text;
    std::optional<expr::TemplateTree> blocks;
};

/// A message for whoever watches the engine: an event, a line of the log, a notice on the desktop.
struct NotifyStep
{
    expr::Template text;
    std::optional<expr::Template> title;
    std::string level = "INFO"; ///< INFO, WARNING or ERROR
};

/// Something with a service of Cloud Run, in the place that batuta.yaml names for an environment.
struct CloudRunStep
{
    enum class Action { Deploy, Traffic, Rollback, Wait, Gate, Export };
    Action action = Action::Wait;
    expr::TemplateTree with; ///< the keys of the action, as they stand in the file

    /// Whether it moves traffic or makes a revision.
    bool changes() const
    {
        return action == Action::Deploy || action == Action::Traffic || action == Action::Rollback;
    }
};

using StepAction = std::variant<HttpStep, SetStep, WaitStep, FlowStep, LogStep, CheckStep, ProcessStep,
                                ApprovalStep, JqStep, WebhookStep, SlackStep, NotifyStep, CloudRunStep>;

/// `http`, `set`, `wait` …: the key of the flow file.
std::string_view kindName(const StepAction &action);

} // namespace batuta::flow
