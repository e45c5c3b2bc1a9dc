// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace batuta::views {

/// The way back from worker threads: what they answer is done on the thread that made this, in order, and not
/// at all after its end. Nobody waits for a worker.
class Replies
{
public:
    Replies();
    ~Replies();

    using Way = std::function<void(std::function<void()> answer)>;
    /// May be called on any thread, as long as it likes.
    Way way() const;

private:
    struct Box;
    std::shared_ptr<Box> m_box;
};

} // namespace batuta::views
