// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_draft.h"

#include <QDateTime>

#include <string>
#include <vector>

namespace batuta::views {

/// A draft of a workspace: which flow, and in which file it is to stand.
struct DraftEntry
{
    std::string name;
    std::string file; ///< from the workspace
    QDateTime savedAt;
    bool isNew = false; ///< the flow's file is not there: it was never published
};

/// By name; drafts that cannot be read are left out, at most 1,000. Blocks for the disk.
std::vector<DraftEntry> listDrafts(const std::string &workspace);
/// Begins a flow as a draft. ActRefused when the flow's file or a draft of the name is there already.
Result<void> beginDraft(const std::string &workspace, const std::string &name, const FlowDraft &draft);

} // namespace batuta::views
