// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reading.h"

#include "engine/json/json.h"

namespace batuta::flow {
namespace {

/// The node at an RFC 6901 pointer, or the nearest one above it.
const YamlNode &nodeAt(const YamlNode &root, const std::string &pointer)
{
    const YamlNode *node = &root;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
        std::string part;
        for (std::size_t i = at + 1; i < end; ++i) {
            const bool escaped = pointer[i] == '~' && i + 1 < end;
            part += escaped ? (pointer[i + 1] == '1' ? '/' : '~') : pointer[i];
            i += escaped ? 1 : 0;
        }
        at = end;
        if (const YamlNode::Member *member = node->member(part)) {
            node = &member->value;
            continue;
        }
        const bool isIndex =
            node->isSequence() && part.size() < 7 && part.find_first_not_of("0123456789") == part.npos;
        const std::size_t index = isIndex && !part.empty() ? std::stoul(part) : node->items.size();
        if (index >= node->items.size())
            return *node;
        node = &node->items[index];
    }
    return *node;
}

} // namespace

void Reading::enter(Scope scope, int step)
{
    m_scope = scope;
    m_step = step;
}

void Reading::note(const std::vector<expr::Reference> &references, const Field &field)
{
    for (expr::Reference reference : references) {
        reference.place = field.node->placeInText(reference.place);
        m_uses.push_back({std::move(reference), field.subject, m_scope, m_step});
    }
}

std::optional<expr::Template> Reading::taken(Result<expr::Template> parsed, const Field &field)
{
    if (parsed) {
        note(parsed->references(), field);
        return std::move(*parsed);
    }
    Error error = parsed.error();
    error.place = field.node->placeInText(error.place);
    add(std::move(error), field);
    return std::nullopt;
}

std::optional<expr::Template> Reading::textTemplate(const Field &field)
{
    if (field.node->isScalar() && !toJson(*field.node).isNull())
        return taken(expr::Template::parse(field.node->text, place(field.node->textMark)), field);
    add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a text is needed");
    return std::nullopt;
}

std::optional<expr::Template> Reading::condition(const Field &field)
{
    if (field.node->isScalar() && !toJson(*field.node).isNull() && !field.node->text.empty())
        return taken(expr::Template::parseCondition(field.node->text, place(field.node->textMark)), field);
    add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a condition is needed",
        "Write an expression, as in \"${{ input.ready }}\".");
    return std::nullopt;
}

std::optional<expr::Template> Reading::valueTemplate(const Field &field)
{
    const json::Value value = toJson(*field.node);
    if (!value.isNumber() && !value.isBoolean())
        return textTemplate(field);
    return taken(expr::Template::parse("${{ " + json::write(value) + " }}", place(field.node->textMark)),
                 field);
}

/// Notes the references of all texts in the tree; answers how many of them could not be read.
std::size_t Reading::noteLeaves(const Field &field)
{
    std::size_t bad = 0;
    const YamlNode &node = *field.node;
    if (node.isScalar() && toJson(node).isString())
        bad += taken(expr::Template::parse(node.text, place(node.textMark)), field) ? 0 : 1;
    for (std::size_t i = 0; i < node.items.size(); ++i)
        bad += noteLeaves(field.item(i));
    for (const YamlNode::Member &member : node.members)
        bad += noteLeaves(field.member(member));
    return bad;
}

std::optional<expr::TemplateTree> Reading::tree(const Field &field)
{
    // Leaf by leaf first: compile() would stop at the first bad expression.
    if (noteLeaves(field) > 0)
        return std::nullopt;
    const auto placeOf = [&](const std::string &pointer) {
        return place(nodeAt(*field.node, pointer).textMark);
    };
    Result<expr::TemplateTree> compiled = expr::TemplateTree::compile(toJson(*field.node), placeOf);
    if (compiled)
        return std::move(*compiled);
    add(compiled.error(), field);
    return std::nullopt;
}

} // namespace batuta::flow
