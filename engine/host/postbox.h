// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/loop.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace batuta::host {

/// Brings work from other threads to the loop, in order, and wakes the loop once for all that gathered. Made
/// and destroyed on the loop's thread; what is left at the end is dropped. put() may come from any thread.
class Postbox
{
public:
    explicit Postbox(net::Loop &loop)
        : m_box(std::make_shared<Box>(loop))
    {
    }
    ~Postbox() { m_box->isOpen = false; }
    Postbox(const Postbox &) = delete;
    Postbox &operator=(const Postbox &) = delete;

private:
    struct Box;

public:
    /// For whoever calls back from another thread, maybe after this has gone.
    class Slot
    {
    public:
        explicit Slot(std::shared_ptr<Box> box)
            : m_box(std::move(box))
        {
        }
        void operator()(std::function<void()> work) const { Box::put(m_box, std::move(work)); }

    private:
        std::shared_ptr<Box> m_box;
    };
    Slot slot() const { return Slot(m_box); }
    void put(std::function<void()> work) { Box::put(m_box, std::move(work)); }

private:
    struct Box
    {
        explicit Box(net::Loop &loop_)
            : loop(loop_)
        {
        }
        static void put(const std::shared_ptr<Box> &box, std::function<void()> work)
        {
            {
                const std::lock_guard lock(box->mutex);
                box->work.push_back(std::move(work));
                if (box->work.size() > 1)
                    return;
            }
            box->loop.post([box] { box->empty(); });
        }
        void empty()
        {
            std::vector<std::function<void()>> taken;
            {
                const std::lock_guard lock(mutex);
                taken.swap(work);
            }
            for (const auto &one : taken)
                if (isOpen)
                    one();
        }

        net::Loop &loop;
        bool isOpen = true; ///< of the loop's thread
        std::mutex mutex;
        std::vector<std::function<void()>> work;
    };

    std::shared_ptr<Box> m_box;
};

} // namespace batuta::host
