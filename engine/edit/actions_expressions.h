// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::edit {

/// What the names in an expression of a workflow mean here.
struct ActionsScope
{
    std::map<std::string, std::string> env;   ///< name → its value, mapped already; a text with `${{ }}`
    std::map<std::string, std::string> jobs;  ///< job → the step that ends it
    std::map<std::string, std::string> steps; ///< step of the same job → its id here
    bool hasMatrix = false;
};

struct MappedText
{
    std::string text;
    std::vector<std::string> unmapped; ///< names as they were written; '' stands in their place
};

/// A text of a workflow with `${{ }}` in it.
MappedText mapTemplate(std::string_view text, const ActionsScope &scope);
/// An `if`, with or without the braces; the answer has them.
MappedText mapCondition(std::string_view text, const ActionsScope &scope);

} // namespace batuta::edit
