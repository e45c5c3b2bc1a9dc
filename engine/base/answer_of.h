// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <future>
#include <memory>
#include <utility>

namespace batuta {

/// Calls `ask` with a callback, and waits on this thread for what it is given. The promise belongs to both
/// threads: it may still be at work when the one that waits is awake.
template <class T, class Ask> T answerOf(Ask ask)
{
    auto answer = std::make_shared<std::promise<T>>();
    ask([answer](T value) { answer->set_value(std::move(value)); });
    return answer->get_future().get();
}

} // namespace batuta
