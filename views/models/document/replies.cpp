// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/replies.h"

#include <mutex>

namespace batuta::views {

struct Replies::Box
{
    std::mutex mutex;
    std::unique_ptr<QObject> receiver; ///< null once nobody listens
};

Replies::Replies()
    : m_box(std::make_shared<Box>())
{
    m_box->receiver = std::make_unique<QObject>();
}

Replies::~Replies()
{
    const std::lock_guard lock(m_box->mutex);
    m_box->receiver.reset(); // and with it what is on its way
}

Replies::Way Replies::way() const
{
    return [box = m_box](std::function<void()> answer) {
        const std::lock_guard lock(box->mutex);
        if (box->receiver)
            QMetaObject::invokeMethod(box->receiver.get(), std::move(answer), Qt::QueuedConnection);
    };
}

} // namespace batuta::views
