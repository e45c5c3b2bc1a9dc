// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/shelf.h"

namespace batuta::store {

Result<std::optional<FlowText>> readFlow(Database &database, const std::string &flow,
                                         const std::string &version)
{
    Result<Statement> row =
        database.prepare("SELECT file, body FROM flow_texts WHERE flow = coalesce(?, '') AND version = "
                         "coalesce(?, '')");
    if (!row)
        return row.error();
    const int found = row->text(1, flow).text(2, version).step();
    if (found < 0)
        return database.failure(ErrorCode::StoreRead);
    if (found == 0)
        return std::optional<FlowText>();
    return std::optional(FlowText{flow, version, row->textAt(0), row->textAt(1)});
}

Result<std::vector<std::pair<std::string, std::string>>> readKept(Database &database,
                                                                  const std::string &prefix)
{
    Result<Statement> rows =
        database.prepare("SELECT key, value FROM kept WHERE key >= coalesce(?1, '') AND "
                         "substr(key, 1, length(coalesce(?1, ''))) = coalesce(?1, '') ORDER BY key");
    if (!rows)
        return rows.error();
    rows->text(1, prefix);
    std::vector<std::pair<std::string, std::string>> kept;
    int row = 0;
    while ((row = rows->step()) == 1)
        kept.emplace_back(rows->textAt(0), rows->textAt(1));
    if (row < 0)
        return database.failure(ErrorCode::StoreRead);
    return kept;
}

} // namespace batuta::store
