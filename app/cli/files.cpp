// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/files.h"

#include "app/shared/cloud_reader.h"
#include "app/shared/workspace.h"
#include "app/shared/workspace_file.h"
#include "engine/base/text.h"
#include "engine/host/awake.h"

#include <cstdlib>
#include <unistd.h>

namespace batuta::cli {

Result<json::Value> readJson(const std::string &file)
{
    const std::string path = file == "-" ? "/dev/stdin" : file;
    const Result<std::string> text = readFile(path, json::Limits{}.bytes);
    if (!text)
        return text.error();
    Result<json::Value> value = json::parse(*text);
    if (!value) {
        Error error = value.error();
        error.place.file = file == "-" ? "standard input" : file;
        return error;
    }
    return value;
}

Result<std::string> readToken(const Options &options)
{
    if (options.tokenFile.empty()) {
        const char *token = std::getenv("BATUTA_TOKEN");
        return std::string(token == nullptr ? "" : token);
    }
    const Result<std::string> text = readFile(options.tokenFile, 16'384);
    if (!text)
        return text.error();
    const std::string token(trimmed(*text));
    if (token.empty())
        return Error{ErrorCode::FileUnreadable, options.tokenFile, "it holds no token", {}, {}};
    return token;
}

Result<host::EngineOptions> engineOptions(const Options &options)
{
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return workspace.error();
    host::EngineOptions engine;
    engine.workspace = *workspace;
    engine.environment = options.environment;
    engine.overrides = options.overrides;
    engine.process = environ;
    const Result<std::string> store = options.historyFile.empty() ? app::readStore(options.store)
                                                                  : Result<std::string>(options.historyFile);
    if (!store)
        return store.error();
    engine.historyFile = app::historyFile(*workspace);
    (store::isServer(*store) || store->empty() ? engine.store : engine.historyFile) = *store;
    engine.logFile = options.logFile.empty() ? app::logFile(*workspace) : options.logFile;
    engine.correctedFilter = options.correctedFilter;
    engine.clouds = app::cloudReader(*workspace);
    return engine;
}

Result<host::EngineOptions> runningOptions(const Options &options)
{
    Result<host::EngineOptions> engine = engineOptions(options);
    if (!engine)
        return engine;
    const Result<app::WorkspaceFile> file = app::readWorkspaceFile(engine->workspace);
    const Result<store::Retention> keep = app::readKeep(options.keep, "--keep-");
    const Result<store::Durability> journal =
        options.journal.empty() || !file ? Result<store::Durability>() : app::readJournal(options.journal);
    if (!file || !keep || !journal)
        return !file ? file.error() : !keep ? keep.error() : journal.error();
    engine->durability = options.journal.empty() ? file->journal : *journal;
    engine->maxData = file->maxData.value_or(engine->maxData);
    if (options.command == Command::Serve) {
        if (options.awake || file->awake)
            engine->wakeDevice = host::Awake::kDevice;
        engine->retention.age = keep->age > Duration::zero() ? keep->age : file->keep.age;
        engine->retention.count = keep->count > 0 ? keep->count : file->keep.count;
        engine->retention.bytes = keep->bytes > 0 ? keep->bytes : file->keep.bytes;
    }
    return engine;
}

} // namespace batuta::cli
