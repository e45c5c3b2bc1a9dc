// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/json/schema_rules.h"

#include <algorithm>
#include <array>
#include <map>

namespace batuta::json::detail {
namespace {

constexpr int kDepthCompiled = 64;

struct TypeName
{
    std::string_view name;
    std::string_view words;
    unsigned bits;
};

unsigned numberBits()
{
    return typeBit(Value::Type::Integer) | typeBit(Value::Type::Double);
}

const std::array<TypeName, 7> &typeNames()
{
    static const std::array<TypeName, 7> names = {{
        {"string", "a string", typeBit(Value::Type::String)},
        {"integer", "an integer", numberBits()},
        {"number", "a number", numberBits()},
        {"boolean", "true or false", typeBit(Value::Type::Boolean)},
        {"array", "an array", typeBit(Value::Type::Array)},
        {"object", "an object", typeBit(Value::Type::Object)},
        {"null", "null", typeBit(Value::Type::Null)},
    }};
    return names;
}

} // namespace

unsigned typeBit(Value::Type type)
{
    return 1U << static_cast<unsigned>(type);
}

std::string pointerPart(std::string_view name)
{
    std::string part = "/";
    for (const char c : name) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

/// Reads one source into one book. The first thing that is wrong is kept, with its place in the schema.
class RuleCompiler
{
public:
    explicit RuleCompiler(const Value &source)
        : m_source(source)
    {
    }

    Result<RuleBook> run()
    {
        m_book.m_root = at("", m_source, 0);
        if (m_error)
            return *m_error;
        return std::move(m_book);
    }

private:
    using Children = std::vector<const Rules *>;

    void fail(const std::string &pointer, std::string detail)
    {
        if (!m_error)
            m_error =
                Error{ErrorCode::SchemaInvalid, pointer.empty() ? "/" : pointer, std::move(detail), {}, ""};
    }

    const Rules *at(const std::string &pointer, const Value &schema, int depth)
    {
        const auto known = m_byPointer.find(pointer);
        if (known != m_byPointer.end())
            return known->second;
        Rules &rules = m_book.m_rules.emplace_back();
        m_byPointer.emplace(pointer, &rules);
        if (depth > kDepthCompiled)
            fail(pointer, "the schema is nested too deep");
        else if (schema.isBoolean())
            rules.isNever = !schema.asBoolean();
        else if (!schema.isObject())
            fail(pointer, "a schema is an object, true or false");
        else if (const Value *reference = schema.asObject().find("$ref"))
            rules.target = resolve(pointer, *reference, depth);
        else
            fill(rules, pointer, schema, depth);
        return &rules;
    }

    const Rules *resolve(const std::string &pointer, const Value &reference, int depth)
    {
        const std::string &text = reference.asString();
        if (text.empty() || text[0] != '#') {
            fail(pointer + "/$ref", "only references inside the same schema (`#/…`) are supported");
            return nullptr;
        }
        const Value *target = json::pointer(m_source, std::string_view(text).substr(1));
        if (target == nullptr) {
            fail(pointer + "/$ref", "`" + text.substr(0, 100) + "` is not in the schema");
            return nullptr;
        }
        return at(text.substr(1), *target, depth + 1);
    }

    void fill(Rules &rules, const std::string &pointer, const Value &schema, int depth)
    {
        fillTypes(rules, pointer, schema["type"]);
        fillChoices(rules, pointer, schema);
        fillNumbers(rules, pointer, schema);
        fillTexts(rules, pointer, schema);
        fillArray(rules, pointer, schema, depth);
        fillObject(rules, pointer, schema, depth);
        fillCombinations(rules, pointer, schema, depth);
        if (const Value *fallback = schema.asObject().find("default"))
            rules.fallback = *fallback;
    }

    void fillTypes(Rules &rules, const std::string &pointer, const Value &type)
    {
        if (type.isNull())
            return;
        const Array names = type.isArray() ? type.asArray() : Array{type};
        bool allowsDouble = false;
        for (const Value &name : names) {
            const auto known = std::find_if(typeNames().begin(), typeNames().end(),
                                            [&](const TypeName &t) { return Value(t.name) == name; });
            if (known == typeNames().end())
                return fail(pointer + "/type",
                            "string, integer, number, boolean, array, object or null is expected");
            rules.types |= known->bits;
            rules.wantsInteger = rules.wantsInteger || known->name == "integer";
            allowsDouble = allowsDouble || known->name == "number";
            rules.typeWords += rules.typeWords.empty() ? "must be " : " or ";
            rules.typeWords += known->words;
        }
        rules.wantsInteger = rules.wantsInteger && !allowsDouble;
        if (names.empty())
            fail(pointer + "/type", "at least one type is expected");
    }

    void fillChoices(Rules &rules, const std::string &pointer, const Value &schema)
    {
        if (const Value *constant = schema.asObject().find("const"))
            rules.choices.push_back(*constant);
        const Value &choices = schema["enum"];
        if (choices.isNull())
            return;
        if (!choices.isArray() || choices.asArray().empty())
            return fail(pointer + "/enum", "a list of values is expected");
        if (rules.choices.empty())
            rules.choices = choices.asArray();
    }

    void fillNumbers(Rules &rules, const std::string &pointer, const Value &schema)
    {
        readNumber(pointer, schema, "minimum", rules.minimum);
        readNumber(pointer, schema, "maximum", rules.maximum);
        readNumber(pointer, schema, "exclusiveMinimum", rules.above);
        readNumber(pointer, schema, "exclusiveMaximum", rules.below);
        readNumber(pointer, schema, "multipleOf", rules.multipleOf);
        if (rules.multipleOf && *rules.multipleOf <= 0)
            fail(pointer + "/multipleOf", "a number above 0 is expected");
    }

    void readNumber(const std::string &pointer, const Value &schema, const char *name,
                    std::optional<double> &to)
    {
        const Value *value = schema.asObject().find(name);
        if (value == nullptr)
            return;
        if (!value->isNumber())
            return fail(pointer + "/" + name, "a number is expected");
        to = value->asDouble();
    }

    void readCount(const std::string &pointer, const Value &schema, const char *name,
                   std::optional<std::uint64_t> &to)
    {
        const Value *value = schema.asObject().find(name);
        if (value == nullptr)
            return;
        const std::int64_t count = value->asInteger(-1);
        if (count < 0)
            return fail(pointer + "/" + name, "an integer of at least 0 is expected");
        to = static_cast<std::uint64_t>(count);
    }

    void fillTexts(Rules &rules, const std::string &pointer, const Value &schema)
    {
        readCount(pointer, schema, "minLength", rules.minLength);
        readCount(pointer, schema, "maxLength", rules.maxLength);
        rules.format = schema["format"].asString();
        if (const Value *pattern = schema.asObject().find("pattern")) {
            if (!pattern->isString())
                return fail(pointer + "/pattern", "a regular expression is expected");
            rules.pattern = readPattern(pointer + "/pattern", pattern->asString());
        }
    }

    Pattern readPattern(const std::string &pointer, const std::string &source)
    {
        constexpr std::size_t kLongestSource = 1000;
        // Breadth first: no recursion over the text, no exponential time, and therefore no back references.
        constexpr auto kFlags = std::regex::ECMAScript | std::regex_constants::__polynomial;
        Pattern pattern;
        pattern.source = source;
        try {
            if (source.size() > kLongestSource)
                fail(pointer, "the regular expression is longer than 1000 bytes");
            else
                pattern.regex = std::regex(source, kFlags);
        } catch (const std::regex_error &error) {
            fail(pointer, std::string("the regular expression is not valid: ") + error.what());
        }
        return pattern;
    }

    void fillArray(Rules &rules, const std::string &pointer, const Value &schema, int depth)
    {
        readCount(pointer, schema, "minItems", rules.minItems);
        readCount(pointer, schema, "maxItems", rules.maxItems);
        rules.isUnique = schema["uniqueItems"].asBoolean();
        rules.contains = child(pointer, schema, "contains", depth);
        if (schema["items"].isArray()) {
            rules.tuple = children(pointer, schema, "items", depth);
            rules.items = child(pointer, schema, "additionalItems", depth);
        } else {
            rules.items = child(pointer, schema, "items", depth);
        }
    }

    void fillObject(Rules &rules, const std::string &pointer, const Value &schema, int depth)
    {
        readCount(pointer, schema, "minProperties", rules.minProperties);
        readCount(pointer, schema, "maxProperties", rules.maxProperties);
        rules.required = names(pointer + "/required", schema["required"]);
        rules.additionalProperties = child(pointer, schema, "additionalProperties", depth);
        rules.propertyNames = child(pointer, schema, "propertyNames", depth);
        for (const auto &[name, property] : object(pointer + "/properties", schema["properties"])) {
            rules.properties.push_back(
                {name, at(pointer + "/properties" + pointerPart(name), property, depth + 1)});
            rules.propertyByName.emplace(name, rules.properties.back().rules);
        }
        const std::string patterns = pointer + "/patternProperties";
        for (const auto &[source, property] : object(patterns, schema["patternProperties"])) {
            Pattern pattern = readPattern(patterns + pointerPart(source), source);
            pattern.rules = at(patterns + pointerPart(source), property, depth + 1);
            rules.patternProperties.push_back(std::move(pattern));
        }
        fillDependencies(rules, pointer + "/dependencies", schema["dependencies"], depth);
    }

    void fillDependencies(Rules &rules, const std::string &pointer, const Value &dependencies, int depth)
    {
        for (const auto &[name, wants] : object(pointer, dependencies)) {
            Dependency dependency{name, {}, nullptr};
            if (wants.isArray())
                dependency.names = names(pointer + pointerPart(name), wants);
            else
                dependency.rules = at(pointer + pointerPart(name), wants, depth + 1);
            rules.dependencies.push_back(std::move(dependency));
        }
    }

    void fillCombinations(Rules &rules, const std::string &pointer, const Value &schema, int depth)
    {
        rules.allOf = children(pointer, schema, "allOf", depth);
        rules.anyOf = children(pointer, schema, "anyOf", depth);
        rules.oneOf = children(pointer, schema, "oneOf", depth);
        rules.negated = child(pointer, schema, "not", depth);
        rules.condition = child(pointer, schema, "if", depth);
        rules.consequence = child(pointer, schema, "then", depth);
        rules.alternative = child(pointer, schema, "else", depth);
    }

    const Rules *child(const std::string &pointer, const Value &schema, const char *name, int depth)
    {
        const Value *value = schema.asObject().find(name);
        return value != nullptr ? at(pointer + "/" + name, *value, depth + 1) : nullptr;
    }

    Children children(const std::string &pointer, const Value &schema, const char *name, int depth)
    {
        Children result;
        const Value *list = schema.asObject().find(name);
        if (list == nullptr)
            return result;
        if (!list->isArray() || list->asArray().empty())
            fail(pointer + "/" + name, "a list of schemas is expected");
        for (const Value &item : list->asArray())
            result.push_back(at(pointer + "/" + name + "/" + std::to_string(result.size()), item, depth + 1));
        return result;
    }

    std::vector<std::string> names(const std::string &pointer, const Value &list)
    {
        std::vector<std::string> result;
        if (!list.isNull() && !list.isArray())
            fail(pointer, "a list of names is expected");
        for (const Value &name : list.asArray()) {
            if (!name.isString())
                fail(pointer, "a list of names is expected");
            result.push_back(name.asString());
        }
        return result;
    }

    const Object &object(const std::string &pointer, const Value &value)
    {
        if (!value.isNull() && !value.isObject())
            fail(pointer, "an object is expected");
        return value.asObject();
    }

    const Value &m_source;
    RuleBook m_book;
    std::map<std::string, const Rules *> m_byPointer;
    std::optional<Error> m_error;
};

Result<RuleBook> RuleBook::compile(const Value &source)
{
    return RuleCompiler(source).run();
}

} // namespace batuta::json::detail
