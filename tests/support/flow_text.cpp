// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/flow_text.h"

#include "engine/base/text.h"

#include <cstdio>
#include <cstdlib>
#include <map>

namespace batuta::test {
namespace {

[[noreturn]] void refuse(std::string_view what, std::string_view text)
{
    std::fprintf(stderr, "flowFromText: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(text.size()), text.data());
    std::abort();
}

template <class T> T must(Result<T> result, std::string_view text)
{
    if (!result)
        refuse(errorText(result.error()), text);
    return std::move(*result);
}

int number(std::string_view text)
{
    return std::atoi(std::string(text).c_str());
}

flow::RetryPolicy &retryOf(flow::Step &step)
{
    if (!step.retry) {
        step.retry.emplace();
        step.retry->onStatus = {{429, 429}, {500, 599}};
        step.retry->backoff.fullJitter = false;
    }
    return *step.retry;
}

void setBackoff(flow::Backoff &backoff, std::string_view value)
{
    const auto parts = split(value, ',');
    backoff.first = must(parseDuration(parts[0]), value);
    if (parts.size() > 1)
        backoff.factor = std::atof(std::string(parts[1]).c_str());
    if (parts.size() > 2)
        backoff.max = must(parseDuration(parts[2]), value);
}

void setCondition(flow::Step &step, std::string_view value)
{
    step.condition = must(expr::Template::parseCondition(value), value);
    step.conditionHasStatus = step.condition->usesStatusFunction();
}

void addSkip(flow::Step &step, std::string_view value)
{
    const std::size_t bar = value.rfind('|');
    step.skip.push_back({must(expr::Template::parseCondition(value.substr(0, bar)), value),
                         std::string(value.substr(bar + 1))});
}

flow::OnFailure onFailure(std::string_view value)
{
    if (value == "continue")
        return flow::OnFailure::Continue;
    if (value == "skip")
        return flow::OnFailure::SkipDependents;
    if (value == "abort")
        return flow::OnFailure::Abort;
    refuse("unknown policy", value);
}

void setOption(flow::Step &step, std::string_view name, std::string_view value)
{
    if (name == "if")
        setCondition(step, value);
    else if (name == "skip")
        addSkip(step, value);
    else if (name == "url" || name == "key")
        step.neededKeys.push_back({std::string(value), name == "url"});
    else if (name == "on_failure")
        step.onFailure = onFailure(value);
    else if (name == "retry")
        retryOf(step).attempts = number(value);
    else if (name == "backoff")
        setBackoff(retryOf(step).backoff, value);
    else if (name == "total")
        step.totalTimeout = must(parseDuration(value), value);
    else if (name == "jitter")
        retryOf(step).backoff.fullJitter = true;
    else if (name == "on" && value == "connection") {
        retryOf(step).onTimeout = false;
        retryOf(step).onStatus.clear();
    } else
        refuse("unknown option", name);
}

void setFlow(flow::Flow &flow, std::string_view option)
{
    const auto parts = split(option, '=');
    if (parts[0] == "max")
        flow.maxParallel = number(parts[1]);
    else if (parts[0] == "deadline")
        flow.deadline = must(parseDuration(parts[1]), option);
    else
        refuse("unknown setting", option);
}

/// Names of the steps of one part (`steps` or `finally`) by position.
using Positions = std::map<std::string, int, std::less<>>;

void readStep(std::vector<flow::Step> &steps, Positions &positions, std::string_view line)
{
    flow::Step step;
    for (const std::string_view word : split(line, ' ')) {
        const std::size_t equals = word.find('=');
        const std::string_view name = word.substr(0, equals);
        if (word.empty())
            continue;
        if (step.id.isEmpty())
            step.id = StepId(std::string(word.substr(0, word.find(':'))));
        else if (equals != std::string_view::npos)
            setOption(step, name, word.substr(equals + 1));
        else if (word == "jitter")
            setOption(step, word, {});
        else if (const auto found = positions.find(word); found != positions.end())
            step.needs.push_back(found->second);
        else
            refuse("unknown step", word);
    }
    if (!positions.emplace(step.id.value, static_cast<int>(steps.size())).second)
        refuse("step written twice", step.id.value);
    steps.push_back(std::move(step));
}

void readUndo(std::vector<flow::Step> &steps, const Positions &positions, std::string_view line)
{
    std::vector<flow::Step> undo;
    Positions ignored;
    readStep(undo, ignored, line);
    const auto found = positions.find(undo[0].id.value);
    if (found == positions.end())
        refuse("undo of an unknown step", line);
    undo[0].id = StepId(undo[0].id.value + "_undo");
    steps[static_cast<std::size_t>(found->second)].compensate =
        std::make_shared<flow::Step>(std::move(undo[0]));
}

} // namespace

flow::FlowPtr flowFromText(std::string_view text)
{
    auto flow = std::make_shared<flow::Flow>();
    flow->name = FlowName("test");
    Positions positions;
    Positions finallyPositions;
    for (const std::string_view raw : split(text, '\n')) {
        const std::string_view line = trimmed(raw);
        if (line.empty())
            continue;
        if (line[0] == '@') {
            for (const std::string_view option : split(trimmed(line.substr(1)), ' '))
                setFlow(*flow, option);
        } else if (line.substr(0, 2) == "--") {
            readStep(flow->finallySteps, finallyPositions, line.substr(2));
        } else if (line[0] == '~') {
            readUndo(flow->steps, positions, line.substr(1));
        } else {
            readStep(flow->steps, positions, line);
        }
    }
    return flow;
}

} // namespace batuta::test
