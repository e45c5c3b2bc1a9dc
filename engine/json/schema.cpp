// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/schema.h"

#include "engine/json/schema_rules.h"

namespace batuta::json {

struct Schema::Compiled
{
    Value source;
    detail::RuleBook book;
    std::vector<std::string> secrets;
};

namespace {

constexpr std::size_t kMostViolations = 1000;

/// Whether there may be defaults further down.
bool hasParts(const detail::Rules &rules)
{
    return rules.target != nullptr || !rules.allOf.empty() || !rules.properties.empty();
}

/// The value bounds the recursion: only members that are there are entered.
void fillDefaults(const detail::Rules &rules, Value &value, int depth)
{
    constexpr int kDepth = 64;
    if (depth > kDepth)
        return;
    if (rules.target != nullptr)
        fillDefaults(*rules.target, value, depth + 1);
    for (const detail::Rules *part : rules.allOf)
        fillDefaults(*part, value, depth + 1);
    if (!value.isObject())
        return;
    for (const detail::Property &property : rules.properties) {
        if (!property.rules->fallback && !hasParts(*property.rules))
            continue; // most of them
        const Value *member = value.asObject().find(property.name);
        if (member == nullptr && property.rules->fallback)
            value.object().set(property.name, *property.rules->fallback);
        else if (member != nullptr && member->isObject())
            fillDefaults(*property.rules, *value.object().find(property.name), depth + 1);
    }
}

} // namespace

Result<Schema> Schema::compile(const Value &schema)
{
    Result<detail::RuleBook> book = detail::RuleBook::compile(schema);
    if (!book)
        return book.error();
    Compiled compiled{schema, std::move(*book), {}};
    for (const auto &[name, property] : schema["properties"].asObject())
        if (property["writeOnly"].asBoolean())
            compiled.secrets.push_back(name);
    Schema result;
    result.m_compiled = std::make_shared<const Compiled>(std::move(compiled));
    return result;
}

std::vector<Violation> Schema::validate(const Value &value) const
{
    return detail::checkAll(m_compiled->book.root(), value, kMostViolations);
}

Value Schema::withDefaults(Value value) const
{
    fillDefaults(m_compiled->book.root(), value, 0);
    return value;
}

const std::vector<std::string> &Schema::secretProperties() const
{
    return m_compiled->secrets;
}

const Value &Schema::source() const
{
    return m_compiled->source;
}

} // namespace batuta::json
