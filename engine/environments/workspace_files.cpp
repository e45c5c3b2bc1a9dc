// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/workspace_files.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <unistd.h>

namespace batuta::environments {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kTemplateWords{"example", "template", "sample",
                                                         "exemplo", "modelo",   "dist"};

/// What an env file's name says: the environment's suffix, or that it is a template. Nothing for other files.
struct FileName
{
    std::string suffix;
    bool isTemplate = false;
};

bool isTemplateWord(std::string_view word)
{
    return std::find(kTemplateWords.begin(), kTemplateWords.end(), word) != kTemplateWords.end();
}

std::optional<FileName> nameOf(const std::string &file)
{
    std::string_view rest = file;
    if (rest == ".env")
        return FileName{};
    if (rest.starts_with(".env.")) {
        rest.remove_prefix(5);
    } else {
        const bool isYaml = rest.ends_with(".yaml") || rest.ends_with(".yml");
        if (!rest.starts_with("env-vars") || !isYaml)
            return std::nullopt;
        rest = rest.substr(8, rest.rfind('.') - 8);
        if (rest.empty())
            return FileName{};
        if (rest.front() != '.' && rest.front() != '-')
            return std::nullopt;
        rest.remove_prefix(1);
    }
    if (isTemplateWord(rest))
        return FileName{"", true};
    const bool isBackup = rest.ends_with("~") || rest.ends_with("bak") || rest.ends_with("swp");
    return isBackup || rest.empty() ? std::nullopt : std::optional(FileName{std::string(rest), false});
}

EnvFile readEnvFile(const fs::path &path)
{
    const EnvFormat format = formatOf(path.string()).value_or(EnvFormat::Dotenv);
    Result<std::string> text = readFile(path.string(), env::kEnvFileLimit);
    return {path.string(), format,
            text ? EnvText::read(std::move(*text), format, path.string()) : Result<EnvText>(text.error()),
            ::access(path.c_str(), W_OK) == 0};
}

std::string suffixOf(const EnvFile &file)
{
    return nameOf(fs::path(file.path).filename().string()).value_or(FileName{}).suffix;
}

/// The usual ones in the order in which a change goes through them.
int rankOf(const EnvironmentFiles &environment)
{
    constexpr std::array<std::string_view, 8> kOrder{"",        "local",   "dev",  "development",
                                                     "staging", "homolog", "prod", "production"};
    const auto found = std::find(kOrder.begin(), kOrder.end(), environment.suffix);
    return static_cast<int>(found - kOrder.begin());
}

std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code failure;
    for (const auto &file : fs::directory_iterator(folder, failure)) {
        std::error_code other;
        if (file.is_regular_file(other))
            files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

const env::Entry *EnvironmentFiles::find(std::string_view key, const EnvFile **file) const
{
    for (auto at = files.rbegin(); at != files.rend(); ++at) {
        const env::Entry *entry = at->text ? at->text->find(key) : nullptr;
        if (entry != nullptr && file != nullptr)
            *file = &*at;
        if (entry != nullptr)
            return entry;
    }
    return nullptr;
}

WorkspaceFiles readWorkspaceFiles(const std::string &workspace, const std::string &ownName)
{
    std::vector<fs::path> folders{workspace, fs::path(workspace) / "deployments"};
    std::error_code failure;
    for (const auto &system : fs::directory_iterator(fs::path(workspace) / "flows", failure))
        folders.push_back(system.path());
    WorkspaceFiles out;
    std::map<std::string, EnvironmentFiles> bySuffix;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        for (const fs::path &path : filesIn(folders[i])) {
            const std::optional<FileName> name = nameOf(path.filename().string());
            if (!name)
                continue;
            EnvFile file = readEnvFile(path);
            if (name->isTemplate && file.text)
                out.templates.push_back(readTemplate(*file.text));
            if (name->isTemplate || i > 1) // a folder of flows has templates only
                continue;
            EnvironmentFiles &environment = bySuffix[name->suffix == ownName ? "" : name->suffix];
            const bool isShadowed =
                i == 1 &&
                std::any_of(environment.files.begin(), environment.files.end(), [&](const EnvFile &one) {
                    return one.format == file.format && suffixOf(one) == name->suffix;
                });
            if (!isShadowed) // the engine reads deployments/ only when there is none above it
                environment.files.push_back(std::move(file));
        }
    }
    bySuffix[""]; // the own one is there, with files or without
    for (auto &[suffix, environment] : bySuffix) {
        environment.suffix = suffix;
        environment.name = suffix.empty() ? ownName : suffix;
        // As the engine reads them: `.env.dev` is over `.env`.
        std::stable_sort(
            environment.files.begin(), environment.files.end(), [](const EnvFile &a, const EnvFile &b) {
                return a.format != b.format ? a.format > b.format : suffixOf(a).size() < suffixOf(b).size();
            });
        out.environments.push_back(std::move(environment));
    }
    std::stable_sort(
        out.environments.begin(), out.environments.end(),
        [](const EnvironmentFiles &a, const EnvironmentFiles &b) { return rankOf(a) < rankOf(b); });
    return out;
}

EnvironmentFiles &environmentNamed(WorkspaceFiles &files, const std::string &name)
{
    auto &all = files.environments;
    const auto own =
        std::find_if(all.begin(), all.end(), [&](const EnvironmentFiles &one) { return one.name == name; });
    if (own != all.end())
        return *own;
    EnvironmentFiles added;
    added.name = added.suffix = name;
    const auto behind = std::find_if(
        all.begin(), all.end(), [&](const EnvironmentFiles &one) { return rankOf(one) > rankOf(added); });
    return *all.insert(behind, std::move(added));
}

void addStored(WorkspaceFiles &files, const std::string &environment, const std::string &key)
{
    environmentNamed(files, environment).stored.push_back(key);
}

} // namespace batuta::environments
