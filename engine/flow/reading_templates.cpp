// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/reading.h"

#include "engine/json/json.h"

namespace batuta::flow {
namespace {

constexpr std::size_t kLongestTemplate = 64u << 10;
constexpr std::size_t kMostExpressions = 500; ///< in one text

/// Places are found by counting from the start of a text for each of its expressions: both are bounded.
bool isBounded(const std::string &text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find("${{"); at != std::string::npos; at = text.find("${{", at + 3))
        ++count;
    return count == 0 || (count <= kMostExpressions && text.size() <= kLongestTemplate);
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
        m_uses.push_back({std::move(reference), field.subject, m_scope, m_step, m_item, field.node});
    }
}

std::optional<expr::Template> Reading::parsed(const Field &field, Parse parse)
{
    const std::string &text = field.node->text;
    if (isBounded(text))
        return taken(parse(text, place(field.node->textMark)), field);
    add(ErrorCode::ExprLimit, field, "more than 500 expressions or 64 KiB in one text", "Split the text.");
    return std::nullopt;
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
        return parsed(field, expr::Template::parse);
    add(ErrorCode::FlowWrongType, field, std::string(kindText(*field.node)) + " where a text is needed");
    return std::nullopt;
}

std::optional<expr::Template> Reading::condition(const Field &field)
{
    if (field.node->isScalar() && !toJson(*field.node).isNull() && !field.node->text.empty())
        return parsed(field, expr::Template::parseCondition);
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

/// Notes the references of all texts in the tree, and where those with an expression stand, in the order of
/// the document; answers how many of them could not be read.
std::size_t Reading::noteLeaves(const Field &field, std::vector<YamlMark> &marks)
{
    std::size_t bad = 0;
    const YamlNode &node = *field.node;
    if (node.isScalar() && toJson(node).isString()) {
        bad += parsed(field, expr::Template::parse) ? 0 : 1;
        if (node.text.find("${{") != std::string::npos)
            marks.push_back(node.textMark);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i)
        bad += noteLeaves(field.item(i), marks);
    for (const YamlNode::Member &member : node.members)
        bad += noteLeaves(field.member(member), marks);
    return bad;
}

std::optional<expr::TemplateTree> Reading::tree(const Field &field)
{
    // Leaf by leaf first: compile() would stop at the first bad expression.
    std::vector<YamlMark> marks;
    if (noteLeaves(field, marks) > 0)
        return std::nullopt;
    // It asks for the places in the order of the document as well, so the pointers need not be followed.
    auto next = marks.begin();
    const auto placeOf = [&](const std::string &) {
        return place(next == marks.end() ? field.mark() : *next++);
    };
    Result<expr::TemplateTree> compiled = expr::TemplateTree::compile(toJson(*field.node), placeOf);
    if (compiled)
        return std::move(*compiled);
    add(compiled.error(), field);
    return std::nullopt;
}

} // namespace batuta::flow
