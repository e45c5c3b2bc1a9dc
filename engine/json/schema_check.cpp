// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/json/schema_rules.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace batuta::json::detail {
namespace {

constexpr int kDepthChecked = 256;
/// Looks at single values; recursive schemas with anyOf could otherwise double the work at each level.
constexpr std::uint64_t kWork = 5'000'000;

std::uint64_t characters(std::string_view text)
{
    return static_cast<std::uint64_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string counted(std::uint64_t count, std::string_view one)
{
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

bool isWhole(const Value &value)
{
    return value.isInteger() || std::trunc(value.asDouble()) == value.asDouble();
}

bool isMultiple(double number, double of)
{
    const double times = number / of;
    return std::fabs(times - std::round(times)) <= 1e-9 * std::max(1.0, std::fabs(times));
}

std::string choiceWords(const std::vector<Value> &choices)
{
    constexpr std::size_t kNamed = 20;
    std::string words = choices.size() == 1 ? "must be " : "must be one of ";
    for (std::size_t i = 0; i < std::min(choices.size(), kNamed); ++i) {
        if (i > 0)
            words += ", ";
        write(choices[i], words);
    }
    return choices.size() > kNamed ? words + " …" : words;
}

/// One walk over a value. With a list it notes everything; without one it ends at the first violation.
class Checker
{
public:
    Checker(std::vector<Violation> *out, std::size_t most, std::uint64_t &work)
        : m_out(out)
        , m_most(most)
        , m_work(work)
    {
    }

    bool check(const Rules &rules, const Value &value, int depth)
    {
        if (rules.target != nullptr)
            return depth > kDepthChecked ? fail("is nested too deep to be checked")
                                         : check(*rules.target, value, depth + 1);
        if (rules.isNever)
            return fail("is not allowed here");
        if (depth > kDepthChecked || ++m_work > kWork)
            return fail("is too large or too deep to be checked");
        if (!checkType(rules, value))
            return false;
        bool fits = checkChoices(rules, value);
        if (value.isNumber())
            fits = checkNumber(rules, value) && fits;
        else if (value.isString())
            fits = checkText(rules, value.asString()) && fits;
        else if (value.isArray())
            fits = checkArray(rules, value.asArray(), depth) && fits;
        else if (value.isObject())
            fits = checkObject(rules, value.asObject(), depth) && fits;
        return checkCombinations(rules, value, depth) && fits;
    }

private:
    bool fail(std::string message, std::string_view part = {})
    {
        if (m_out != nullptr && m_out->size() < m_most)
            m_out->push_back({m_pointer + std::string(part), std::move(message)});
        return false;
    }

    /// Whether a walk without a list may stop: one violation is enough for it.
    bool isOver(bool fits) const { return !fits && (m_out == nullptr || m_out->size() >= m_most); }

    bool checkAt(const Rules &rules, const Value &value, std::string_view part, int depth)
    {
        if (m_out == nullptr)
            return check(rules, value, depth + 1);
        const std::size_t length = m_pointer.size();
        m_pointer += part;
        const bool fits = check(rules, value, depth + 1);
        m_pointer.resize(length);
        return fits;
    }

    bool isValid(const Rules &rules, const Value &value, int depth) const
    {
        return Checker(nullptr, 0, m_work).check(rules, value, depth + 1);
    }

    bool checkType(const Rules &rules, const Value &value)
    {
        if (rules.types == 0)
            return true;
        if ((rules.types & typeBit(value.type())) == 0)
            return fail(rules.typeWords);
        return !value.isNumber() || !rules.wantsInteger || isWhole(value) || fail(rules.typeWords);
    }

    bool checkChoices(const Rules &rules, const Value &value)
    {
        if (rules.choices.empty())
            return true;
        return std::find(rules.choices.begin(), rules.choices.end(), value) != rules.choices.end() ||
               fail(choiceWords(rules.choices));
    }

    bool checkNumber(const Rules &rules, const Value &value)
    {
        const double number = value.asDouble();
        if (rules.minimum && number < *rules.minimum)
            return fail("must be at least " + numberText(*rules.minimum));
        if (rules.above && number <= *rules.above)
            return fail("must be more than " + numberText(*rules.above));
        if (rules.maximum && number > *rules.maximum)
            return fail("must be at most " + numberText(*rules.maximum));
        if (rules.below && number >= *rules.below)
            return fail("must be less than " + numberText(*rules.below));
        if (rules.multipleOf && !isMultiple(number, *rules.multipleOf))
            return fail("must be a multiple of " + numberText(*rules.multipleOf));
        return true;
    }

    bool checkText(const Rules &rules, const std::string &text)
    {
        if (rules.minLength && (text.size() < *rules.minLength || characters(text) < *rules.minLength))
            return fail(*rules.minLength == 1
                            ? "must not be empty"
                            : "must have at least " + counted(*rules.minLength, "character"));
        if (rules.maxLength && text.size() > *rules.maxLength && characters(text) > *rules.maxLength)
            return fail("must have at most " + counted(*rules.maxLength, "character"));
        if (!rules.format.empty() && !fitsFormat(rules.format, text))
            return fail(formatWords(rules.format));
        if (!rules.pattern)
            return true;
        if (text.size() > Pattern::kLongest)
            return fail("is too long to be checked against a pattern");
        return rules.pattern->matches(text) || fail("must match the pattern " + rules.pattern->source);
    }

    bool checkArray(const Rules &rules, const Array &items, int depth)
    {
        bool fits = true;
        if (rules.minItems && items.size() < *rules.minItems)
            fits = fail("must have at least " + counted(*rules.minItems, "item"));
        if (rules.maxItems && items.size() > *rules.maxItems)
            fits = fail("must have at most " + counted(*rules.maxItems, "item"));
        for (std::size_t i = 0; i < items.size() && !isOver(fits); ++i) {
            const Rules *item = i < rules.tuple.size() ? rules.tuple[i] : rules.items;
            if (item != nullptr && !checkAt(*item, items[i], "/" + std::to_string(i), depth))
                fits = false;
        }
        if (rules.isUnique && !isOver(fits))
            fits = checkUnique(items) && fits;
        if (rules.contains != nullptr && !isOver(fits) &&
            std::none_of(items.begin(), items.end(),
                         [&](const Value &item) { return isValid(*rules.contains, item, depth); }))
            fits = fail("must contain an item that fits");
        return fits;
    }

    /// By text: 1 and 1.0 are written alike. An object is the same in any order of its members only if
    /// written so.
    bool checkUnique(const Array &items)
    {
        std::map<std::string, std::size_t> seen;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto [twin, isNew] = seen.emplace(write(sorted(items[i])), i);
            if (!isNew)
                return fail("is the same as item " + std::to_string(twin->second), "/" + std::to_string(i));
        }
        return true;
    }

    static Value sorted(const Value &value)
    {
        if (value.isArray()) {
            Array items;
            for (const Value &item : value.asArray())
                items.push_back(sorted(item));
            return items;
        }
        if (!value.isObject())
            return value;
        std::map<std::string, Value> byName;
        for (const auto &[name, member] : value.asObject())
            byName.emplace(name, sorted(member));
        Object members;
        for (auto &[name, member] : byName)
            members.append(name, member);
        return members;
    }

    bool checkObject(const Rules &rules, const Object &members, int depth)
    {
        bool fits = true;
        if (rules.minProperties && members.size() < *rules.minProperties)
            fits = fail("must have at least " + counted(*rules.minProperties, "member"));
        if (rules.maxProperties && members.size() > *rules.maxProperties)
            fits = fail("must have at most " + counted(*rules.maxProperties, "member"));
        for (const std::string &name : rules.required)
            if (!members.contains(name))
                fits = fail("is required", pointerPart(name));
        for (auto member = members.begin(); member != members.end() && !isOver(fits); ++member)
            fits = checkMember(rules, member->first, member->second, depth) && fits;
        for (const Dependency &dependency : rules.dependencies)
            if (!isOver(fits) && members.contains(dependency.name))
                fits = checkDependency(dependency, members, depth) && fits;
        return fits;
    }

    bool checkMember(const Rules &rules, const std::string &name, const Value &value, int depth)
    {
        bool fits = true;
        bool isKnown = false;
        const auto property = rules.propertyByName.find(name);
        if (property != rules.propertyByName.end()) {
            isKnown = true;
            fits = checkAt(*property->second, value, m_out != nullptr ? pointerPart(name) : "", depth);
        }
        for (const Pattern &pattern : rules.patternProperties) {
            if (!pattern.matches(name))
                continue;
            isKnown = true;
            fits = checkAt(*pattern.rules, value, pointerPart(name), depth) && fits;
        }
        if (!isKnown && rules.additionalProperties != nullptr) {
            if (rules.additionalProperties->isNever)
                fits = fail(unknownWords(rules, name), pointerPart(name));
            else
                fits = checkAt(*rules.additionalProperties, value, pointerPart(name), depth) && fits;
        }
        if (rules.propertyNames != nullptr && !isValid(*rules.propertyNames, Value(name), depth))
            fits = fail("has a name that is not allowed", pointerPart(name));
        return fits;
    }

    static std::string unknownWords(const Rules &rules, const std::string &name)
    {
        constexpr std::size_t kLongestGuess = 64;
        std::vector<std::string> known;
        for (const Property &property : rules.properties)
            known.push_back(property.name);
        const std::string near = name.size() <= kLongestGuess ? nearest(name, known) : "";
        return near.empty() ? "is not known" : "is not known; did you mean `" + near + "`?";
    }

    bool checkDependency(const Dependency &dependency, const Object &members, int depth)
    {
        bool fits = true;
        for (const std::string &name : dependency.names)
            if (!members.contains(name))
                fits = fail("is required together with `" + dependency.name + "`", pointerPart(name));
        if (dependency.rules != nullptr)
            fits = check(*dependency.rules, Value(members), depth + 1) && fits;
        return fits;
    }

    bool checkCombinations(const Rules &rules, const Value &value, int depth)
    {
        bool fits = true;
        for (const Rules *part : rules.allOf)
            fits = check(*part, value, depth + 1) && fits;
        if (!rules.anyOf.empty())
            fits = checkAny(rules.anyOf, value, depth) && fits;
        if (!rules.oneOf.empty())
            fits = checkOne(rules.oneOf, value, depth) && fits;
        if (rules.negated != nullptr && isValid(*rules.negated, value, depth))
            fits = fail("has a form that is not allowed");
        if (rules.condition != nullptr) {
            const Rules *then =
                isValid(*rules.condition, value, depth) ? rules.consequence : rules.alternative;
            fits = (then == nullptr || check(*then, value, depth + 1)) && fits;
        }
        return fits;
    }

    bool checkAny(const std::vector<const Rules *> &parts, const Value &value, int depth)
    {
        for (const Rules *part : parts)
            if (isValid(*part, value, depth))
                return true;
        // With one choice left that has the right type, its own words say more than "none fits".
        const Rules *likely = onlyOfType(parts, value);
        return likely != nullptr ? check(*likely, value, depth + 1) : fail("fits none of the allowed forms");
    }

    bool checkOne(const std::vector<const Rules *> &parts, const Value &value, int depth)
    {
        const auto count = std::count_if(parts.begin(), parts.end(),
                                         [&](const Rules *part) { return isValid(*part, value, depth); });
        if (count == 0)
            return checkAny(parts, value, depth);
        return count == 1 ||
               fail("fits " + std::to_string(count) + " of the allowed forms, exactly one is allowed");
    }

    static const Rules *onlyOfType(const std::vector<const Rules *> &parts, const Value &value)
    {
        const Rules *found = nullptr;
        for (const Rules *part : parts) {
            if ((part->types & typeBit(value.type())) == 0)
                continue;
            if (found != nullptr)
                return nullptr;
            found = part;
        }
        return found;
    }

    std::vector<Violation> *m_out;
    std::size_t m_most;
    std::uint64_t &m_work;
    std::string m_pointer;
};

} // namespace

bool Pattern::matches(std::string_view text) const
{
    if (text.size() > kLongest)
        return false;
    try {
        return std::regex_search(text.begin(), text.end(), regex);
    } catch (const std::regex_error &) {
        return false;
    }
}

std::vector<Violation> checkAll(const Rules &rules, const Value &value, std::size_t most)
{
    std::uint64_t work = 0;
    // Most values fit: the walk that notes nothing is the cheaper one.
    if (Checker(nullptr, 0, work).check(rules, value, 0))
        return {};
    work = 0;
    std::vector<Violation> violations;
    Checker(&violations, most, work).check(rules, value, 0);
    return violations;
}

} // namespace batuta::json::detail
