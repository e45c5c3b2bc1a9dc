// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/shared/cloud_settings.h"
#include "app/shared/jwt_settings.h"
#include "engine/store/history.h"

#include <cstdint>
#include <optional>
#include <string>

namespace batuta::app {

/// What `<workspace>/batuta.yaml` says; every key may be missing.
struct WorkspaceFile
{
    std::string name;        ///< shown in the window; the folder's name when missing
    std::string environment; ///< `dev` when missing
    bool sandbox = false;    ///< start the sandbox functions with the console
    store::Durability journal = store::Durability::Full; ///< what survives which failure
    bool awake = false; ///< processors stay awake for a moment after each event of an execution
    std::optional<std::uint64_t> maxData; ///< bytes of the outputs of one execution
    store::Retention keep;                ///< what the history keeps; everything when missing
    CloudPlaces cloud;                    ///< where the environments live in the cloud
    std::optional<JwtWords> jwt;          ///< whose tokens `batuta serve` takes
    std::string store; ///< where the history is instead, see readStore(); the file does not say it
};

/// Reads it. A workspace without that file is fine; an unknown key or a wrong type is not.
Result<WorkspaceFile> readWorkspaceFile(const std::string &workspace);

} // namespace batuta::app
