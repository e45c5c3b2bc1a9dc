// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/history.h"

#include <future>

namespace batuta::store {
namespace {

/// Waits for the one answer of an asynchronous read.
template <class T> class Waiting
{
public:
    History::Answer<T> answer()
    {
        return [promise = m_promise](Result<T> result) { promise->set_value(std::move(result)); };
    }
    Result<T> wait() { return m_promise->get_future().get(); }

private:
    // Shared: the reader thread may still be inside set_value() when the waiting side has gone on.
    std::shared_ptr<std::promise<Result<T>>> m_promise = std::make_shared<std::promise<Result<T>>>();
};

} // namespace

Result<std::optional<ExecutionRecord>> History::findNow(const std::string &id)
{
    Waiting<std::optional<ExecutionRecord>> waiting;
    find(id, waiting.answer());
    return waiting.wait();
}

Result<ExecutionPage> History::listNow(const ExecutionQuery &query)
{
    Waiting<ExecutionPage> waiting;
    list(query, waiting.answer());
    return waiting.wait();
}

Result<std::vector<EventRecord>> History::eventsNow(const std::string &id, std::int64_t after, int limit)
{
    Waiting<std::vector<EventRecord>> waiting;
    events(id, after, limit, waiting.answer());
    return waiting.wait();
}

} // namespace batuta::store
