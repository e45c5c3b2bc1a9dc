// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/actions.h"
#include "engine/flow/policies.h"
#include "engine/flow/triggers.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
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

/// `skip`: when the condition is true the step is skipped with `Skipped: <reason>`.
struct SkipRule
{
    expr::Template condition;
    std::string reason;
};

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
    std::optional<Duration> timeout;      ///< of one attempt
    std::optional<Duration> totalTimeout; ///< of all attempts and items, with the waits between them
    std::optional<RetryPolicy> retry;
    OnFailure onFailure = OnFailure::SkipDependents;
    std::optional<BreakerPolicy> breaker;
    std::optional<RateLimitPolicy> rateLimit;
    std::optional<Foreach> forEach;
    std::shared_ptr<const Step> compensate; ///< undoes this step; its id is `<id>_undo`
    StepAction action;
    std::vector<NeededKey> neededKeys;

    std::string_view label(std::string_view name) const;
};

enum class OnRepeat {
    Warn,   ///< runs all the same, and says so
    Reject, ///< refuses it
    Reuse,  ///< answers with the execution that is there
};

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
    std::string source;  ///< the file's text, kept so that an execution can go on with what it began with
    std::optional<Duration> deadline;
    int maxParallel = 16;
    std::optional<Idempotency> idempotency;
    std::optional<Concurrency> concurrency;
    std::vector<Trigger> triggers;
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
