// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Engine that answers questions over all executions, and keeps what people note on failures.
#include "engine/capsule/gather.h"
#include "engine/client/codec.h"
#include "engine/client/codec_questions.h"
#include "engine/host/engine.h"
#include "engine/host/stored_status.h"
#include "engine/store/failure.h"
#include "engine/store/figure_source.h"

#include <algorithm>

namespace batuta::host {
namespace {

constexpr std::size_t kMaxNote = 4'000, kMaxName = 200;

/// Answers on the loop, unless the engine goes away before.
template <class T, class Post> auto answering(Post put, client::Reply<T> reply)
{
    return [put, reply = std::move(reply)](Result<T> answer) {
        put([reply, answer = std::move(answer)]() mutable { reply(std::move(answer)); });
    };
}

/// When the attempt comes that the step waits for, as its last event says.
std::pair<WallTime, WallTime> waitOf(const Execution &execution, const std::string &step)
{
    const auto &events = execution.events();
    const auto last = std::find_if(events.rbegin(), events.rend(), [&](const client::EventRecord &event) {
        return event.kind == "step_retry" && event.step == step;
    });
    if (last == events.rend())
        return {};
    return {last->at, last->at + Duration(last->data["wait_ms"].asInteger() * 1'000)};
}

void addWaiting(const Execution &execution, std::vector<client::WaitingStep> &waiting)
{
    const client::ExecutionRecord &record = execution.record();
    for (const client::StepRecord &step : record.steps) {
        const bool isRetry = step.status == "waiting";
        const json::Array &attempts = step.attemptsDetail.asArray();
        const json::Value last = attempts.empty() ? json::Value() : attempts.back();
        const json::Value &question = last["question"];
        if (!isRetry && (step.status != "running" || question.isNull()))
            continue;
        client::WaitingStep &one = waiting.emplace_back();
        one.execution = record.id;
        one.flow = record.flow;
        one.flowVersion = record.flowVersion;
        one.step = step.step;
        one.kind = isRetry ? "retry" : "approval";
        one.reason = isRetry ? last["error"].asString() : question["message"].asString();
        one.userId = record.userId;
        one.correlationId = record.correlationId;
        one.attempts = step.attempts;
        one.startedAt = record.startedAt;
        one.since = step.startedAt;
        one.until = isRetry ? WallTime{} : client::timeFromJson(question["expires_at"]);
        if (isRetry)
            std::tie(one.since, one.until) = waitOf(execution, step.step);
    }
}

bool fits(const client::ExecutionRecord &record, const client::ExecutionQuery &filter)
{
    const auto is = [](const std::string &wanted, const std::string &value) {
        return wanted.empty() || wanted == value;
    };
    const auto fit = [](const std::string &choice, const std::string &value) {
        return store::Choice(choice).fits(value);
    };
    return fit(filter.flow, record.flow) && fit(filter.trigger, record.trigger) &&
           fit(filter.flowVersion, record.flowVersion) && fit(filter.environment, record.environment) &&
           fit(filter.revision, record.revision) && is(filter.userId, record.userId) &&
           is(filter.sessionId, record.sessionId) && is(filter.correlationId, record.correlationId) &&
           !store::asksForOne(filter.errorCode) && filter.failure.empty() &&
           (!filter.since || record.startedAt >= *filter.since) &&
           (!filter.until || record.startedAt < *filter.until);
}

/// Takes one off `running` and puts it where it belongs; both have as many buckets.
void moveOne(std::vector<client::FacetValue> &values, const std::string &status, std::size_t bucket)
{
    const auto of = [&](const std::string &name) {
        return std::find_if(values.begin(), values.end(),
                            [&](const client::FacetValue &value) { return value.value == name; });
    };
    const auto running = of("running");
    if (running == values.end() || bucket >= running->trend.size() || running->trend[bucket] == 0)
        return;
    --running->count;
    --running->trend[bucket];
    const std::size_t buckets = running->trend.size();
    auto there = of(status);
    if (there == values.end())
        there = values.insert(values.end(), {status, 0, std::vector<std::int64_t>(buckets)});
    ++there->count;
    ++there->trend[bucket];
    std::erase_if(values, [](const client::FacetValue &value) { return value.count == 0; });
}

} // namespace

void Engine::find(client::FindQuery query, client::Reply<client::Found> reply)
{
    m_history->lookUp(std::move(query), answering<client::Found>(m_postbox.slot(), std::move(reply)));
}

void Engine::figures(client::FiguresQuery query, client::Reply<client::RunFigures> reply)
{
    const client::ExecutionQuery filter = query.filter;
    query.filter.status = storedStatus(filter.status);
    const bool isWaiting = query.filter.status != filter.status;
    const auto counted = [this, filter, isWaiting,
                          reply = std::move(reply)](Result<client::RunFigures> figures) {
        if (!figures)
            return reply(figures.error());
        const auto facet = std::find_if(figures->facets.begin(), figures->facets.end(),
                                        [](const client::Facet &one) { return one.field == "status"; });
        for (const auto &[id, live] : m_live) {
            const client::ExecutionRecord &record = live.execution->record();
            const std::string status = live.execution->isPaused() ? "paused" : record.status;
            if ((status != "queued" && status != "paused") || !fits(record, filter))
                continue;
            const auto bucket =
                static_cast<std::size_t>((record.startedAt - figures->since) / figures->width);
            if (facet != figures->facets.end())
                moveOne(facet->values, status, bucket);
            moveOne(figures->histogram, status, bucket);
        }
        if (isWaiting) {
            const store::Choice status(filter.status);
            figures->total = 0;
            std::erase_if(figures->histogram, [&](const auto &value) { return !status.fits(value.value); });
            for (const client::FacetValue &value : figures->histogram)
                figures->total += value.count;
        }
        reply(std::move(*figures));
    };
    m_history->figures(std::move(query), answering<client::RunFigures>(m_postbox.slot(), counted));
}

void Engine::failures(client::FailureQuery query, client::Reply<client::FailureReport> reply)
{
    m_history->failures(std::move(query),
                        answering<client::FailureReport>(m_postbox.slot(), std::move(reply)));
}

void Engine::waiting(client::Reply<std::vector<client::WaitingStep>> reply)
{
    constexpr std::size_t kMost = 1'000;
    std::vector<client::WaitingStep> waiting;
    for (const auto &[id, live] : m_live)
        addWaiting(*live.execution, waiting);
    std::sort(waiting.begin(), waiting.end(), [](const auto &a, const auto &b) { return a.since < b.since; });
    if (waiting.size() > kMost)
        waiting.resize(kMost);
    reply(std::move(waiting));
}

void Engine::capsule(std::vector<std::string> ids, client::Reply<std::string> reply)
{
    if (!m_fileReader)
        m_fileReader = std::make_unique<store::JobThread>();
    m_fileReader->post(
        [&history = *m_history, &log = m_ports.log, ids = std::move(ids),
         sources = capsule::Sources{m_options.workspace, m_options.overrides, m_options.logFile},
         at = m_ports.clock.wall(), answer = answering<std::string>(m_postbox.slot(), std::move(reply))] {
            log.flush();
            answer(capsule::packExecutions(history, sources, ids, "batuta " + std::string(version()), at));
        });
}

Status Engine::checkNote(const client::Act &act)
{
    const auto refused = [](const char *subject, const char *detail) {
        return Error{ErrorCode::InputInvalid, subject, detail, {}, "Send text, assignee or addressed."};
    };
    if (!store::failureGroup(act.subject))
        return refused("subject", "it is not the key of a group of failures");
    if (!act.data.isObject() || act.data.asObject().empty())
        return refused("note_failure", "there is nothing to note");
    for (const auto &[name, value] : act.data.asObject()) {
        if (name == "addressed" ? !value.isBoolean() : !value.isString())
            return refused("note_failure", "a member has the wrong type");
        if (name != "addressed" && name != "text" && name != "assignee")
            return refused("note_failure", "a member is not known");
        if (value.isString() && value.asString().size() > (name == "text" ? kMaxNote : kMaxName))
            return refused("note_failure", "it is longer than 4,000 bytes, or a name than 200");
    }
    return {};
}

/// What the act does not name stays as it was noted before.
void Engine::noteFailure(const client::Act &act, client::Reply<json::Value> reply)
{
    const std::string key = store::noteKey(act.subject);
    using Kept = std::vector<std::pair<std::string, std::string>>;
    m_history->kept(key,
                    [this, act, key, reply = std::move(reply), put = m_postbox.slot()](Result<Kept> kept) {
                        put([this, act, key, reply, kept = std::move(kept)] {
                            if (!kept)
                                return reply(kept.error());
                            client::FailureNote note =
                                kept->empty() ? client::FailureNote() : store::readNote(kept->front().second);
                            note.at = m_ports.clock.wall();
                            note.who = act.actor.who;
                            if (!act.data["text"].isNull())
                                note.text = act.data["text"].asString();
                            if (!act.data["assignee"].isNull())
                                note.assignee = act.data["assignee"].asString();
                            if (!act.data["addressed"].isNull())
                                note.addressedAt = act.data["addressed"].asBoolean() ? note.at : WallTime{};
                            m_history->keep(key, store::writeNote(note),
                                            [reply, note, put = m_postbox.slot()](const Status &status) {
                                                put([reply, note, status] {
                                                    reply(status ? Result<json::Value>(client::toJson(note))
                                                                 : Result<json::Value>(status.error()));
                                                });
                                            });
                        });
                    });
}

} // namespace batuta::host
