// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/cloud_local/answer.h"
#include "engine/cloud_local/documents.h"
#include "engine/cloud_local/service_shape.h"
#include "engine/net/loop.h"

#include <functional>
#include <list>
#include <optional>

namespace batuta::cloud_local {

/// Long-running operations: one document each, kept for an hour after they ended. A document holds `project,
/// region, id, verb, kind, name, createTime, done, endTime, error, snapshot`; the APIs make their own shape
/// of it. Lives on the loop's thread.
class Operations
{
public:
    Operations(net::Loop &loop, const Clock &clock, Documents &documents);
    ~Operations();

    /// Gives the id. `kind` is `service`, `revision`, `job`, `execution`; it is about `subject`.
    std::string begin(const Ref &subject, std::string_view verb, std::string_view kind);
    /// Ends all that are open about the subject; `error` is null or a google.rpc.Status.
    void finish(const Ref &subject, std::string_view kind, const json::Value &snapshot,
                json::Value error = {});
    const json::Value *find(const Ref &operation) const;
    std::vector<const json::Value *> list(const Ref &anyOfRegion) const; ///< newest first
    bool erase(const Ref &operation);
    /// Calls `ended` when the operation is done (or gone), at the latest after `longest`.
    void wait(const Ref &operation, Duration longest, std::function<void()> ended);

private:
    struct Waiter
    {
        std::string key;
        std::function<void()> ended;
        net::Loop::TimerId timer = 0;
    };

    void wake(const std::string &key);
    void forgetOld();

    net::Loop &m_loop;
    const Clock &m_clock;
    Documents &m_documents;
    std::list<Waiter> m_waiters;
};

} // namespace batuta::cloud_local
