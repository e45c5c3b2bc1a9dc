// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/capsule_workspace.h"

#include "engine/base/answer_of.h"
#include "engine/env/environment.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace batuta::app {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path &file)
{
    return {ErrorCode::FileUnwritable, file.string(), {}, {}, {}};
}

Status write(const fs::path &file, std::string_view text)
{
    std::error_code failure;
    fs::create_directories(file.parent_path(), failure);
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    return out ? Status() : Status(unwritable(file));
}

/// A name out of a file of somebody else: nothing that leads out of the folder.
bool isPlainName(const std::string &name)
{
    return !name.empty() && name.size() <= 200 && name.front() != '.' &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.';
           });
}

/// The version of the newest execution of each flow; the history keeps the others.
Status writeFlows(const capsule::Capsule &capsule, const fs::path &folder)
{
    std::map<std::string, const capsule::CapsuleExecution *> newest;
    for (const capsule::CapsuleExecution &one : capsule.executions) {
        const capsule::CapsuleExecution *&best = newest[one.line.record.flow];
        if (one.line.flow && (best == nullptr || best->line.record.startedAt < one.line.record.startedAt))
            best = &one;
    }
    for (const auto &[name, one] : newest)
        if (one != nullptr && isPlainName(name))
            if (Status written = write(folder / "flows" / "capsule" / (name + ".yaml"), one->line.flow->text);
                !written)
                return written;
    return {};
}

/// Values are not in a capsule. Addresses that end in `.invalid` are nobody's (RFC 2606).
Status writeEnvironment(const capsule::Capsule &capsule, const fs::path &folder)
{
    std::set<std::string> keys;
    for (const capsule::CapsuleExecution &one : capsule.executions)
        for (const capsule::EnvironmentKeys::Key &key : one.environment.keys)
            if (env::isValidKey(key.name))
                keys.insert(key.name);
    std::string text;
    for (const std::string &key : keys)
        text += key + "=http://capsule.invalid\n";
    return write(folder / ".env", text);
}

Status writeLog(const capsule::Capsule &capsule, const fs::path &file)
{
    std::vector<const client::LogLineRecord *> lines;
    for (const capsule::CapsuleExecution &one : capsule.executions)
        for (const client::LogLineRecord &line : one.logs)
            lines.push_back(&line);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto *left, const auto *right) { return left->at < right->at; });
    std::string text;
    for (const client::LogLineRecord *line : lines)
        if (line->json.find('\n') == std::string::npos)
            text += line->json + '\n';
    return write(file, text);
}

Status writeHistory(const capsule::Capsule &capsule, const std::string &file)
{
    auto history = store::openSqlite({file, false, store::Durability::Normal});
    if (!history)
        return history.error();
    for (const capsule::CapsuleExecution &one : capsule.executions) {
        if (one.line.flow)
            (*history)->keepFlow(*one.line.flow);
        const Status done = answerOf<Status>(
            [&](auto answer) { (*history)->import(one.line.record, one.line.events, answer); });
        if (!done)
            return done;
    }
    (*history)->close();
    return {};
}

} // namespace

Result<host::EngineOptions> unfold(const capsule::Capsule &capsule, const std::string &folder)
{
    host::EngineOptions options;
    options.workspace = folder;
    const fs::path own = fs::path(folder) / ".batuta";
    options.historyFile = (own / "history.db").string();
    options.logFile = (own / "logs" / "batuta.log").string();
    options.durability = store::Durability::Normal;
    for (const Status &done :
         {writeFlows(capsule, folder), writeEnvironment(capsule, folder), writeLog(capsule, options.logFile)})
        if (!done)
            return done.error();
    if (const Status done = writeHistory(capsule, options.historyFile); !done)
        return done.error();
    return options;
}

} // namespace batuta::app
