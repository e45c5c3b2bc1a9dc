// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/cli/files.h"

#include "app/shared/workspace.h"
#include "engine/base/text.h"

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
    const Result<std::string> text = readFile(options.tokenFile, 4096);
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
    engine.historyFile = options.historyFile.empty() ? app::historyFile(*workspace) : options.historyFile;
    engine.logFile = options.logFile.empty() ? app::logFile(*workspace) : options.logFile;
    engine.correctedFilter = options.correctedFilter;
    return engine;
}

} // namespace batuta::cli
