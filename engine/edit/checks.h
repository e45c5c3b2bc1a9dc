// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"
#include "engine/edit/flow_text.h"
#include "engine/edit/text_places.h"
#include "engine/flow/partial_reader.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace batuta::edit {

/// One checking of one flow: what there is to look at, and the problems found so far. What the flow has no
/// value for, because it is broken there, is not judged. Lives on the stack of checkFlow.
class Checking
{
public:
    Checking(const FlowText &text, const flow::PartialReading &reading, const Surroundings &surroundings,
             const TextPlaces &places, Problems &problems);

    const FlowText &text;
    const flow::Flow &flow;
    const std::vector<flow::Use> &uses;
    const Surroundings &surroundings;

    /// A problem about the value at `path` (its key, when the value is a block); its fixes are added to what
    /// is answered, before the next call.
    Problem &add(Severity severity, std::string code, const FieldPath &path, std::string detail,
                 std::string mend);
    /// The same, about what an expression looks at.
    Problem &add(Severity severity, std::string code, const flow::Use &use, std::string detail,
                 std::string mend);
    /// {"steps", "create"}, {"finally", "tell"}
    FieldPath pathOf(const flow::Step &step) const;
    /// The steps, those of `finally`, and then the undo of each, with their paths.
    void eachStep(const std::function<void(const flow::Step &step, const FieldPath &path)> &see) const;

private:
    Range rangeOfUse(const flow::Use &use) const;

    const TextPlaces &m_places;
    Problems &m_problems;
};

/// Offers the edits under this title, when they could be made.
void offer(Problem &problem, std::string title, Result<TextEdits> edits);
/// Both at once; nothing when one was refused or they overlap.
Result<TextEdits> together(Result<TextEdits> first, Result<TextEdits> second);

/// `steps.create.retry.on[0]` as a path of that document; empty when it is not there.
FieldPath pathOfSubject(const flow::YamlNode &root, std::string_view subject);
std::string subjectOf(const FieldPath &path);
/// `create` of {"steps", "create", "http"}; "" for what is no step's.
std::string stepOfPath(const FieldPath &path);
FieldPath under(FieldPath path, std::initializer_list<std::string> more);

/// What is underlined of the value at `path`: the value when it stands on one line, else its key.
std::optional<Range> rangeOf(const FlowText &text, const FieldPath &path);

/// The name that the expression looks at under `root`, if it does: `url` of `env.url`.
std::optional<std::string> nameUnder(const flow::Use &use, std::string_view root);

// Each looks for one kind of mistake; where it stands is its file.
void checkKeys(Checking &checking);     ///< env keys and secrets without a value
void checkTimes(Checking &checking);    ///< the worst case, what waits forever, tries that do not happen
void checkReach(Checking &checking);    ///< steps that never run, conditions without effect
void checkUse(Checking &checking);      ///< outputs and inputs nobody uses
void checkCalls(Checking &checking);    ///< keys of calls, tokens in the clear, secrets that are told
void checkStarts(Checking &checking);   ///< triggers, keys that are always the same, lists without limit
void checkSubflows(Checking &checking); ///< against the other flows of the workspace

} // namespace batuta::edit
