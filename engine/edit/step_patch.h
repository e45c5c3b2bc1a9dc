// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/text_patch.h"

#include <functional>

#include <map>
#include <string>
#include <vector>

namespace batuta::edit {

/// `[a, b]`
Piece needsPiece(const std::vector<std::string> &names);
/// The step needs exactly these; without names the key goes.
Status setNeeds(const FlowContent &content, TextPatch &patch, const std::string &id,
                const std::vector<std::string> &names);
/// Writes members of steps behind the step `after`, or at the end of the list, which is made when it is not
/// there.
Status insertSteps(const FlowContent &content, TextPatch &patch, StepList list, const std::string &after,
                   const Piece &members);
Error unknownStep(const FlowContent &content, const std::string &id);

/// Steps as text at indent 0: with their comments, without anchors, with what aliases stand for.
std::string stepsText(const FlowContent &content, const std::vector<std::string> &ids);
/// Steps as stepsText() gives them, read as a flow of their own.
Result<std::shared_ptr<const FlowContent>> readSteps(const std::string &text);
using StepNames = std::map<std::string, std::string>;
using IsStep = std::function<bool(const std::string &)>;
/// The same steps under other names: their keys, their needs among themselves, their expressions. Needs of
/// steps that `isKnown` does not know go.
Result<std::shared_ptr<const FlowContent>> renamedSteps(const std::string &text, const StepNames &names,
                                                        const IsStep &isKnown);
/// `create_2`: the first name of that kind that is free.
std::string freeName(const std::string &id, const IsStep &isTaken);

/// The edits of renaming steps of one list: keys, needs, expressions.
Status renameInPatch(const FlowContent &content, TextPatch &patch, const StepNames &names);

} // namespace batuta::edit
