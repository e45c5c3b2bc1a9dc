// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/graph_layouter.h"

#include <QMetaObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace batuta::views {

/// Does one thing after the other, in order.
class LayoutThread
{
public:
    LayoutThread()
        : m_thread([this] { run(); })
    {
    }
    ~LayoutThread()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
            m_jobs.clear();
        }
        m_wake.notify_one();
        m_thread.join();
    }
    LayoutThread(const LayoutThread &) = delete;
    LayoutThread &operator=(const LayoutThread &) = delete;

    void add(std::function<void()> job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
    }

    /// The one that all share, made when nobody has it.
    static std::shared_ptr<LayoutThread> shared()
    {
        static std::weak_ptr<LayoutThread> known; // the window's thread only
        std::shared_ptr<LayoutThread> thread = known.lock();
        if (!thread)
            known = thread = std::make_shared<LayoutThread>();
        return thread;
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
            if (m_isEnding)
                return;
            const std::function<void()> job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }

    std::mutex m_mutex; ///< guards the two below
    std::deque<std::function<void()>> m_jobs;
    bool m_isEnding = false;
    std::condition_variable m_wake;
    std::thread m_thread; ///< last: it begins when everything else is there
};

/// Where the thread delivers. The layouter takes itself out before it goes.
struct GraphLayouter::Channel
{
    std::mutex mutex;
    GraphLayouter *receiver = nullptr;
    quint64 generation = 0; ///< asked for last

    bool isWanted(quint64 number)
    {
        const std::lock_guard lock(mutex);
        return receiver && generation == number;
    }
};

GraphLayouter::GraphLayouter(QObject *parent)
    : QObject(parent)
    , m_thread(LayoutThread::shared())
    , m_channel(std::make_shared<Channel>())
{
    m_channel->receiver = this;
}

GraphLayouter::~GraphLayouter()
{
    const std::lock_guard lock(m_channel->mutex);
    m_channel->receiver = nullptr;
}

void GraphLayouter::lay(LayoutInput input)
{
    cancel();
    m_told = 0;
    const quint64 number = m_generation;
    m_thread->add([channel = m_channel, number, graph = std::move(input)] {
        if (!channel->isWanted(number))
            return;
        GraphLayout layout = layoutGraph(graph);
        const std::lock_guard lock(channel->mutex);
        GraphLayouter *receiver = channel->receiver;
        if (!receiver || channel->generation != number)
            return;
        QMetaObject::invokeMethod(
            receiver,
            [receiver, number, done = std::move(layout)] {
                if (number != receiver->m_generation)
                    return;
                receiver->m_told = number;
                emit receiver->laidOut(done);
            },
            Qt::QueuedConnection);
    });
}

void GraphLayouter::cancel()
{
    const std::lock_guard lock(m_channel->mutex);
    m_channel->generation = ++m_generation;
    m_told = m_generation;
}

bool GraphLayouter::isBusy() const
{
    return m_told != m_generation;
}

} // namespace batuta::views
