// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/env_drafts.h"

#include "engine/base/text.h"
#include "engine/env/dotenv.h"
#include "engine/env/seal.h"
#include "engine/json/json.h"
#include "engine/versions/durable_file.h"

#include <filesystem>

namespace batuta::views {
namespace {

namespace fs = std::filesystem;

/// Base64 and names make more of it.
constexpr std::uint64_t kMostBytes = 16 * env::kEnvFileLimit;

fs::path folderOf(const std::string &workspace)
{
    return fs::path(workspace) / ".batuta" / "environments";
}

json::Value textOrNull(const std::optional<std::string> &text)
{
    return text ? json::Value(*text) : json::Value();
}

std::optional<std::string> optionalText(const json::Value &value)
{
    return value.isString() ? std::optional(value.asString()) : std::nullopt;
}

} // namespace

Result<void> keepEdits(const std::string &workspace, const EnvEdits &edits)
{
    const fs::path folder = folderOf(workspace), file = folder / "pending";
    std::error_code failure;
    if (edits.empty()) {
        fs::remove(file, failure);
        return {};
    }
    if (Result<void> made = versions::makeFolder(folder.string()); !made)
        return made;
    const Result<env::Seal> seal = env::Seal::open((folder / "history.key").string());
    if (!seal)
        return seal.error();
    json::Array list;
    for (const auto &[cell, edit] : edits)
        list.push_back(json::Object{{"suffix", cell.suffix},
                                    {"key", cell.key},
                                    {"value", textOrNull(edit.value)},
                                    {"base", textOrNull(edit.base)}});
    return versions::replaceFile(file.string(), seal->seal(json::write(json::Value(std::move(list)))) + "\n",
                                 versions::Readers::Owner);
}

Result<EnvEdits> keptEdits(const std::string &workspace)
{
    const fs::path folder = folderOf(workspace), file = folder / "pending";
    std::error_code failure;
    if (!fs::exists(file, failure))
        return EnvEdits();
    const Result<std::string> text = readFile(file.string(), kMostBytes);
    const Result<env::Seal> seal = env::Seal::open((folder / "history.key").string());
    if (!text || !seal)
        return text ? seal.error() : text.error();
    const Result<std::string> opened = seal->unseal(trimmed(*text));
    const Result<json::Value> list = opened ? json::parse(*opened) : opened.error();
    if (!list || !list->isArray())
        return Error{
            ErrorCode::SealUnreadable, file.string(), "it is not what was kept", {file.string(), 0, 0}, ""};
    EnvEdits edits;
    for (const json::Value &one : list->asArray())
        if (env::isValidKey(one["key"].asString()))
            edits[{one["suffix"].asString(), one["key"].asString()}] = {optionalText(one["value"]),
                                                                        optionalText(one["base"])};
    return edits;
}

} // namespace batuta::views
