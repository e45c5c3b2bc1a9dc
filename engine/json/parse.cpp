// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/json/strict_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <new>

namespace batuta::json {
namespace {

namespace dom = simdjson::dom;

/// A parser keeps its buffers; one that has seen a larger text is not kept.
constexpr std::size_t kKeptParser = 1U << 20;

Error tooLarge(std::string_view text, const Limits &limits)
{
    return Error{ErrorCode::JsonTooLarge,
                 "",
                 std::to_string(text.size()) + " bytes, the limit is " + std::to_string(limits.bytes),
                 {},
                 ""};
}

/// Builds values from the fast reader's tape. `refused` is set for a text that needs the strict reader's
/// word: it is too deep, or a name stands twice.
class Builder
{
public:
    bool refused = false;

    Value build(const dom::element &from, int levels)
    {
        switch (from.type()) {
        case dom::element_type::ARRAY:
            return buildArray(from.get_array().value_unsafe(), levels);
        case dom::element_type::OBJECT:
            return buildObject(from.get_object().value_unsafe(), levels);
        case dom::element_type::INT64:
            return from.get_int64().value_unsafe();
        case dom::element_type::UINT64:
            return std::uint64_t{from.get_uint64().value_unsafe()};
        case dom::element_type::DOUBLE:
            return from.get_double().value_unsafe();
        case dom::element_type::STRING:
            return from.get_string().value_unsafe();
        case dom::element_type::BOOL:
            return from.get_bool().value_unsafe();
        case dom::element_type::NULL_VALUE:
            break;
        }
        return nullptr;
    }

private:
    Value buildArray(const dom::array &from, int levels)
    {
        Array items;
        refused = refused || levels == 0;
        if (!refused)
            items.reserve(from.size());
        for (auto item = from.begin(); !refused && item != from.end(); ++item)
            items.push_back(build(*item, levels - 1));
        return items;
    }

    Value buildObject(const dom::object &from, int levels)
    {
        std::vector<Object::Member> members;
        refused = refused || levels == 0;
        if (!refused)
            members.reserve(from.size());
        for (auto member = from.begin(); !refused && member != from.end(); ++member)
            members.emplace_back(member.key(), build(member.value(), levels - 1));
        auto [object, unique] = Object::fromMembers(std::move(members));
        refused = refused || !unique;
        return std::move(object);
    }
};

bool areUnique(std::vector<std::string_view> &names)
{
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
}

/// The Builder's rules, without building.
bool fits(const dom::element &element, int levels)
{
    if (element.is_array()) {
        const dom::array items = element.get_array().value_unsafe();
        return levels > 0 && std::all_of(items.begin(), items.end(),
                                         [&](const dom::element &e) { return fits(e, levels - 1); });
    }
    if (!element.is_object())
        return true;
    if (levels == 0)
        return false;
    std::vector<std::string_view> names;
    // A copy first: value_unsafe() refers into the temporary it is called on.
    const dom::object members = element.get_object().value_unsafe();
    for (const dom::key_value_pair pair : members) {
        names.push_back(pair.key);
        if (!fits(pair.value, levels - 1))
            return false;
    }
    return areUnique(names);
}

/// Runs `use` on the parsed text; false when the fast reader or `use` refuses it.
template <class Use> bool readFast(std::string_view text, const Use &use)
{
    thread_local dom::parser kept;
    dom::parser large;
    dom::parser &parser = text.size() > kKeptParser ? large : kept;
    dom::element root;
    return parser.parse(text.data(), text.size(), true).get(root) == simdjson::SUCCESS && use(root);
}

} // namespace

Result<Value> parse(std::string_view text, const Limits &limits)
{
    if (text.size() > limits.bytes)
        return tooLarge(text, limits);
    try {
        Value value;
        const auto build = [&](const dom::element &root) {
            Builder builder;
            value = builder.build(root, limits.depth);
            return !builder.refused;
        };
        if (readFast(text, build))
            return value;
        return detail::readStrictly(text, limits);
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::JsonTooLarge, "", "not enough memory", {}, ""};
    }
}

Status check(std::string_view text, const Limits &limits)
{
    if (text.size() > limits.bytes)
        return tooLarge(text, limits);
    try {
        if (readFast(text, [&](const dom::element &root) { return fits(root, limits.depth); }))
            return {};
        const Result<Value> value = detail::readStrictly(text, limits);
        return value ? Status() : Status(value.error());
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::JsonTooLarge, "", "not enough memory", {}, ""};
    }
}

} // namespace batuta::json
