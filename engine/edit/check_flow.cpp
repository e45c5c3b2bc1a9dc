// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/check_flow.h"

#include "engine/edit/checks.h"
#include "engine/edit/mends.h"

#include <algorithm>
#include <tuple>

namespace batuta::edit {
namespace {

/// A file with so many errors is not a flow yet: what else may be wrong is not looked for.
constexpr std::size_t kMostErrors = 100;

Problem problemOf(const Error &error, const TextPlaces &places)
{
    Problem problem;
    problem.code = codeName(error.code);
    problem.subject = error.subject;
    problem.detail = error.detail;
    problem.mend = mendText(error);
    problem.range = places.wordAt(places.offsetOf(error.place));
    return problem;
}

/// The key or the value that the place of an error begins; what is inside a value keeps its own word.
void widen(const FlowText &text, const FieldPath &path, Problem &problem)
{
    if (path.empty())
        return;
    const auto key = text.keyRange(path);
    const auto value = text.valueRange(path);
    if (key && key->from == problem.range.from)
        problem.range = *key;
    else if (value && value->from == problem.range.from)
        problem.range = rangeOf(text, path).value_or(problem.range);
}

void addErrors(const FlowText &text, const Errors &errors, const TextPlaces &places, Problems &problems)
{
    for (const Error &error : errors) {
        const FieldPath path = pathOfSubject(text.root(), error.subject);
        Problem problem = problemOf(error, places);
        problem.step = stepOfPath(path);
        widen(text, path, problem);
        offerMends({text, error, path, problem});
        problem.place = places.lineColumn(problem.range.from);
        problems.push_back(std::move(problem));
    }
}

void addYamlErrors(const std::string &text, const Errors &errors, const TextPlaces &places,
                   Problems &problems)
{
    for (const Error &error : errors) {
        Problem problem = problemOf(error, places);
        offerMendsOfYaml(text, error, problem);
        problem.place = places.lineColumn(problem.range.from);
        problems.push_back(std::move(problem));
    }
}

/// A text without ranges: YAML that cannot be read, or that the two readers of YAML take for different
/// things. The flow it may be runs all the same, and its errors have no fixes.
void checkPlainly(const std::string &text, const std::string &file, const TextPlaces &places,
                  Checked &checked)
{
    flow::YamlReading yaml = flow::readYaml(text, file); // it goes on behind the first error
    if (!yaml.root)
        return addYamlErrors(text, yaml.errors, places, checked.problems);
    flow::PartialReading reading = flow::readPartly(*yaml.root, text, file);
    addYamlErrors(text, reading.errors, places, checked.problems);
    if (reading.errors.empty())
        checked.flow = std::move(reading.flow);
}

void judge(Checking checking)
{
    checkKeys(checking);
    checkTimes(checking);
    checkReach(checking);
    checkUse(checking);
    checkCalls(checking);
    checkStarts(checking);
    checkSubflows(checking);
}

} // namespace

Checked checkFlow(const std::string &text, const std::string &file, const Surroundings &surroundings)
{
    Checked checked;
    const TextPlaces places(text);
    const Result<FlowText> read = FlowText::read(text, file);
    if (read)
        checked.text = *read;
    if (read && read->root().isMapping()) {
        const flow::PartialReading reading = flow::readPartly(read->root(), text, file);
        addErrors(*read, reading.errors, places, checked.problems);
        if (reading.flow && reading.errors.size() <= kMostErrors)
            judge(Checking(*read, reading, surroundings, places, checked.problems));
        if (reading.errors.empty())
            checked.flow = reading.flow;
    } else {
        checkPlainly(text, file, places, checked);
    }
    std::stable_sort(checked.problems.begin(), checked.problems.end(),
                     [](const Problem &a, const Problem &b) {
                         return std::tie(a.range.from, a.severity) < std::tie(b.range.from, b.severity);
                     });
    return checked;
}

} // namespace batuta::edit
