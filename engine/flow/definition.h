// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/ids.h"
#include "engine/base/units.h"
#include "engine/expr/template.h"
#include "engine/json/schema.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace batuta::flow {

/// A text for people in the languages of the console; `ptBr` is empty when the file gives only one.
struct LocalText
{
    std::string en;
    std::string ptBr;
};

using Labels = std::vector<std::pair<std::string, std::string>>;

/// What a failed or skipped step means for the steps that need it.
enum class OnFailure {
    Continue,       ///< they run all the same
    SkipDependents, ///< they are skipped (the default)
    Abort,          ///< everything unfinished is cancelled
};

/// Waiting time before attempt n+1: first × factor^(n-1), at most max; `full` jitter draws from 0 to that.
struct Backoff
{
    Duration first = std::chrono::seconds(1);
    double factor = 2;
    Duration max = std::chrono::seconds(30);
    bool fullJitter = true;
};

struct RetryPolicy
{
    int attempts = 1; ///< in all, the first one included; 1 to 100
    bool onConnection = true;
    bool onTimeout = true;
    std::vector<std::pair<int, int>> onStatus; ///< closed ranges: {429,429}, {500,599}
    Backoff backoff;
};

/// `skip`: when the condition is true the step is skipped with `Skipped: <reason>`.
struct SkipRule
{
    expr::Template condition;
    std::string reason;
};

using NamedTemplates = std::vector<std::pair<std::string, expr::Template>>;

struct HttpStep
{
    std::string method = "GET";
    expr::Template url;
    NamedTemplates headers;
    NamedTemplates query;
    std::optional<expr::TemplateTree> json;
    std::optional<expr::Template> bearer; ///< an empty value sends no Authorization header
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

using StepAction = std::variant<HttpStep, SetStep, WaitStep, FlowStep, LogStep, CheckStep>;

/// `http`, `set`, `wait`, `flow`, `log` or `check`.
std::string_view kindName(const StepAction &action);

/// An `env` key that the step cannot do without. When it is missing or empty the step is skipped.
struct NeededKey
{
    std::string key;
    bool isUrl = false; ///< used in `http.url`: the reason reads `URL not configured: KEY`
};

struct Step
{
    StepId id;
    LocalText title;
    Labels labels;
    Place place;
    std::vector<int> needs; ///< positions in Flow::steps (or Flow::finallySteps for those)
    std::optional<expr::Template> condition;
    bool conditionHasStatus = false; ///< else success() is understood
    std::vector<SkipRule> skip;
    std::optional<Duration> timeout; ///< of one attempt
    std::optional<RetryPolicy> retry;
    OnFailure onFailure = OnFailure::SkipDependents;
    StepAction action;
    std::vector<NeededKey> neededKeys;

    std::string_view label(std::string_view name) const;
};

enum class OnRepeat { Warn, Reject };

struct Idempotency
{
    expr::Template key;
    Duration window = std::chrono::seconds(300);
    OnRepeat onRepeat = OnRepeat::Warn;
};

/// One flow, ready to run. Immutable once read, shared between threads.
struct Flow
{
    FlowName name;
    LocalText title;
    std::string description;
    Labels labels;
    std::string file;
    std::string version; ///< first 12 hexadecimal digits of the SHA-256 of the file
    std::optional<Duration> deadline;
    int maxParallel = 16;
    std::optional<Idempotency> idempotency;
    json::Schema input;
    std::vector<Step> steps;        ///< in file order
    std::vector<Step> finallySteps; ///< run after all of `steps`, whatever happened
    std::optional<expr::TemplateTree> output;
    bool usesStepValues = false; ///< some expression looks at `steps`
    Place place;                 ///< of the name

    const Step *find(const StepId &id) const;
    std::string_view label(std::string_view name) const;
};

using FlowPtr = std::shared_ptr<const Flow>;

} // namespace batuta::flow
