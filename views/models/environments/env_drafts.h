// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/environments/env_edits.h"

namespace batuta::views {

/// Keeps the edits that nobody has applied yet for the next time, whatever becomes of this window, in
/// `.batuta/environments/pending`: sealed with the key of the history, for some of them are secrets, and its
/// owner's only. Without edits there is no file. Blocks for the disk.
Result<void> keepEdits(const std::string &workspace, const EnvEdits &edits);
/// What was kept; none when there is no file. SealUnreadable when it is not what was written.
Result<EnvEdits> keptEdits(const std::string &workspace);

} // namespace batuta::views
