// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/schema.h"

#include <deque>
#include <optional>
#include <regex>
#include <unordered_map>

namespace batuta::json::detail {

struct Rules;

/// A regular expression that is always matched in polynomial time and without recursion over the text: texts
/// come from requests. Texts above kLongest bytes are not looked at.
struct Pattern
{
    static constexpr std::size_t kLongest = 4096;

    std::string source;
    std::regex regex;
    const Rules *rules = nullptr; ///< of patternProperties

    bool matches(std::string_view text) const;
};

struct Property
{
    std::string name;
    const Rules *rules = nullptr;
};

struct Dependency
{
    std::string name;
    std::vector<std::string> names;
    const Rules *rules = nullptr;
};

/// One compiled (sub)schema. What is not set is not checked.
struct Rules
{
    bool isNever = false;       ///< the schema `false`
    unsigned types = 0;         ///< bits of typeBit(); 0 allows all
    bool wantsInteger = false;  ///< `integer` is allowed and `number` is not
    std::string typeWords;      ///< "must be a string or null"
    std::vector<Value> choices; ///< enum, or the one const
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> above; ///< exclusiveMinimum
    std::optional<double> below; ///< exclusiveMaximum
    std::optional<double> multipleOf;
    std::optional<std::uint64_t> minLength, maxLength, minItems, maxItems, minProperties, maxProperties;
    bool isUnique = false;
    std::optional<Pattern> pattern;
    std::string format;
    std::vector<std::string> required;
    std::vector<Property> properties; ///< in the order of the schema
    std::unordered_map<std::string, const Rules *> propertyByName;
    std::vector<Pattern> patternProperties;
    std::vector<Dependency> dependencies;
    std::vector<const Rules *> tuple, allOf, anyOf, oneOf;
    const Rules *additionalProperties = nullptr;
    const Rules *propertyNames = nullptr;
    const Rules *items = nullptr; ///< of all items, or of those after the tuple
    const Rules *contains = nullptr;
    const Rules *negated = nullptr;
    const Rules *condition = nullptr;
    const Rules *consequence = nullptr;
    const Rules *alternative = nullptr;
    const Rules *target = nullptr; ///< of $ref; then nothing else counts
    std::optional<Value> fallback; ///< `default`
};

unsigned typeBit(Value::Type type);

/// Compiled subschemas by their pointer in the source; recursive schemas refer to each other.
class RuleBook
{
public:
    static Result<RuleBook> compile(const Value &source);

    const Rules &root() const { return *m_root; }

private:
    friend class RuleCompiler;
    std::deque<Rules> m_rules;
    const Rules *m_root = nullptr;
};

/// Every violation, or up to `most`.
std::vector<Violation> checkAll(const Rules &rules, const Value &value, std::size_t most);
/// Whether `text` has a format of JSON Schema; unknown formats fit all.
bool fitsFormat(std::string_view format, std::string_view text);
/// "must be …" for a format that fitsFormat knows.
std::string formatWords(std::string_view format);
/// A name as a part of a pointer (RFC 6901), with its slash.
std::string pointerPart(std::string_view name);

} // namespace batuta::json::detail
