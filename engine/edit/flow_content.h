// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"
#include "engine/edit/text_lines.h"
#include "engine/edit/yaml_tree.h"

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace batuta::edit {

/// Where a step is: its list, and its position there.
struct StepPosition
{
    StepList list = StepList::Steps;
    std::size_t index = 0;
};

/// Nodes from the root down to one, and that one's child of its parent.
struct Found
{
    std::vector<const TreeNode *> nodes; ///< the root first; an alias is followed by what it stands for
    std::vector<std::size_t> positions;  ///< of each node but the root in its parent
    std::size_t depth = 0;               ///< how many parts of the path were found
    bool isThroughAlias = false;

    const TreeNode &node() const { return *nodes.back(); }
};

/// What a FlowText shares between its copies; never moved, for its parts point into it.
struct FlowContent
{
    std::string text;
    std::string file;
    TreeNode tree;
    TextLines lines{""};
    std::unordered_map<std::string, StepPosition> steps;

    Status fill(std::string from, const std::string &name);
    /// As the flow's reader has it; read when it is asked for. Null when that reader refuses it.
    const flow::YamlNode *root() const;
    /// As far as the path leads.
    Found find(const FieldPath &path) const;
    /// The mapping of the steps without aliases; null when there is none.
    const TreeNode *list(StepList list) const;
    const TreeNode *step(const std::string &id) const; ///< what is under its key, without aliases; or null
    std::vector<std::string> needs(const std::string &id) const;
    Error problem(ErrorCode code, const std::string &subject, std::string detail, std::size_t at) const;

private:
    mutable std::once_flag m_rootOnce;
    mutable std::optional<flow::YamlNode> m_root;
};

struct FlowText::Content : FlowContent
{
};

/// The tree of a text that the flow's reader reads in the same way; refused when it does not. That reader is
/// asked only where the two might differ: `root` is what it gave then.
Result<TreeNode> readAgreed(const std::string &text, const std::string &file,
                            std::optional<flow::YamlNode> &root);
/// `steps` or `finally`.
std::string listName(StepList list);
/// {"steps", id} or {"finally", id}
bool isStepPath(const FieldPath &path);
/// `steps.create.retry.on[0]`
std::string pathText(const FieldPath &path);

} // namespace batuta::edit
