// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/actions_expressions.h"
#include "engine/edit/import_actions.h"
#include "engine/flow/yaml_node.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace batuta::edit {

/// What the jobs of a workflow share while they are turned into steps.
struct ActionsImport
{
    std::map<std::string, std::string> env;  ///< of the workflow, mapped
    std::map<std::string, std::string> ends; ///< job → the step that ends it
    std::set<std::string> ids;               ///< of all steps
    std::string steps;                       ///< the YAML under `steps:`, at indent 2
    std::vector<Unmapped> unmapped;

    std::string newId(const std::string &wanted);
    void note(const flow::YamlMark &mark, const std::string &what, const std::string &why);
};

/// `Build & test` → `build_test`.
std::string idOf(const std::string &text, const std::string &otherwise);
/// A text as a YAML scalar that needs no other context.
std::string scalar(const std::string &text);
/// One line of it, for comments and reports.
std::string oneLine(const flow::YamlNode &node);
const flow::YamlNode *memberOf(const flow::YamlNode &node, std::string_view key);
std::string textOf(const flow::YamlNode *node);
/// A mapping of texts with `${{ }}`, mapped; what cannot be mapped is noted.
std::map<std::string, std::string> mappedEnv(ActionsImport &import, const flow::YamlNode *env,
                                             const ActionsScope &scope);

/// Appends the steps of one job.
void importJob(ActionsImport &import, const std::string &job, const flow::YamlNode &node);

} // namespace batuta::edit
