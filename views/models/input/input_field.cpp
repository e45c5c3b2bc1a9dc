// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/input_field.h"

#include "engine/json/redact.h"
#include "views/models/input/schema_nodes.h"

#include <algorithm>

namespace batuta::views {
namespace {

std::vector<std::string> typesOf(const json::Value &node)
{
    const json::Value &type = node["type"];
    std::vector<std::string> types;
    if (type.isString())
        types.push_back(type.asString());
    for (const json::Value &name : type.asArray())
        types.push_back(name.asString());
    return types;
}

bool isOnlyNull(const json::Value &node)
{
    return typesOf(node) == std::vector<std::string>{"null"};
}

/// The one node whose keywords describe the value: through references, and through `anyOf: [X, null]`.
const json::Value &plainNode(const SchemaNodes &nodes, bool &isNullable)
{
    static const json::Value none;
    if (nodes.empty())
        return none;
    SchemaNodes telling;
    for (const json::Value *node : nodes) {
        const bool isChoice = node->asObject().contains("anyOf") || node->asObject().contains("oneOf");
        isNullable = isNullable || isOnlyNull(*node);
        if (!isOnlyNull(*node) && !(isChoice && typesOf(*node).empty()))
            telling.push_back(node);
    }
    return telling.size() == 1 ? *telling.front() : *nodes.front();
}

FieldKind scalarKind(const std::string &type, const std::string &format)
{
    if (type == "integer")
        return FieldKind::Integer;
    if (type == "number")
        return FieldKind::Number;
    if (type == "boolean")
        return FieldKind::Boolean;
    if (type != "string")
        return FieldKind::Json;
    return format == "date-time" ? FieldKind::DateTime : format == "uri" ? FieldKind::Uri : FieldKind::Text;
}

FieldKind kindOf(const InputField &field)
{
    if (!field.choices.empty())
        return FieldKind::Choice;
    if (field.types.size() != 1)
        return FieldKind::Json;
    const std::string &type = field.types.front();
    if (type == "string" && field.isSecret)
        return FieldKind::Secret;
    if (type != "array")
        return scalarKind(type, field.format);
    const json::Value &items = field.rules["items"];
    const std::vector<std::string> types = typesOf(items);
    const bool isList = items.isObject() && types.size() == 1 && types.front() != "boolean" &&
                        scalarKind(types.front(), {}) != FieldKind::Json;
    return isList ? FieldKind::List : FieldKind::Json;
}

InputField fieldOf(const json::Value &schema, const SchemaNodes &roots, const std::string &name)
{
    const SchemaNodes nodes = schemaNodesAt(schema, roots, name);
    InputField field;
    field.name = name;
    field.rules = plainNode(nodes, field.isNullable);
    field.types = typesOf(field.rules);
    field.isNullable = std::erase(field.types, "null") > 0 || field.isNullable;
    field.format = field.rules["format"].asString();
    field.isSecret = json::isSecretName(name);
    for (const json::Value *node : nodes) {
        field.isSecret = field.isSecret || (*node)["writeOnly"].asBoolean();
        if (field.description.empty())
            field.description = (*node)["description"].asString();
        if (const json::Value *fallback = node->asObject().find("default"); fallback && !field.fallback)
            field.fallback = *fallback;
    }
    if (const json::Value *constant = field.rules.asObject().find("const"))
        field.choices.push_back(*constant);
    for (const json::Value &choice : field.rules["enum"].asArray()) {
        field.isNullable = field.isNullable || choice.isNull();
        if (!choice.isNull())
            field.choices.push_back(choice);
    }
    field.kind = kindOf(field);
    if (field.kind == FieldKind::List)
        field.itemKind = scalarKind(typesOf(field.rules["items"]).front(), {});
    return field;
}

} // namespace

std::vector<InputField> inputFields(const json::Value &schema)
{
    const SchemaNodes roots = schemaNodes(schema);
    std::vector<InputField> fields;
    for (const json::Value *root : roots)
        for (const auto &[name, property] : (*root)["properties"].asObject())
            if (std::ranges::none_of(fields, [&](const InputField &known) { return known.name == name; }))
                fields.push_back(fieldOf(schema, roots, name));
    for (const json::Value *root : roots)
        for (const json::Value &name : (*root)["required"].asArray())
            for (InputField &field : fields)
                field.isRequired = field.isRequired || name == json::Value(field.name);
    return fields;
}

} // namespace batuta::views
