// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/history.h"

#include "app/cli/files.h"

#include <filesystem>

namespace batuta::cli {

Result<std::unique_ptr<store::History>> openHistory(const Options &options, HistoryUse use)
{
    const Result<host::EngineOptions> engine = engineOptions(options);
    if (!engine)
        return engine.error();
    std::error_code failure;
    const bool isReading = use == HistoryUse::Reading;
    if (!engine->store.empty())
        return store::openHistory({engine->store, isReading, {}});
    if (isReading && !std::filesystem::exists(engine->historyFile, failure))
        return Error{ErrorCode::StoreOpen,
                     engine->historyFile,
                     "nothing has been run in this workspace yet",
                     {},
                     "Run a flow first, or name a running engine with --engine."};
    return store::openSqlite({engine->historyFile, isReading, {}});
}

} // namespace batuta::cli
