// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>

namespace batuta::views {

/// A path inside the workspace without the workspace: `flows/a.yaml`. Others stay whole.
inline QString inWorkspace(const std::string &path, const std::string &workspace)
{
    const bool isInside = !workspace.empty() && path.starts_with(workspace + '/');
    return QString::fromStdString(isInside ? path.substr(workspace.size() + 1) : path);
}

} // namespace batuta::views
