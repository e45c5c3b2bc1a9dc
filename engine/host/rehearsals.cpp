// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/rehearsals.h"

#include "engine/capsule/replay.h"
#include "engine/host/execution.h"
#include "engine/host/refusal.h"
#include "engine/host/test_run.h"
#include "engine/json/json.h"
#include "engine/steps/rehearsal_run.h"

#include <algorithm>
#include <utility>

namespace batuta::host {
namespace {

constexpr int kPage = 50;
constexpr int kMostLookedAt = 300; ///< executions of one status

const client::StepRecord *recordedStep(const client::ExecutionRecord &record, const std::string &name)
{
    const auto found = std::find_if(record.steps.begin(), record.steps.end(),
                                    [&](const client::StepRecord &step) { return step.step == name; });
    return found == record.steps.end() ? nullptr : &*found;
}

json::Value answerOfThen(const client::StepRecord &step)
{
    json::Object recorded{
        {"attempts", step.attemptsDetail.isArray() ? step.attemptsDetail : json::Value(json::Array{})}};
    if (!step.output.empty())
        if (Result<json::Value> output = json::parse(step.output))
            recorded.set("output", std::move(*output));
    return json::Object{{"recorded", std::move(recorded)}};
}

Result<json::Value> sealedOf(const client::ExecutionRecord &record, const env::Seal &seal)
{
    if (record.sealed.empty())
        return json::Value();
    const Result<std::string> text = seal.unseal(record.sealed);
    return text ? json::parse(*text) : Result<json::Value>(text.error());
}

bool hasAttempts(const client::StepRecord *step)
{
    return step != nullptr && !step->attemptsDetail.asArray().empty();
}

/// Of one of the steps before `finally`.
Status planStep(const flow::Step &step, const client::StepRecord *then, const json::Value &sealed,
                const std::string &origin, RehearsalPlan &plan)
{
    const std::string &name = step.id.value;
    if (then == nullptr || (then->status != "success" && !hasAttempts(then))) {
        plan.repeated.left.push_back(name);
        return {};
    }
    if (!capsule::reachesOut(step.action))
        return {};
    if (then->status != "success") {
        plan.command.faults.object().set(name, answerOfThen(*then));
        return {};
    }
    std::optional<json::Value> output = outputOf(*then, sealed);
    if (!output)
        return refused(name, "its output was too long to be kept");
    plan.repeated.pinned.emplace(name, origin);
    plan.repeated.outputs.object().set(name, std::move(*output));
    return {};
}

} // namespace

Result<RehearsalPlan> planRehearsal(const client::ExecutionRecord &record, flow::FlowPtr flow,
                                    const steps::Moved &moved, const env::Seal &seal)
{
    const Result<json::Value> sealed = sealedOf(record, seal);
    Result<json::Value> input = inputOf(record, seal);
    if (!sealed || !input)
        return sealed ? input.error() : sealed.error();
    RehearsalPlan plan;
    plan.command.flow = FlowName(record.flow);
    plan.command.input = std::move(*input);
    plan.command.trigger = kRehearsalTrigger;
    plan.command.correlationId = record.correlationId;
    if (const Status taken = takeTrigger(record, seal, plan.command); !taken)
        return taken.error();
    json::Object addresses;
    for (const auto &[from, to] : moved)
        addresses.set(from, to);
    plan.command.faults = json::Object{{kEveryStep, json::Object{{"moved", std::move(addresses)}}}};
    for (const flow::Step &step : flow->steps) {
        const client::StepRecord *then = recordedStep(record, step.id.value);
        if (then != nullptr && steps::hasCalled(*then, moved))
            continue;
        if (const Status planned = planStep(step, then, *sealed, record.id, plan); !planned)
            return planned.error();
    }
    for (const flow::Step &step : flow->finallySteps) {
        const client::StepRecord *then = recordedStep(record, step.id.value);
        if (hasAttempts(then) && !steps::hasCalled(*then, moved) && capsule::reachesOut(step.action))
            plan.command.faults.object().set(step.id.value, answerOfThen(*then));
    }
    plan.repeated.origin = record.id;
    plan.repeated.flow = std::move(flow);
    return plan;
}

/// One look through the history: those that succeeded, then those that failed.
struct Rehearsals::Search
{
    steps::RecordedQuery query;
    client::Reply<Records> reply;
    std::vector<std::pair<std::string, int>> wanted; ///< status, how many; the last one first
    Records found;
    std::vector<client::ExecutionRecord> page;
    std::size_t at = 0; ///< in the page
    std::string cursor;
    bool hasMore = true;
    int lookedAt = 0;
};

void Rehearsals::find(const steps::RecordedQuery &query, client::Reply<Records> reply)
{
    auto search = std::make_shared<Search>();
    search->query = query;
    search->reply = std::move(reply);
    search->wanted = {{"failed", query.failed}, {"success", query.succeeded}};
    lookForNext(search);
}

void Rehearsals::lookForNext(const std::shared_ptr<Search> &search)
{
    while (!search->wanted.empty()) {
        const bool isEnd = search->at >= search->page.size() && !search->hasMore;
        if (search->wanted.back().second > 0 && search->lookedAt < kMostLookedAt && !isEnd)
            break;
        search->wanted.pop_back();
        search->page.clear();
        search->at = 0;
        search->cursor.clear();
        search->hasMore = true;
        search->lookedAt = 0;
    }
    if (search->wanted.empty())
        return search->reply(std::move(search->found));
    if (search->at >= search->page.size())
        return turnPage(search);
    ++search->lookedAt;
    const ExecutionId id(search->page[search->at++].id);
    m_ports.engine.execution(
        id, [this, search, life = std::weak_ptr(m_life)](Result<client::ExecutionRecord> record) {
            if (life.expired())
                return;
            const bool calls =
                record && std::any_of(record->steps.begin(), record->steps.end(), [&](const auto &step) {
                    return steps::hasCalled(step, search->query.moved);
                });
            if (calls) {
                search->found.push_back(std::move(*record));
                --search->wanted.back().second;
            }
            lookForNext(search);
        });
}

void Rehearsals::turnPage(const std::shared_ptr<Search> &search)
{
    client::ExecutionQuery query;
    query.flow = search->query.flow;
    query.status = search->wanted.back().first;
    query.trigger = "!" + std::string(kEditorTrigger) + "," + std::string(kRehearsalTrigger);
    query.limit = kPage;
    query.cursor = search->cursor;
    m_ports.engine.executions(
        std::move(query), [this, search, life = std::weak_ptr(m_life)](Result<client::ExecutionPage> page) {
            if (life.expired())
                return;
            if (!page)
                return search->reply(page.error());
            search->page = std::move(page->items);
            search->at = 0;
            search->cursor = page->next;
            search->hasMore = !page->next.empty();
            lookForNext(search);
        });
}

struct Rehearsals::Run
{
    steps::Rehearsed which;
    std::string id;
    client::Reply<client::ExecutionRecord> ended;
    bool isCancelled = false;
};

steps::CancelSubflow Rehearsals::run(const steps::Rehearsed &which,
                                     client::Reply<client::ExecutionRecord> ended)
{
    const auto run = std::make_shared<Run>(Run{which, idFrom(which.key), std::move(ended), false});
    m_ports.engine.execution(ExecutionId(run->id), [this, run, life = std::weak_ptr(m_life)](
                                                       const Result<client::ExecutionRecord> &known) {
        if (life.expired() || run->isCancelled)
            return;
        if (known)
            m_ports.engine.waitForEnd(ExecutionId(run->id), run->ended);
        else
            begin(run);
    });
    return [this, run, life = std::weak_ptr(m_life)] {
        run->isCancelled = true;
        if (!life.expired())
            m_ports.cancel(run->id);
    };
}

void Rehearsals::begin(const std::shared_ptr<Run> &run)
{
    m_ports.engine.execution(
        ExecutionId(run->which.origin),
        [this, run, life = std::weak_ptr(m_life)](const Result<client::ExecutionRecord> &record) {
            if (life.expired() || run->isCancelled)
                return;
            if (!record)
                return run->ended(record.error());
            m_ports.flowOf(*record, [this, run, life, record = *record](const Result<flow::FlowPtr> &flow) {
                if (life.expired() || run->isCancelled)
                    return;
                if (!flow)
                    return run->ended(flow.error());
                launch(run, record, *flow);
            });
        });
}

void Rehearsals::launch(const std::shared_ptr<Run> &run, const client::ExecutionRecord &record,
                        const flow::FlowPtr &flow)
{
    Result<RehearsalPlan> plan = planRehearsal(record, flow, run->which.moved, m_ports.seal);
    if (!plan)
        return run->ended(plan.error());
    plan->command.id = run->id;
    const Result<client::Started> started = m_ports.launch(std::move(*plan), run->which.parent);
    if (!started)
        return run->ended(started.error());
    m_ports.engine.waitForEnd(ExecutionId(run->id), run->ended);
}

} // namespace batuta::host
