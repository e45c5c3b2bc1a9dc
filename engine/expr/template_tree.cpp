// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/template.h"

#include <algorithm>

namespace batuta::expr {

/// A literal is given out as it is, shared; only what holds an expression is built anew.
struct TemplateTree::Node
{
    enum class Kind { Literal, Text, Array, Object };

    Kind kind = Kind::Literal;
    json::Value literal;
    Template text;
    std::vector<std::string> names; ///< of an object's members, beside `children`
    std::vector<Node> children;

    static Result<Node> compile(const json::Value &tree, const PlaceOf &placeOf, const std::string &pointer,
                                int depth);
    Status compileChild(const json::Value &child, const PlaceOf &placeOf, const std::string &pointer,
                        int depth);
    Result<json::Value> evaluate(const Context &context, std::size_t &memory) const;
    Status evaluateChildren(const Context &context, std::size_t &memory,
                            std::vector<json::Value> &values) const;
    void addReferences(std::vector<Reference> &references) const;
};

namespace {

constexpr int kDepth = 128;

std::string escaped(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

} // namespace

Result<TemplateTree::Node> TemplateTree::Node::compile(const json::Value &tree, const PlaceOf &placeOf,
                                                       const std::string &pointer, int depth)
{
    if (depth > kDepth)
        return Error{ErrorCode::ExprLimit, pointer.substr(0, 200), "the nesting is too deep", {}, ""};
    Node node;
    node.literal = tree;
    if (tree.isString() && tree.asString().find("${{") != std::string::npos) {
        Result<Template> text = Template::parse(tree.asString(), placeOf ? placeOf(pointer) : Place());
        if (!text)
            return text.error();
        node.kind = Kind::Text;
        node.text = std::move(*text);
        return node;
    }
    std::size_t index = 0;
    for (const json::Value &item : tree.asArray())
        if (Status status = node.compileChild(item, placeOf, pointer + "/" + std::to_string(index++), depth);
            !status)
            return status.error();
    for (const auto &[name, member] : tree.asObject()) {
        node.names.push_back(name);
        if (Status status = node.compileChild(member, placeOf, pointer + "/" + escaped(name), depth); !status)
            return status.error();
    }
    const bool isLiteral = std::all_of(node.children.begin(), node.children.end(),
                                       [](const Node &child) { return child.kind == Kind::Literal; });
    if (!isLiteral) {
        node.kind = tree.isArray() ? Kind::Array : Kind::Object;
        return node;
    }
    node.names.clear();
    node.children.clear();
    return node;
}

Status TemplateTree::Node::compileChild(const json::Value &child, const PlaceOf &placeOf,
                                        const std::string &pointer, int depth)
{
    Result<Node> compiled = compile(child, placeOf, pointer, depth + 1);
    if (!compiled)
        return compiled.error();
    children.push_back(std::move(*compiled));
    return {};
}

Result<json::Value> TemplateTree::Node::evaluate(const Context &context, std::size_t &memory) const
{
    switch (kind) {
    case Kind::Literal:
        return literal;
    case Kind::Text: {
        Result<json::Value> value = text.evaluate(context);
        // Texts are copied, so that many uses of a long one must be counted; lists and objects are shared.
        if (value && value->asString().size() > memory)
            return Error{ErrorCode::ExprLimit,
                         text.text().substr(0, 200),
                         "the texts of one tree are too long",
                         {},
                         ""};
        memory -= value ? value->asString().size() : 0;
        return value;
    }
    case Kind::Array: {
        json::Array items;
        if (Status status = evaluateChildren(context, memory, items); !status)
            return status.error();
        return json::Value(std::move(items));
    }
    case Kind::Object:
        break;
    }
    std::vector<json::Value> values;
    if (Status status = evaluateChildren(context, memory, values); !status)
        return status.error();
    std::vector<json::Object::Member> members;
    members.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        members.emplace_back(names[i], std::move(values[i]));
    return json::Value(json::Object::fromMembers(std::move(members)).first);
}

Status TemplateTree::Node::evaluateChildren(const Context &context, std::size_t &memory,
                                            std::vector<json::Value> &values) const
{
    values.reserve(children.size());
    for (const Node &child : children) {
        Result<json::Value> value = child.evaluate(context, memory);
        if (!value)
            return value.error();
        values.push_back(std::move(*value));
    }
    return {};
}

void TemplateTree::Node::addReferences(std::vector<Reference> &references) const
{
    if (kind == Kind::Text)
        for (Reference &reference : text.references())
            references.push_back(std::move(reference));
    for (const Node &child : children)
        child.addReferences(references);
}

Result<TemplateTree> TemplateTree::compile(const json::Value &tree, const PlaceOf &placeOf)
{
    Result<Node> root = Node::compile(tree, placeOf, "", 0);
    if (!root)
        return root.error();
    TemplateTree result;
    result.m_source = tree;
    result.m_root = std::make_shared<const Node>(std::move(*root));
    return result;
}

Result<json::Value> TemplateTree::evaluate(const Context &context) const
{
    if (m_root == nullptr)
        return json::Value();
    // Four times what one expression may build: a tree has many of them.
    std::size_t memory = 4 * ExprLimits().memory;
    return m_root->evaluate(context, memory);
}

std::vector<Reference> TemplateTree::references() const
{
    std::vector<Reference> references;
    if (m_root != nullptr)
        m_root->addReferences(references);
    return references;
}

} // namespace batuta::expr
