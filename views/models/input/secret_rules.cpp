// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/secret_rules.h"

#include "engine/json/redact.h"
#include "views/models/input/schema_nodes.h"

#include <algorithm>
#include <functional>

namespace batuta::views {
namespace {

/// Gives what stands instead of a secret; nothing leaves the member out. `beside` is the same place of
/// another value, or null.
using Replace = std::function<const json::Value *(const json::Value &secret, const json::Value *beside)>;

bool isSecret(std::string_view name, const SchemaNodes &nodes)
{
    return json::isSecretName(name) || std::any_of(nodes.begin(), nodes.end(), [](const json::Value *node) {
               return (*node)["writeOnly"].asBoolean();
           });
}

/// null and booleans tell nothing.
bool tells(const json::Value &value)
{
    return !value.isNull() && !value.isBoolean();
}

json::Value walk(const json::Value &schema, const SchemaNodes &nodes, const json::Value &value,
                 const json::Value *beside, const Replace &replace)
{
    if (value.isArray()) {
        json::Array items;
        for (std::size_t i = 0; i < value.asArray().size(); ++i) {
            const json::Value *twin = beside != nullptr && beside->isArray() ? &beside->at(i) : nullptr;
            items.push_back(
                walk(schema, schemaNodesAt(schema, nodes, std::to_string(i)), value.at(i), twin, replace));
        }
        return items;
    }
    if (!value.isObject())
        return value;
    json::Object members;
    for (const auto &[name, member] : value.asObject()) {
        const SchemaNodes inner = schemaNodesAt(schema, nodes, name);
        const json::Value *twin = beside != nullptr ? beside->asObject().find(name) : nullptr;
        if (!tells(member) || !isSecret(name, inner))
            members.set(name, walk(schema, inner, member, twin, replace));
        else if (const json::Value *stands = replace(member, twin))
            members.set(name, *stands);
    }
    return members;
}

void collectTexts(const json::Value &value, std::vector<std::string> &texts)
{
    if (value.isString())
        texts.push_back(value.asString());
    for (const json::Value &item : value.asArray())
        collectTexts(item, texts);
    for (const auto &[name, member] : value.asObject())
        collectTexts(member, texts);
}

void collectNames(const json::Value &schema, const SchemaNodes &nodes, std::vector<std::string> &names,
                  int depth)
{
    constexpr int kDepth = 8;
    if (depth > kDepth)
        return;
    for (const json::Value *node : nodes) {
        for (const auto &[name, property] : (*node)["properties"].asObject()) {
            const SchemaNodes inner = schemaNodesAt(schema, {node}, name);
            if (isSecret({}, inner) && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
            collectNames(schema, inner, names, depth + 1);
        }
        if ((*node)["items"].isObject())
            collectNames(schema, schemaNodesAt(schema, {node}, "0"), names, depth + 1);
    }
}

} // namespace

SecretRules::SecretRules(json::Value schema)
    : m_schema(std::move(schema))
{
}

json::Value SecretRules::without(const json::Value &input) const
{
    std::vector<std::string> texts;
    json::Value rest = walk(m_schema, schemaNodes(m_schema), input, nullptr,
                            [&](const json::Value &secret, const json::Value *) {
                                collectTexts(secret, texts);
                                return nullptr;
                            });
    std::erase(texts, std::string(json::kMask));
    return texts.empty() ? rest : json::Redactor(std::move(texts)).value(rest);
}

json::Value SecretRules::masked(const json::Value &input) const
{
    const json::Value mask(json::kMask);
    return walk(m_schema, schemaNodes(m_schema), input, nullptr,
                [&](const json::Value &, const json::Value *) { return &mask; });
}

json::Value SecretRules::restored(const json::Value &edited, const json::Value &before) const
{
    const json::Value mask(json::kMask);
    return walk(
        m_schema, schemaNodes(m_schema), edited, &before,
        [&](const json::Value &secret, const json::Value *twin) { return secret == mask ? twin : &secret; });
}

std::vector<std::string> SecretRules::names() const
{
    std::vector<std::string> names;
    collectNames(m_schema, schemaNodes(m_schema), names, 0);
    return names;
}

} // namespace batuta::views
