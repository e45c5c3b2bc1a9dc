// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/operations.h"

#include "engine/base/uuid.h"

#include <algorithm>

namespace batuta::cloud_local {
namespace {

constexpr auto kKept = std::chrono::hours(1);
constexpr std::string_view kKind = "operation";

} // namespace

Operations::Operations(net::Loop &loop, const Clock &clock, Documents &documents)
    : m_loop(loop)
    , m_clock(clock)
    , m_documents(documents)
{
}

Operations::~Operations()
{
    for (const Waiter &waiter : m_waiters)
        m_loop.cancelTimer(waiter.timer);
}

std::string Operations::begin(const Ref &subject, std::string_view verb, std::string_view kind)
{
    forgetOld();
    const std::string id = newUuid();
    m_documents.put(kKind, Ref{subject.project, subject.region, id}.key(),
                    json::Object{{"project", subject.project},
                                 {"region", subject.region},
                                 {"id", id},
                                 {"verb", verb},
                                 {"kind", kind},
                                 {"name", subject.name},
                                 {"createTime", isoTime(m_clock.wall())},
                                 {"done", false}});
    return id;
}

void Operations::finish(const Ref &subject, std::string_view kind, const json::Value &snapshot,
                        json::Value error)
{
    std::vector<std::string> ended;
    for (const auto &[key, value] : m_documents.list(kKind, subject.prefix()))
        if (!(*value)["done"].asBoolean() && (*value)["name"].asString() == subject.name &&
            (*value)["kind"].asString() == kind)
            ended.emplace_back(key);
    for (const std::string &key : ended) {
        json::Value operation = *m_documents.find(kKind, key);
        operation.object().set("done", true);
        operation.object().set("endTime", isoTime(m_clock.wall()));
        operation.object().set("snapshot", snapshot);
        if (!error.isNull())
            operation.object().set("error", error);
        m_documents.put(kKind, key, std::move(operation));
        wake(key);
    }
}

const json::Value *Operations::find(const Ref &operation) const
{
    return m_documents.find(kKind, operation.key());
}

std::vector<const json::Value *> Operations::list(const Ref &anyOfRegion) const
{
    std::vector<const json::Value *> found;
    for (const auto &[key, value] : m_documents.list(kKind, anyOfRegion.prefix()))
        found.push_back(value);
    std::sort(found.begin(), found.end(), [](const json::Value *a, const json::Value *b) {
        return (*a)["createTime"].asString() > (*b)["createTime"].asString();
    });
    return found;
}

bool Operations::erase(const Ref &operation)
{
    const bool was = m_documents.erase(kKind, operation.key());
    wake(operation.key());
    return was;
}

void Operations::wait(const Ref &operation, Duration longest, std::function<void()> ended)
{
    const json::Value *found = find(operation);
    if (!found || (*found)["done"].asBoolean())
        return ended();
    m_waiters.push_back({operation.key(), std::move(ended)});
    const auto at = std::prev(m_waiters.end());
    at->timer = m_loop.startTimer(m_clock.steady() + longest, [this, at] {
        const auto tell = std::move(at->ended);
        m_waiters.erase(at);
        tell();
    });
}

void Operations::wake(const std::string &key)
{
    std::vector<std::function<void()>> told;
    for (auto at = m_waiters.begin(); at != m_waiters.end();) {
        if (at->key != key) {
            ++at;
            continue;
        }
        m_loop.cancelTimer(at->timer);
        told.push_back(std::move(at->ended));
        at = m_waiters.erase(at);
    }
    for (const auto &tell : told)
        m_loop.post(tell);
}

void Operations::forgetOld()
{
    const std::string limit = isoTime(m_clock.wall() - kKept);
    std::vector<std::string> old;
    for (const auto &[key, value] : m_documents.list(kKind))
        if ((*value)["done"].asBoolean() && (*value)["endTime"].asString() < limit)
            old.emplace_back(key);
    for (const std::string &key : old)
        m_documents.erase(kKind, key);
}

} // namespace batuta::cloud_local
