// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/flow/definition.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::edit {

/// A flow that new ones begin with, built into the program. Each but `empty` is a whole flow that runs.
struct FlowTemplate
{
    std::string_view id; ///< `http_chain`
    std::string_view text;
};

/// `empty` first, then from simple to rich.
const std::vector<FlowTemplate> &flowTemplates();
/// "" for an unknown one.
std::string_view templateText(std::string_view id);

struct NewFlow
{
    std::string text;      ///< of a template, or of what was imported
    std::string name;      ///< [a-z][a-z0-9_]{0,62}
    std::string system;    ///< the folder under flows/, and the label
    flow::LocalText title; ///< `en` may be empty: then the name stands for it
};

/// The text under the new name. Its comments stay, but for the licence of a template.
Result<std::string> newFlowText(const NewFlow &wanted);

} // namespace batuta::edit
