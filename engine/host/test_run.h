// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/flow/library.h"

#include <string_view>

namespace batuta::host {

struct ExecutionSetup;

/// The trigger of an execution that only tests a flow: it runs in earnest, but neither looks for repetitions
/// nor counts as one, and takes no place from an execution that is not a test.
inline constexpr std::string_view kEditorTrigger = "editor";
/// Of one that repeats a recorded execution against a revision without traffic: a test, too.
inline constexpr std::string_view kRehearsalTrigger = "rehearsal";

inline bool isTest(const client::ExecutionRecord &record)
{
    return record.trigger == kEditorTrigger || record.trigger == kRehearsalTrigger;
}

/// Where faults may only be injected into tests.
bool isProduction(std::string_view environment);

/// The flow of a command that brings its text, read and checked against the library like a file of the
/// workspace. `workspace` is the folder where its file would be. The first of its problems otherwise.
Result<flow::FlowPtr> readDraft(const flow::Library &library, const std::string &workspace,
                                const client::StartExecution &command);

/// Puts the command's faults and breakpoints into the setup. ActRefused names what does not fit the flow, and
/// faults for an execution in a production environment that is not a test.
Status addTests(const client::StartExecution &command, ExecutionSetup &setup);

/// Only steps that there are, and conditions that can be read.
Status breakpointsFit(const flow::Flow &flow, const json::Value &breakpoints);

} // namespace batuta::host
