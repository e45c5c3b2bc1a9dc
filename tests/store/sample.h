// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/answer_of.h"
#include "engine/store/history.h"
#include "tests/support/verify.h"

#include <string>

namespace batuta::test {

/// A UUID that ends in `number`.
std::string idOf(int number);
/// A running execution that began `number` seconds after a fixed moment.
store::ExecutionRecord begun(int number);
/// The same, ended well, with an input, an output and two steps.
store::ExecutionRecord ended(int number);
store::EventRecord eventOf(int number, std::int64_t sequence);

/// The writes, waiting for their answer. They return what `done` was told.
Status beginNow(store::History &history, store::ExecutionRecord record, std::string resume = "resume");
Status journalNow(store::History &history, const std::string &execution, std::string entry);
Result<std::vector<store::Unfinished>> claimNow(store::History &history);
Status finishNow(store::History &history, store::ExecutionRecord record,
                 std::vector<store::EventRecord> events = {});

/// The code of the error, or "ok". Takes a call, which BATUTA_VERIFY_OK would make more than once.
template <class T> QString outcome(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : shown(codeName(result.error().code));
}

} // namespace batuta::test
