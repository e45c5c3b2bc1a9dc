// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_history.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/versions/durable_file.h"

#include <filesystem>
#include <fstream>

namespace batuta::environments {
namespace {

/// As much of the end of the file as is ever looked at.
constexpr std::streamoff kTail = 8 << 20;

json::Value sealed(const std::optional<std::string> &value, const env::Seal &seal)
{
    return value ? json::Value(seal.seal(*value)) : json::Value();
}

std::optional<std::string> unsealed(const json::Value &value, const env::Seal &seal)
{
    if (!value.isString())
        return std::nullopt;
    Result<std::string> text = seal.unseal(value.asString());
    return text ? std::move(*text) : std::string();
}

std::optional<EnvChange> changeOf(std::string_view line, const env::Seal &seal)
{
    const Result<json::Value> object = json::parse(line);
    if (!object || !(*object)["keys"].isArray())
        return std::nullopt;
    EnvChange change;
    change.at = WallTime(Duration((*object)["at"].asInteger()));
    change.who = (*object)["who"].asString();
    change.environment = (*object)["environment"].asString();
    change.why = (*object)["why"].asString();
    change.file = (*object)["file"].asString();
    for (const json::Value &key : (*object)["keys"].asArray())
        change.keys.push_back(
            {key["key"].asString(), unsealed(key["before"], seal), unsealed(key["after"], seal)});
    return change;
}

} // namespace

EnvHistory::EnvHistory(std::string file, env::Seal seal)
    : m_file(std::move(file))
    , m_seal(std::move(seal))
{
}

Result<EnvHistory> EnvHistory::open(const std::string &workspace)
{
    const std::filesystem::path folder = std::filesystem::path(workspace) / ".batuta" / "environments";
    if (Status status = versions::makeFolder(folder.string()); !status)
        return status.error();
    Result<env::Seal> seal = env::Seal::open((folder / "history.key").string());
    if (!seal)
        return seal.error();
    return EnvHistory((folder / "history.jsonl").string(), std::move(*seal));
}

Status EnvHistory::add(const EnvChange &change) const
{
    json::Array keys;
    for (const KeyChange &key : change.keys)
        keys.push_back(json::Object{
            {"key", key.key}, {"before", sealed(key.before, m_seal)}, {"after", sealed(key.after, m_seal)}});
    return versions::appendLine(m_file, json::write(json::Object{{"at", change.at.time_since_epoch().count()},
                                                                 {"who", change.who},
                                                                 {"environment", change.environment},
                                                                 {"why", change.why},
                                                                 {"file", change.file},
                                                                 {"keys", std::move(keys)}}));
}

Result<std::vector<EnvChange>> EnvHistory::newest(std::size_t limit) const
{
    std::error_code failure;
    if (!std::filesystem::exists(m_file, failure))
        return std::vector<EnvChange>();
    std::ifstream file(m_file, std::ios::binary | std::ios::ate);
    if (!file)
        return Error{ErrorCode::FileUnreadable, m_file, "", {m_file, 0, 0}, ""};
    const std::streamoff size = file.tellg();
    const std::streamoff from = std::max<std::streamoff>(0, size - kTail);
    std::string text(static_cast<std::size_t>(size - from), '\0');
    file.seekg(from);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    const std::vector<std::string_view> lines = split(text, '\n');
    std::vector<EnvChange> changes;
    for (auto line = lines.rbegin(); line != lines.rend() && changes.size() < limit; ++line)
        if (auto change = line->empty() ? std::nullopt : changeOf(*line, m_seal))
            changes.push_back(std::move(*change));
    return changes;
}

} // namespace batuta::environments
