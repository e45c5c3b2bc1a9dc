// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "engine/base/answer_of.h"
#include "engine/store/history.h"

namespace batuta::cli {

enum class HistoryUse { Reading, Writing };

/// The history that the command line names, without an engine. Reading wants one that is there.
Result<std::unique_ptr<store::History>> openHistory(const Options &options, HistoryUse use);

} // namespace batuta::cli
