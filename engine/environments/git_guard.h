// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/workspace_files.h"

#include <string>
#include <vector>

namespace batuta::environments {

/// An env file that git would take along.
struct GitDanger
{
    enum class Kind {
        Tracked,    ///< committed once: ignoring it does not help, `git rm --cached` does
        Staged,     ///< the next commit takes it along
        NotIgnored, ///< `git add .` would stage it
    };
    Kind kind = Kind::NotIgnored;
    std::string file;
    std::string ignoreFile; ///< the .gitignore of the workspace
    std::string ignoreLine; ///< what to add to it
};

/// Asks git about every env file; templates may be committed. Nothing outside of a repository, and nothing is
/// ever written into one. Runs a process for each file: call it on a worker.
std::vector<GitDanger> gitDangers(const std::string &workspace, const WorkspaceFiles &files);

/// Adds the line to the .gitignore, once.
Status addIgnoreLine(const GitDanger &danger);

/// `.env is tracked by git: …`
std::string dangerText(const GitDanger &danger);

} // namespace batuta::environments
