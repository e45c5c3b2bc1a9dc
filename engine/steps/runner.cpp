// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/steps/runner.h"

#include "engine/steps/kinds.h"

#include <array>

namespace batuta::steps {
namespace {

// In the order of flow::StepAction.
constexpr std::array<StartKind, std::variant_size_v<flow::StepAction>> kKinds{
    startHttp,     startSet, startWait,    startFlow,  startLog,    startCheck,   startProcess,
    startApproval, startJq,  startWebhook, startSlack, startNotify, startCloudRun};
static_assert(std::is_same_v<std::variant_alternative_t<5, flow::StepAction>, flow::CheckStep>);

} // namespace

std::unique_ptr<RunningAttempt> start(const Attempt &attempt, const Services &services, Report report)
{
    return kKinds[attempt.step.action.index()](attempt, services, std::move(report));
}

plan::Outcome done()
{
    return {};
}

plan::Outcome failed(plan::Outcome::Cause cause, std::string reason, int statusCode)
{
    return {plan::Outcome::Kind::Failed, cause, statusCode, std::move(reason)};
}

plan::Outcome critical(const Error &error)
{
    return {plan::Outcome::Kind::Critical, plan::Outcome::Cause::Other, 0, errorText(error)};
}

plan::Outcome cancelled()
{
    return {plan::Outcome::Kind::Cancelled, plan::Outcome::Cause::None, 0, {}};
}

} // namespace batuta::steps
