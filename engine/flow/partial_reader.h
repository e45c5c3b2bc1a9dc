// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reader.h"
#include "engine/flow/reading.h"

namespace batuta::flow {

/// What can be read of a flow that may have errors, for those who check it and never run it: what is broken
/// has its default, and needs may lead in a circle.
struct PartialReading
{
    FlowPtr flow; ///< null when the document is no mapping, or of another version
    Errors errors;
    std::vector<Use> uses; ///< every reference of every expression that can be read
};

/// The same reading as readFlow, of YAML that has been read; `text` is what `root` was read from.
PartialReading readPartly(const YamlNode &root, std::string_view text, const std::string &file);

} // namespace batuta::flow
