// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/step_reader.h"

#include "engine/base/text.h"
#include "engine/expr/item_name.h"
#include "engine/flow/policy_reader.h"

#include <algorithm>
#include <set>

namespace batuta::flow {
namespace {

constexpr std::size_t kMostSteps = 1000;

OnFailure readOnFailure(Reading &reading, const Field &field, OnFailure fallback)
{
    const auto choice = reading.choice(field, {"continue", "skip_dependents", "abort"});
    return choice ? static_cast<OnFailure>(*choice) : fallback;
}

void refuseLongerThanDeadline(Reading &reading, const Field &field, Duration time,
                              std::optional<Duration> deadline)
{
    if (deadline && time > *deadline)
        reading.add(ErrorCode::FlowContradiction, field,
                    durationText(time) + " is longer than the flow's deadline of " + durationText(*deadline),
                    "Raise the deadline, or lower this time.");
}

void refuseShorterThanAttempt(Reading &reading, const Field &field, std::optional<Duration> total,
                              std::optional<Duration> timeout)
{
    if (total && timeout && *total < *timeout)
        reading.add(ErrorCode::FlowContradiction, field,
                    durationText(*total) + " is shorter than the timeout of one attempt, " +
                        durationText(*timeout),
                    "Raise total_timeout, or lower timeout.");
}

/// The literal of `wait: {for: 5s}`, when it is one.
std::optional<Duration> literalWait(const Step &step)
{
    const auto *wait = std::get_if<WaitStep>(&step.action);
    if (!wait || !wait->duration || !wait->duration->isLiteral())
        return std::nullopt;
    const Result<Duration> time = parseDuration(wait->duration->text());
    return time ? std::optional(*time) : std::nullopt;
}

/// Kinds that call something: it can fail for a while, and be tried again.
bool isCall(std::string_view kind)
{
    static const std::set<std::string_view> calls{"http", "flow", "process", "jq", "webhook", "slack"};
    return calls.count(kind) > 0;
}

/// Of webhook and slack, whose receivers answer at once or not at all.
RetryPolicy retryOfNotices()
{
    RetryPolicy policy;
    policy.attempts = 3;
    policy.onStatus = {{429, 429}, {500, 599}};
    return policy;
}

/// Reads one step after the other; remembers what all of them share.
class StepReader
{
public:
    StepReader(Reading &reading, const StepDefaults &defaults, Scope scope)
        : m_reading(reading)
        , m_defaults(defaults)
        , m_scope(scope)
    {
    }

    StepDraft read(const Field &field, const std::string &id, int position)
    {
        StepDraft draft;
        draft.field = field;
        draft.step.id = StepId(id);
        draft.step.title.en = id;
        draft.step.place = m_reading.place(field.key);
        draft.step.onFailure = m_defaults.onFailure;
        m_reading.enter(m_scope, position);
        if (!isName(id))
            m_reading.addAtKey(ErrorCode::FlowBadName, field, id);
        if (!m_reading.isMapping(field))
            return draft;
        refuseUnknownKeys(field, keys::step());
        readHead(field, draft.step);
        if (const Field needs = field["needs"])
            readNeeds(needs, draft);
        readConditions(field, draft.step);
        const Field each = field["foreach"];
        if (each)
            draft.step.forEach = readForeach(m_reading, each);
        readWorkOfItem(field, draft.step);
        if (const Field undo = field["compensate"])
            readUndo(undo, position, draft.step);
        return draft;
    }

private:
    /// What a step and the undo of one have in common: the kind, and how it is called.
    void readWork(const Field &field, Step &step)
    {
        const std::string kind = readKind(field, step);
        readTimes(field, kind, step);
        readPolicies(field, kind, step);
        refuseContradictions(field, step);
    }

    void readWorkOfItem(const Field &field, Step &step)
    {
        const std::string name = step.forEach ? step.forEach->as : "";
        const expr::ItemName known(name);
        m_reading.enterItem(name);
        readWork(field, step);
        m_reading.enterItem("");
    }

    void readUndo(const Field &field, int position, Step &step)
    {
        if (m_scope != Scope::Step) {
            m_reading.addAtKey(ErrorCode::FlowContradiction, field, "a step under finally is not undone",
                               "Move the step to `steps`, or remove compensate.");
            return;
        }
        if (!m_reading.isMapping(field))
            return;
        Step undo;
        undo.id = StepId(step.id.value + "_undo");
        undo.title.en = undo.id.value;
        undo.place = m_reading.place(field.key);
        if (isName(step.id.value) && !isName(undo.id.value))
            m_reading.addAtKey(ErrorCode::FlowBadName, field, undo.id.value + " is too long",
                               "Give the step a shorter name.");
        StepReader reader(m_reading, m_defaults, Scope::Undo);
        m_reading.enter(Scope::Undo, position);
        reader.refuseUnknownKeys(field, keys::compensate());
        reader.readHead(field, undo);
        reader.readWork(field, undo);
        step.compensate = std::make_shared<const Step>(std::move(undo));
    }

    void refuseUnknownKeys(const Field &field, const KeyTable &table)
    {
        KeyTable all = table;
        all.keys.insert(all.keys.end(), keys::kinds().keys.begin(), keys::kinds().keys.end());
        for (const YamlNode::Member &member : field.node->members)
            m_reading.refuseKey(field.member(member), member.key, all);
    }

    void readHead(const Field &field, Step &step)
    {
        if (const Field title = field["title"])
            step.title = m_reading.localText(title).value_or(step.title);
        if (const Field labels = field["labels"])
            step.labels = m_reading.labels(labels).value_or(Labels());
        if (const Field onFailure = field["on_failure"])
            step.onFailure = readOnFailure(m_reading, onFailure, step.onFailure);
    }

    void readNeeds(const Field &field, StepDraft &draft)
    {
        if (!m_reading.isSequence(field))
            return;
        std::set<std::string> seen;
        for (std::size_t i = 0; i < field.node->items.size(); ++i) {
            const Field item = field.item(i);
            const auto name = m_reading.text(item);
            if (name && !seen.insert(*name).second)
                m_reading.add(ErrorCode::FlowBadValue, item, *name + " is there twice",
                              "Remove one of the two.");
            else if (name)
                draft.needs.push_back({*name, item});
        }
    }

    void readConditions(const Field &field, Step &step)
    {
        if (const Field condition = field["if"]) {
            step.condition = m_reading.condition(condition);
            step.conditionHasStatus = step.condition && step.condition->usesStatusFunction();
        }
        const Field skip = field["skip"];
        if (!skip || !m_reading.isSequence(skip))
            return;
        for (std::size_t i = 0; i < skip.node->items.size(); ++i) {
            const Field rule = skip.item(i);
            if (!m_reading.hasKeys(rule, keys::skip()))
                continue;
            const auto condition = rule["if"] ? m_reading.condition(rule["if"]) : std::nullopt;
            const auto reason = rule["reason"] ? m_reading.text(rule["reason"]) : std::nullopt;
            if (condition && reason)
                step.skip.push_back({*condition, *reason});
        }
    }

    std::string readKind(const Field &field, Step &step)
    {
        std::vector<Field> found;
        std::vector<std::string> names;
        for (const YamlNode::Member &member : field.node->members) {
            if (!keys::kinds().find(member.key))
                continue;
            found.push_back(field.member(member));
            names.push_back(member.key);
        }
        if (found.empty())
            m_reading.addAtKey(ErrorCode::FlowKindCount, field, "none of them is there");
        if (found.size() > 1)
            m_reading.addAtKey(ErrorCode::FlowKindCount, found[1], join(names, " and "),
                               "Split it into two steps.");
        for (std::size_t i = 0; i < found.size(); ++i)
            if (keys::kinds().find(names[i])->supported)
                readAction(m_reading, found[i], names[i], step);
        return found.size() == 1 ? names.front() : "";
    }

    void readTimes(const Field &field, const std::string &kind, Step &step)
    {
        const bool isNotice = kind == "webhook" || kind == "slack";
        if (isNotice) {
            step.timeout = std::chrono::seconds(15);
            step.retry = retryOfNotices();
        } else if (isCall(kind)) {
            step.timeout = m_defaults.timeout;
            step.totalTimeout = m_defaults.totalTimeout;
            step.retry = m_defaults.retry;
        }
        const Field timeout = field["timeout"];
        if (timeout && kind == "approval") {
            m_reading.addAtKey(ErrorCode::FlowContradiction, timeout, "an approval has no timeout",
                               "Write `expires` in the approval.");
        } else if (timeout) {
            step.timeout = m_reading.duration(timeout);
            if (step.timeout && m_scope == Scope::Step)
                refuseLongerThanDeadline(m_reading, timeout, *step.timeout, m_defaults.deadline);
        }
        readTotalTimeout(field, kind, step);
        const Field retry = field["retry"];
        if (!retry)
            return;
        step.retry = readRetry(m_reading, retry);
        const Key *known = keys::kinds().find(kind);
        if (step.retry && step.retry->attempts > 1 && known && known->supported && !isCall(kind))
            m_reading.addAtKey(ErrorCode::FlowContradiction, retry,
                               "a step of kind " + kind + " is not tried again",
                               "Remove retry, or the attempts above 1.");
    }

    void readTotalTimeout(const Field &field, const std::string &kind, Step &step)
    {
        const Field total = field["total_timeout"];
        const Key *known = keys::kinds().find(kind);
        const bool isOnce = known && known->supported && !isCall(kind) && !field["foreach"];
        if (total && kind == "approval") {
            m_reading.addAtKey(ErrorCode::FlowContradiction, total, "an approval has no total_timeout",
                               "Write `expires` in the approval.");
            return;
        }
        if (total && isOnce) {
            m_reading.addAtKey(ErrorCode::FlowContradiction, total,
                               "a step of kind " + kind + " has one attempt only",
                               "Remove it: `timeout` limits the only attempt.");
            return;
        }
        if (total) {
            step.totalTimeout = m_reading.duration(total);
            if (step.totalTimeout && m_scope == Scope::Step)
                refuseLongerThanDeadline(m_reading, total, *step.totalTimeout, m_defaults.deadline);
            refuseShorterThanAttempt(m_reading, total, step.totalTimeout, step.timeout);
        } else if (field["timeout"] && step.timeout && step.totalTimeout) {
            refuseLongerThanTotal(field["timeout"], *step.timeout, step);
        }
    }

    /// `time` is a part of one attempt.
    void refuseLongerThanTotal(const Field &field, Duration time, const Step &step)
    {
        if (step.totalTimeout && time > *step.totalTimeout)
            m_reading.add(ErrorCode::FlowContradiction, field,
                          durationText(time) + " is longer than the step's total_timeout of " +
                              durationText(*step.totalTimeout),
                          "Raise total_timeout, or lower this time.");
    }

    void readPolicies(const Field &field, const std::string &kind, Step &step)
    {
        const std::string name = m_defaults.flow + "." + step.id.value;
        const Field breaker = field["breaker"];
        const Field rateLimit = field["rate_limit"];
        if (breaker)
            step.breaker = readBreaker(m_reading, breaker, name);
        if (rateLimit)
            step.rateLimit = readRateLimit(m_reading, rateLimit, name);
        const Key *known = keys::kinds().find(kind);
        if (!known || !known->supported || isCall(kind))
            return;
        for (const Field &policy : {breaker, rateLimit})
            if (policy)
                m_reading.addAtKey(ErrorCode::FlowContradiction, policy,
                                   "a step of kind " + kind + " calls nothing", "Remove it.");
    }

    void refuseContradictions(const Field &field, const Step &step)
    {
        const auto *approval = std::get_if<ApprovalStep>(&step.action);
        if (approval && step.forEach)
            m_reading.addAtKey(ErrorCode::FlowContradiction, field["foreach"],
                               "an approval is asked once, not for each item",
                               "Ask for all items in one approval.");
        if (approval && approval->expires && m_scope == Scope::Step)
            refuseLongerThanDeadline(m_reading, field["approval"]["expires"], *approval->expires,
                                     m_defaults.deadline);
        const auto *http = std::get_if<HttpStep>(&step.action);
        if (http && http->connectTimeout && step.timeout && *http->connectTimeout > *step.timeout)
            m_reading.add(ErrorCode::FlowContradiction, field["http"]["connect_timeout"],
                          durationText(*http->connectTimeout) + " is longer than the step's timeout of " +
                              durationText(*step.timeout),
                          "Lower connect_timeout, or raise timeout.");
        else if (http && http->connectTimeout)
            refuseLongerThanTotal(field["http"]["connect_timeout"], *http->connectTimeout, step);
        const auto wait = literalWait(step);
        if (!wait)
            return;
        const Field time = field["wait"]["for"];
        if (step.timeout && *wait > *step.timeout)
            m_reading.add(ErrorCode::FlowContradiction, time,
                          durationText(*wait) + " is longer than the step's timeout of " +
                              durationText(*step.timeout),
                          "Raise timeout, or lower this time.");
        else if (step.totalTimeout && *wait > *step.totalTimeout)
            refuseLongerThanTotal(time, *wait, step);
        else if (m_scope == Scope::Step)
            refuseLongerThanDeadline(m_reading, time, *wait, m_defaults.deadline);
    }

    Reading &m_reading;
    const StepDefaults &m_defaults;
    Scope m_scope;
};

} // namespace

void readDefaults(Reading &reading, const Field &field, StepDefaults &defaults)
{
    if (!field || !reading.hasKeys(field, keys::defaults()))
        return;
    if (const Field timeout = field["timeout"]) {
        defaults.timeout = reading.duration(timeout);
        if (defaults.timeout)
            refuseLongerThanDeadline(reading, timeout, *defaults.timeout, defaults.deadline);
    }
    if (const Field total = field["total_timeout"]) {
        defaults.totalTimeout = reading.duration(total);
        if (defaults.totalTimeout)
            refuseLongerThanDeadline(reading, total, *defaults.totalTimeout, defaults.deadline);
        refuseShorterThanAttempt(reading, total, defaults.totalTimeout, defaults.timeout);
    }
    if (const Field retry = field["retry"])
        defaults.retry = readRetry(reading, retry);
    if (const Field onFailure = field["on_failure"])
        defaults.onFailure = readOnFailure(reading, onFailure, defaults.onFailure);
}

std::vector<StepDraft> readSteps(Reading &reading, const Field &steps, const StepDefaults &defaults,
                                 Scope scope)
{
    std::vector<StepDraft> drafts;
    if (!reading.isMapping(steps))
        return drafts;
    const auto &members = steps.node->members;
    if (members.empty() && scope == Scope::Step)
        reading.add(ErrorCode::FlowBadValue, steps, "no step", "Write at least one step.");
    if (members.size() > kMostSteps)
        reading.add(ErrorCode::FlowBadValue, steps, "more than " + std::to_string(kMostSteps) + " steps",
                    "Split the flow into subflows.");
    StepReader reader(reading, defaults, scope);
    for (std::size_t i = 0; i < std::min(members.size(), kMostSteps); ++i)
        drafts.push_back(reader.read(steps.member(members[i]), members[i].key, static_cast<int>(i)));
    return drafts;
}

} // namespace batuta::flow
