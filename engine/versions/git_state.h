// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"

#include <string>

namespace batuta::versions {

/// What git says of one file. Batuta only ever asks: it writes nothing into a repository.
struct GitState
{
    enum Kind {
        NoGit,        ///< the program is not there
        NoRepository, ///< the file is in none
        Known,
        Failed, ///< git could not tell; `trouble` has its words
    };
    enum File {
        Clean,     ///< as in the last commit
        Modified,  ///< differs from what is staged or committed
        Staged,    ///< the change is staged, and nothing else
        Untracked, ///< git does not know it
        Ignored,
        Conflicted,
    };
    Kind kind = NoGit;
    std::string branch; ///< "" when no branch is checked out
    std::string commit; ///< the first 12 digits; "" before the first commit
    File file = Clean;
    bool hasUpstream = false;
    int ahead = 0; ///< commits that the upstream does not have
    int behind = 0;
    std::string trouble;
};

/// How git is asked.
struct GitQuestion
{
    std::string file;
    Duration patience = std::chrono::seconds(5);
    std::string searchPath{}; ///< where the program is looked for; "" is the PATH of this process
};

/// Asks `git status` about one file, as a process with a list of arguments, without a shell, locks, hooks or
/// prompts. Blocks until it has answered or is out of patience: call it on a worker. No thread needs a loop.
GitState gitStateOf(const GitQuestion &question);

/// What `git status --porcelain=v2 --branch -z` wrote about one file.
GitState readGitStatus(const std::string &output);

} // namespace batuta::versions
