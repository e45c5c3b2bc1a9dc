// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/id_search.h"

#include "views/models/address.h"
#include "views/models/runs/run_filter.h"

namespace batuta::views {
namespace {

constexpr const char *kFields[] = {"correlation_id", "session_id", "user_id"};

} // namespace

IdSearch::IdSearch(EngineLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
}

void IdSearch::find(const QString &id)
{
    const int generation = ++m_generation;
    if (!looksLikeExecutionId(id))
        return findField(id, 0, generation);
    const QString execution = id.trimmed().toLower();
    m_link.execution(execution, this, [this, id, execution, generation](const auto &record) {
        if (generation != m_generation)
            return;
        if (record)
            emit isExecution(execution);
        else if (record.error().code == ErrorCode::ExecutionUnknown)
            findField(id, 0, generation); // other ids may be UUIDs, too
        else
            emit failed(record.error());
    });
}

void IdSearch::findField(const QString &id, int field, int generation)
{
    if (field == std::ssize(kFields)) {
        emit isUnknown(id);
        return;
    }
    RunFilter filter;
    filter.set(kFields[field], id);
    client::ExecutionQuery query = filter.executions({});
    query.limit = 1;
    m_link.executions(std::move(query), this, [this, id, field, generation](const auto &page) {
        if (generation != m_generation)
            return;
        if (!page)
            emit failed(page.error());
        else if (!page->items.empty())
            emit isFilter(kFields[field], id);
        else
            findField(id, field + 1, generation);
    });
}

} // namespace batuta::views
