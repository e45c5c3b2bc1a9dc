// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "views/models/document/flow_document.h"

#include <string>

namespace batuta::views {

/// The file of positions beside a flow's: `update_profile.layout.json`.
std::string layoutPath(const std::string &flowFile);

/// `{"version": 1, "steps": {"<id>": {"x": 16, "y": 32}}}`. A missing file has no places; one that is too
/// large, no such JSON, or has places far off is an error. Blocks for the disk.
Result<StepPlaces> readLayout(const std::string &path);
/// What two windows have done since `known`: theirs, and of mine each step that was moved here.
StepPlaces mergedPlaces(const StepPlaces &mine, const StepPlaces &known, StepPlaces theirs);
/// Puts the places into the file; what else stands in it is kept. A file that cannot be read is set aside
/// first. Writes nothing where there are no places and no file. Blocks for the disk.
Status writeLayout(const std::string &path, const StepPlaces &places);
/// The same, with what others have written there since `known`; what stands there now. Blocks for the disk.
Result<StepPlaces> saveLayout(const std::string &path, const StepPlaces &mine, const StepPlaces &known);

} // namespace batuta::views
