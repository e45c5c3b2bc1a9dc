// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_run.h"

#include <initializer_list>
#include <string>

namespace batuta::tests {

/// The moment every sample begins, plus so many milliseconds.
WallTime at(int millis);

struct SampleAttempt
{
    int start = 0; ///< ms
    int length = 0;
    int code = 200;
};

/// A step that has ended: with 200 as its last code well, with 0 cancelled, else failed; without attempts it
/// was skipped at `start`.
client::StepRecord endedStep(const std::string &id, std::initializer_list<SampleAttempt> attempts,
                             int start = 0);
client::StepRecord pendingStep(const std::string &id);
/// The n-th attempt of the step is under way; those before have ended.
client::StepRecord runningStep(const std::string &id, int start, int attempt = 1);

/// An execution that began at(0); it has ended after `length` ms, or runs when that is 0.
client::ExecutionRecord execution(std::vector<client::StepRecord> steps, int length = 0);
client::EventRecord told(int sequence, const std::string &kind, const std::string &step, int millis,
                         json::Object data = {});

/// A flow of version v1: each step with its needs.
client::FlowSummary flowOf(std::initializer_list<std::pair<std::string, std::vector<std::string>>> steps);
/// The same as a definition with domains; "" for none.
client::FlowSummary flowWithDomains(std::initializer_list<std::pair<std::string, std::string>> domains);

} // namespace batuta::tests
