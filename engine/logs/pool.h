// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace batuta::logs {

/// Calls `work(i)` for each i below `count`, from the caller's thread and one more, in rising order as they
/// are begun; `after` on the caller's thread after each of its own. Returns when all are done, or soon after
/// `stop` was asked: false then.
bool forEachIndex(std::size_t count, const std::stop_token &stop,
                  const std::function<void(std::size_t)> &work, const std::function<void()> &after = {});

} // namespace batuta::logs
