// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace batuta::views {

/// The seven pictures of a state (ui.md §2.2); the order is that of tokens.json.
enum class Status { Queued, Running, Success, Failed, Skipped, Cancelled, Waiting };
constexpr int kStatusCount = 7;

/// The picture of a status word of the engine, of a step or of an execution: `pending` is queued, `not_run`
/// is skipped, `interrupted` is cancelled, `critical_error` is failed. An unknown word is queued.
Status statusOf(std::string_view word);
/// Nothing more will happen to it.
bool isEnded(std::string_view word);

enum class EnvironmentKind { Dev, Staging, Production };

/// What an environment's name means: `production` and `prod`, `staging`, and dev for everything else.
EnvironmentKind environmentKind(std::string_view name);

} // namespace batuta::views
