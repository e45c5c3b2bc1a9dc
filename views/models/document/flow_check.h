// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/edit/check_flow.h"
#include "engine/edit/flow_text.h"
#include "views/models/document/replies.h"

#include <functional>
#include <optional>
#include <string>

namespace batuta::views {

/// A text that is to be read and checked. `generation` comes back with the answer.
struct CheckOrder
{
    quint64 generation = 0;
    std::string file;
    std::string text;
    edit::Surroundings surroundings;
};

/// What a text says.
struct CheckAnswer
{
    quint64 generation = 0;
    Result<edit::FlowText> text;
    std::optional<client::FlowSummary> flow; ///< no value when the flow has errors
    edit::Problems problems;
};

/// Reads and checks texts on the worker threads of the program. Lives on its owner's thread, where the
/// answers are told, the latest last; nothing is told after its end, and it waits for no thread.
class FlowCheck
{
public:
    using Told = std::function<void(CheckAnswer answer)>;
    explicit FlowCheck(Told told);

    /// At most two texts are read at a time; of those that wait only the last one is.
    void start(CheckOrder order);

private:
    void run(CheckOrder order);
    void ended(CheckAnswer answer);

    Told m_told;
    int m_running = 0;
    std::optional<CheckOrder> m_next;
    Replies m_replies;
};

} // namespace batuta::views
