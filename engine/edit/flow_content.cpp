// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/flow_content.h"

#include "engine/base/text.h"

#include <algorithm>
#include <unordered_set>

namespace batuta::edit {
namespace {

using Kind = TreeNode::Kind;

const TreeNode &resolved(const TreeNode &node)
{
    return node.kind == Kind::Alias && node.target != nullptr ? *node.target : node;
}

/// Whether a tree is so plain that the flow's reader can only read the same: no aliases, tags, doubled keys
/// or other things that it has rules for. Anything else is left to that reader, which is exact, and slower.
class PlainCheck
{
public:
    explicit PlainCheck(const flow::YamlLimits &limits)
        : m_limits(limits)
    {
    }

    bool isPlain(const TreeNode &node, int depth = 1, bool isInFlow = false)
    {
        if (++m_nodes > m_limits.nodes || depth > m_limits.depth || node.kind == Kind::Alias ||
            !node.tag.empty())
            return false;
        if (node.style == TreeNode::Style::Plain && isSpecial(node.text, isInFlow))
            return false;
        std::unordered_set<std::string_view> keys;
        for (const TreeChild &child : node.children) {
            const bool isKeyPlain = child.key.size() <= kLongestKey && child.key != "<<" && !child.isExplicit;
            if (node.isMapping() && (!isKeyPlain || !keys.insert(child.key).second))
                return false;
            m_nodes += node.isMapping() ? 1 : 0;
            if (!isPlain(child.value, depth + 1, isInFlow || node.isFlow()))
                return false;
        }
        return true;
    }

private:
    static constexpr std::size_t kLongestKey = 1024;

    static bool isSpecial(std::string_view text, bool isInFlow)
    {
        if (isInFlow && text.find('?') != std::string_view::npos)
            return true;
        const std::string word = text.size() < 6 ? lowered(text) : "";
        return word == ".nan" || word == ".inf" || word == "-.inf" || word == "+.inf";
    }

    flow::YamlLimits m_limits;
    std::size_t m_nodes = 0;
};

/// Bytes that YAML 1.1 and 1.2, or the two readers, may see differently.
bool isPlainText(std::string_view text)
{
    if (!text.empty() && (text.front() == '%' || text.back() == ' '))
        return false;
    for (const std::string_view mark :
         {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF", "\t", "\n%"})
        if (text.find(mark) != std::string_view::npos)
            return false;
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r') || c == 0x7F;
    };
    return std::none_of(text.begin(), text.end(), isControl) && isValidUtf8(text);
}

} // namespace

std::string listName(StepList list)
{
    return list == StepList::Steps ? "steps" : "finally";
}

bool isStepPath(const FieldPath &path)
{
    return path.size() == 2 && (path[0] == "steps" || path[0] == "finally");
}

std::string pathText(const FieldPath &path)
{
    std::string text;
    for (const std::string &part : path) {
        const bool isIndex = !part.empty() && std::all_of(part.begin(), part.end(),
                                                          [](char c) { return c >= '0' && c <= '9'; });
        if (isIndex)
            text += "[" + part + "]";
        else
            text += (text.empty() ? "" : ".") + part;
    }
    return text;
}

Found FlowContent::find(const FieldPath &path) const
{
    Found found;
    found.nodes.push_back(&tree);
    for (const std::string &part : path) {
        const TreeNode *node = found.nodes.back();
        if (node->kind == Kind::Alias && node->target != nullptr) {
            node = node->target;
            found.isThroughAlias = true;
            found.nodes.back() = node;
        }
        const std::size_t position = node->position(part);
        if (position >= node->children.size())
            break;
        found.nodes.push_back(&node->children[position].value);
        found.positions.push_back(position);
        ++found.depth;
    }
    return found;
}

const flow::YamlNode *FlowContent::root() const
{
    std::call_once(m_rootOnce, [this] {
        if (!m_root)
            m_root = plainRoot(tree, text); // fill() found no need for the flow's reader
        if (!m_root)
            m_root = flow::readYaml(text, file).root;
        if (m_root && !saysTheSame(tree, *m_root))
            m_root.reset();
    });
    return m_root ? &*m_root : nullptr;
}

const TreeNode *FlowContent::list(StepList list) const
{
    const TreeNode *node = tree.child(listName(list));
    if (node != nullptr)
        node = &resolved(*node);
    return node != nullptr && node->isMapping() ? node : nullptr;
}

const TreeNode *FlowContent::step(const std::string &id) const
{
    const auto found = steps.find(id);
    return found == steps.end() ? nullptr
                                : &resolved(list(found->second.list)->children[found->second.index].value);
}

std::vector<std::string> FlowContent::needs(const std::string &id) const
{
    const TreeNode *body = step(id);
    const TreeNode *needs = body == nullptr ? nullptr : body->child("needs");
    if (needs == nullptr)
        return {};
    needs = &resolved(*needs);
    std::vector<std::string> names;
    if (needs->kind == Kind::Scalar)
        names.push_back(needs->text);
    for (const TreeChild &item : needs->children)
        if (const TreeNode &name = resolved(item.value); name.kind == Kind::Scalar)
            names.push_back(name.text);
    return names;
}

Error FlowContent::problem(ErrorCode code, const std::string &subject, std::string detail,
                           std::size_t at) const
{
    const LineColumn place = lineColumn(text, at);
    return {code, subject, std::move(detail), {file, place.line, place.column}, ""};
}

Result<TreeNode> readAgreed(const std::string &text, const std::string &file,
                            std::optional<flow::YamlNode> &root)
{
    const flow::YamlLimits limits;
    if (text.size() <= limits.bytes && isPlainText(text)) {
        Result<TreeNode> read = readTree(text, file);
        if (read && read->isMapping() && PlainCheck(limits).isPlain(*read))
            return read;
    }
    flow::YamlReading yaml = flow::readYaml(text, file);
    if (!yaml.root)
        return yaml.errors.empty() ? Error{ErrorCode::YamlSyntax, "", "", {file, 0, 0}, ""}
                                   : yaml.errors.front();
    Result<TreeNode> read = readTree(text, file);
    // Ranges of another reading would change the wrong place.
    if (read && !saysTheSame(*read, *yaml.root))
        return Error{ErrorCode::YamlSyntax,
                     "",
                     "YAML 1.1 and 1.2 read this text differently",
                     {file, 0, 0},
                     "Quote texts that are not plain words."};
    root = std::move(yaml.root);
    return read;
}

Status FlowContent::fill(std::string from, const std::string &name)
{
    text = std::move(from);
    file = name;
    Result<TreeNode> read = readAgreed(text, file, m_root);
    if (!read)
        return read.error();
    tree = std::move(*read);
    lines = TextLines(text);
    for (const StepList which : {StepList::Steps, StepList::Finally})
        if (const TreeNode *mapping = list(which))
            for (std::size_t i = 0; i < mapping->children.size(); ++i)
                steps.emplace(mapping->children[i].key, StepPosition{which, i});
    return {};
}

} // namespace batuta::edit
