// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/matrix.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::environments {

/// A variable that stands beside the files.
struct AsideValue
{
    std::string key;
    std::string value;
    std::string secret;    ///< its address in Secret Manager, `NAME@VERSION`; "" for a value
    bool isMasked = false; ///< it is there, and nobody here knows what it is
};

/// What is in no file of the workspace and is never written from here: variables of the process, which are
/// stronger than any file, or those that a revision runs with in the cloud.
struct Aside
{
    enum class Kind { Process, Deployed };
    Kind kind = Kind::Process;
    std::string environment; ///< whose files it stands beside
    std::string revision;    ///< that is deployed
    std::vector<AsideValue> values;

    const AsideValue *find(std::string_view key) const;
};

/// What a key has beside its environment's files, seen from these.
enum class AsideState {
    Nothing,  ///< neither there nor here
    Same,     ///< as in the files
    Other,    ///< another value
    Only,     ///< the files have none
    Gone,     ///< the files have one, and here is none
    Unknown,  ///< a secret: nobody can tell whether it is the same
    NotMeant, ///< set in the files, and Cloud Run takes no variable of this name
};

/// `row` is of a matrix with these environments.
AsideState asideState(const Matrix &matrix, const Row &row, const Aside &aside);

/// The variables of a process (environ) whose keys the matrix has: the others are no business of flows.
Aside processAside(const Matrix &matrix, const std::string &environment, const char *const *process);

/// Rows for keys that only a revision has, and findings for what it or the process has otherwise than the
/// files. A key that the process gives is not missing in its environment.
void addAside(Matrix &matrix, const Aside &aside);

} // namespace batuta::environments
