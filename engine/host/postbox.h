// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/loop.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
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
        /// What this thread puts from now on waits for deliver(), and the loop wakes once for all of it: a
        /// wake for each would take its processor from this thread each time. One thread at a time.
        void gather() const { m_box->gather(); }
        void deliver() const { Box::deliver(m_box); }

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
                if (box->isRung || box->gatherer == std::this_thread::get_id())
                    return;
                box->isRung = true;
            }
            ring(box);
        }
        void gather()
        {
            const std::lock_guard lock(mutex);
            gatherer = std::this_thread::get_id();
        }
        static void deliver(const std::shared_ptr<Box> &box)
        {
            {
                const std::lock_guard lock(box->mutex);
                box->gatherer = {};
                if (box->isRung || box->work.empty())
                    return;
                box->isRung = true;
            }
            ring(box);
        }
        static void ring(const std::shared_ptr<Box> &box)
        {
            box->loop.post([box] { box->empty(); });
        }
        void empty()
        {
            std::vector<std::function<void()>> taken;
            {
                const std::lock_guard lock(mutex);
                taken.swap(work);
                isRung = false;
            }
            for (const auto &one : taken)
                if (isOpen)
                    one();
        }

        net::Loop &loop;
        bool isOpen = true; ///< of the loop's thread
        std::mutex mutex;
        std::vector<std::function<void()>> work;
        bool isRung = false;      ///< the loop comes for the work
        std::thread::id gatherer; ///< whose puts wait for deliver()
    };

    std::shared_ptr<Box> m_box;
};

} // namespace batuta::host
