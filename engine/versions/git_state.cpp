// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/git_state.h"

#include "engine/base/text.h"
#include "engine/net/child_process.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace batuta::versions {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCommitDigits = 12;
constexpr std::uint64_t kMostOutput = 64U << 10;
constexpr int kNoRepository = 128;

std::string variable(const char *name, const char *fallback)
{
    const char *value = std::getenv(name);
    return value ? value : fallback;
}

net::ChildCommand commandFor(const GitQuestion &question)
{
    const fs::path file = fs::absolute(question.file);
    net::ChildCommand command;
    // fsmonitor would start a program that the repository names.
    command.words = {"git",
                     "-C",
                     file.parent_path().string(),
                     "-c",
                     "core.fsmonitor=false",
                     "status",
                     "--porcelain=v2",
                     "--branch",
                     "-z",
                     "--ignored",
                     "--untracked-files=all",
                     "--",
                     file.filename().string()};
    const std::string path =
        question.searchPath.empty() ? variable("PATH", "/usr/bin:/bin") : question.searchPath;
    command.environment = {
        "PATH=" + path,         "HOME=" + variable("HOME", "/"), "LC_ALL=C",
        "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",         "GIT_LITERAL_PATHSPECS=1"};
    command.maxOutputBytes = kMostOutput;
    command.grace = std::chrono::milliseconds(500);
    return command;
}

/// Two letters: what is staged, and what is changed besides.
GitState::File fileOf(std::string_view letters)
{
    return letters.size() < 2 || letters[1] != '.' ? GitState::Modified : GitState::Staged;
}

int numberIn(std::string_view text)
{
    return std::abs(std::atoi(std::string(text).c_str()));
}

void readHeader(std::string_view line, GitState &state)
{
    const std::vector<std::string_view> words = split(line, ' ');
    if (words.size() < 3)
        return;
    if (words[1] == "branch.oid" && words[2] != "(initial)")
        state.commit = std::string(words[2].substr(0, kCommitDigits));
    else if (words[1] == "branch.head" && words[2] != "(detached)")
        state.branch = std::string(words[2]);
    else if (words[1] == "branch.ab" && words.size() > 3) {
        state.hasUpstream = true;
        state.ahead = numberIn(words[2]);
        state.behind = numberIn(words[3]);
    }
}

} // namespace

GitState readGitStatus(const std::string &output)
{
    GitState state;
    state.kind = GitState::Known;
    for (const std::string_view line : split(output, '\0')) {
        const char sign = line.empty() ? ' ' : line.front();
        if (sign == '#')
            readHeader(line, state);
        else if (sign == '1' || sign == '2')
            state.file = fileOf(line.substr(std::min<std::size_t>(2, line.size()), 2));
        else if (sign == 'u')
            state.file = GitState::Conflicted;
        else if (sign == '?')
            state.file = GitState::Untracked;
        else if (sign == '!')
            state.file = GitState::Ignored;
    }
    return state;
}

GitState gitStateOf(const GitQuestion &question)
{
    GitState state;
    net::Loop loop;
    std::optional<net::ChildEnd> ended;
    const auto child = net::ChildProcess::start(loop, commandFor(question), [&](net::ChildEnd end) {
        ended = std::move(end);
        loop.stop();
    });
    if (!child) {
        const bool isThere = child.error().detail.find("No such file") == std::string::npos;
        state.kind = isThere ? GitState::Failed : GitState::NoGit;
        state.trouble = child.error().detail;
        return state;
    }
    loop.startTimer(SystemClock().steady() + question.patience, [&] { loop.stop(); });
    loop.run();
    if (!ended || ended->signal != 0 || ended->outputTooLong) {
        state.kind = GitState::Failed;
        state.trouble = ended ? "it was killed" : "no answer within " + durationForPeople(question.patience);
        return state;
    }
    if (ended->status == 0)
        return readGitStatus(ended->output);
    const bool isNone =
        ended->status == kNoRepository && ended->errors.find("not a git repository") != std::string::npos;
    state.kind = isNone ? GitState::NoRepository : GitState::Failed;
    state.trouble = std::string(trimmed(ended->errors));
    return state;
}

} // namespace batuta::versions
