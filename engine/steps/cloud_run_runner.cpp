// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The kind cloud_run: where it is, and whether it may.
#include "engine/base/text.h"
#include "engine/steps/cloud_run_attempt.h"
#include "engine/steps/kinds.h"

#include <array>

namespace batuta::steps {
namespace {

constexpr std::size_t kShortestReason = 10;

// In the order of flow::CloudRunStep::Action.
constexpr std::array kMakers{makeDeploy, makeTraffic, makeRollback, makeCloudWait, makeGate, makeExport};

/// Production wants the name that a person typed, and a reason.
Status mayChange(const flow::CloudRunStep &step, const json::Value &with, const CloudPlace &place,
                 const cloud::ServiceName &name)
{
    if (!step.changes() || !place.isGuarded)
        return {};
    if (with["confirm"].asString() != name.service)
        return Error{ErrorCode::ActRefused,
                     place.environment + "/" + name.service,
                     "changes here want the service's name as a person typed it",
                     {},
                     "Hand it over in `confirm`, from the input or from the form of an approval."};
    if (trimmed(with["reason"].asString()).size() < kShortestReason)
        return Error{ErrorCode::ActRefused,
                     place.environment + "/" + name.service,
                     "changes here want a reason of 10 characters",
                     {},
                     "Hand it over in `reason`."};
    return {};
}

Result<CloudJob> jobOf(const Attempt &attempt, const Services &services, const flow::CloudRunStep &step)
{
    Result<json::Value> with = step.with.evaluate(attempt.context);
    if (!with)
        return with.error();
    Result<CloudTarget> target = cloudTargetOf(services, *with, attempt.step.id.value);
    if (!target)
        return target.error();
    if (const Status may = mayChange(step, *with, target->place, target->name); !may)
        return may.error();
    return CloudJob{attempt, services, std::move(*with), std::move(target->place), std::move(target->name),
                    nullptr};
}

} // namespace

std::unique_ptr<RunningAttempt> startCloudRun(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::CloudRunStep>(attempt.step.action);
    Result<CloudJob> job = jobOf(attempt, services, step);
    if (!job) {
        const bool isBroken = job.error().code == ErrorCode::ExprEvaluation;
        report(
            {isBroken ? critical(job.error()) : failed(plan::Outcome::Cause::Other, errorText(job.error())),
             {},
             {}});
        return nullptr;
    }
    job->report = std::move(report);
    auto running = kMakers.at(static_cast<std::size_t>(step.action))(std::move(*job));
    running->begin();
    return running;
}

} // namespace batuta::steps
