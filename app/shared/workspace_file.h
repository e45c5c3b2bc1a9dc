// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>

namespace batuta::app {

/// What `<workspace>/batuta.yaml` says; every key may be missing.
struct WorkspaceFile
{
    std::string name;        ///< shown in the window; the folder's name when missing
    std::string environment; ///< `dev` when missing
    bool sandbox = false;    ///< start the sandbox functions with the console
};

/// Reads it. A workspace without that file is fine; an unknown key or a wrong type is not.
Result<WorkspaceFile> readWorkspaceFile(const std::string &workspace);

} // namespace batuta::app
