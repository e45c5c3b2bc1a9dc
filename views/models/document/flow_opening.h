// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_disk.h"
#include "views/models/document/flow_draft.h"
#include "views/models/document/flow_files.h"

class QLockFile;

namespace batuta::views {

/// What the disk has of a flow that is opened.
struct FlowOpening
{
    DiskText disk;
    std::optional<FlowDraft> draft; ///< only one that says something else than the file
    QDateTime draftAt;
    StepPlaces places;
    std::optional<DraftHolder> holder;
    std::vector<Error> problems;
};

/// Takes the lock of the draft, and reads all files of the flow. Blocks for the disk.
FlowOpening openFlow(const FlowFiles::Where &where, QLockFile &lock);
/// Saves a draft, or removes it where `draft` is null. Blocks for the disk.
Status saveDraftFile(const FlowFiles::Where &where, const std::optional<FlowDraft> &draft);

} // namespace batuta::views
