// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/git_guard.h"

#include "engine/base/text.h"
#include "engine/versions/durable_file.h"
#include "engine/versions/git_state.h"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace batuta::environments {
namespace {

namespace fs = std::filesystem;
using versions::GitState;

constexpr std::uint64_t kIgnoreLimit = 1U << 20;

std::optional<GitDanger::Kind> kindOf(const GitState &state)
{
    if (state.kind != GitState::Known || state.file == GitState::Ignored)
        return std::nullopt;
    if (state.file == GitState::Untracked)
        return GitDanger::Kind::NotIgnored;
    return state.file == GitState::Staged ? GitDanger::Kind::Staged : GitDanger::Kind::Tracked;
}

} // namespace

std::vector<GitDanger> gitDangers(const std::string &workspace, const WorkspaceFiles &files)
{
    std::vector<GitDanger> dangers;
    for (const EnvironmentFiles &environment : files.environments)
        for (const EnvFile &file : environment.files)
            if (const auto kind = kindOf(versions::gitStateOf({file.path})))
                dangers.push_back({*kind, file.path, (fs::path(workspace) / ".gitignore").string(),
                                   "/" + fs::path(file.path).lexically_relative(workspace).generic_string()});
    return dangers;
}

Status addIgnoreLine(const GitDanger &danger)
{
    std::error_code failure;
    std::string text;
    if (fs::exists(danger.ignoreFile, failure)) {
        const Result<std::string> read = readFile(danger.ignoreFile, kIgnoreLimit);
        if (!read)
            return read.error();
        text = *read;
    }
    const std::vector<std::string_view> lines = split(text, '\n');
    if (std::any_of(lines.begin(), lines.end(),
                    [&](std::string_view line) { return trimmed(line) == danger.ignoreLine; }))
        return {};
    text += (text.empty() || text.ends_with('\n') ? "" : "\n") + danger.ignoreLine + "\n";
    return versions::replaceFile(danger.ignoreFile, text);
}

std::string dangerText(const GitDanger &danger)
{
    switch (danger.kind) {
    case GitDanger::Kind::Tracked:
        return danger.file + " is tracked by git. Take it out with `git rm --cached`, add `" +
               danger.ignoreLine +
               "` to .gitignore, and give new values to its secrets: they are in the history.";
    case GitDanger::Kind::Staged:
        return danger.file +
               " is staged: the next commit takes it along. Take it back with `git restore --staged`, "
               "and add `" +
               danger.ignoreLine + "` to .gitignore.";
    case GitDanger::Kind::NotIgnored:
        return danger.file + " is not ignored by git. Add `" + danger.ignoreLine + "` to .gitignore.";
    }
    return "";
}

} // namespace batuta::environments
