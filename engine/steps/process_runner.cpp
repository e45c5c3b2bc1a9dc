// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/steps/kinds.h"
#include "engine/steps/process_call.h"

#include <algorithm>
#include <filesystem>

namespace batuta::steps {
namespace {

Error badProcess(const Attempt &attempt, ErrorCode code, std::string detail)
{
    return {code, attempt.step.id.value, std::move(detail), attempt.step.place, {}};
}

/// A text that the system can take: it would end at a NUL.
Result<std::string> textOf(const expr::Template &text, const Attempt &attempt)
{
    Result<std::string> value = text.evaluateText(attempt.context);
    if (value && value->find('\0') != std::string::npos)
        return badProcess(attempt, ErrorCode::ExprEvaluation,
                          "a NUL character cannot be handed to a program");
    return value;
}

/// Below the workspace, with every symbolic link followed.
Result<std::string> folderOf(const flow::ProcessStep &step, const Attempt &attempt,
                             const std::string &workspace)
{
    namespace fs = std::filesystem;
    const Result<std::string> wanted = step.directory ? textOf(*step.directory, attempt) : std::string();
    if (!wanted)
        return wanted.error();
    std::error_code problem;
    const fs::path root = fs::canonical(workspace, problem);
    const fs::path folder = problem ? root : fs::canonical(root / *wanted, problem);
    if (problem)
        return badProcess(attempt, ErrorCode::FileUnreadable,
                          "the folder " + (wanted->empty() ? workspace : *wanted) + ": " + problem.message());
    if (std::mismatch(root.begin(), root.end(), folder.begin(), folder.end()).first != root.end())
        return badProcess(attempt, ErrorCode::FlowBadValue,
                          "the folder " + *wanted + " is outside the workspace");
    return folder.string();
}

/// Later entries win, so that each name stands once.
void setVariable(std::vector<std::string> &environment, const std::string &name, const std::string &value)
{
    std::erase_if(environment, [&](const std::string &entry) { return entry.starts_with(name + "="); });
    environment.push_back(name + "=" + value);
}

Result<std::vector<std::string>> environmentOf(const flow::ProcessStep &step, const Attempt &attempt)
{
    std::vector<std::string> names{"PATH", "HOME", "LANG", "TZ"};
    names.insert(names.end(), step.pass.begin(), step.pass.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<std::string> environment = ownEnvironment(names);
    for (const auto &[name, value] : step.environment) {
        const Result<std::string> text = textOf(value, attempt);
        if (!text)
            return text.error();
        if (name.empty() || name.find_first_of(std::string_view("=\0", 2)) != std::string::npos)
            return badProcess(attempt, ErrorCode::FlowBadValue, "not a name of a variable: " + name);
        setVariable(environment, name, *text);
    }
    return environment;
}

Result<std::string> inputOf(const flow::ProcessStep &step, const Attempt &attempt)
{
    if (!step.input)
        return std::string();
    const Result<json::Value> value = step.input->evaluate(attempt.context);
    if (!value)
        return value.error();
    return value->isString() ? value->asString() : json::write(*value);
}

Result<net::ChildCommand> commandOf(const flow::ProcessStep &step, const Attempt &attempt,
                                    const std::string &workspace)
{
    net::ChildCommand command;
    for (const expr::Template &word : step.command) {
        Result<std::string> text = textOf(word, attempt);
        if (!text)
            return text.error();
        command.words.push_back(std::move(*text));
    }
    Result<std::vector<std::string>> environment = environmentOf(step, attempt);
    if (!environment)
        return environment.error();
    Result<std::string> folder = folderOf(step, attempt, workspace);
    if (!folder)
        return folder.error();
    Result<std::string> input = inputOf(step, attempt);
    if (!input)
        return input.error();
    command.environment = std::move(*environment);
    command.directory = std::move(*folder);
    command.input = std::move(*input);
    command.maxOutputBytes = step.maxOutputBytes;
    command.grace = step.grace;
    return command;
}

/// Without its last line end, which programs write for the terminal's sake.
Result<json::Value> textOutput(const std::string &output)
{
    std::string_view text = output;
    if (text.ends_with('\n'))
        text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
    return json::Value(isValidUtf8(text) ? text : std::string_view("(binary)"));
}

} // namespace

std::unique_ptr<RunningAttempt> startProcess(const Attempt &attempt, const Services &services, Report report)
{
    const auto &step = std::get<flow::ProcessStep>(attempt.step.action);
    Result<net::ChildCommand> command = commandOf(step, attempt, services.workspace);
    if (!command) {
        const bool isMissing = command.error().code == ErrorCode::FileUnreadable;
        report({isMissing ? failed(plan::Outcome::Cause::Other, "Cannot start: " + command.error().detail)
                          : critical(command.error()),
                {},
                {}});
        return nullptr;
    }
    ProcessCall call{std::move(*command), attempt.timeout, textOutput};
    if (step.jsonOutput)
        call.read = [limits = json::Limits{step.maxOutputBytes}](const std::string &output) {
            return json::parse(output, limits);
        };
    return startProcessCall(services, std::move(call), std::move(report));
}

} // namespace batuta::steps
