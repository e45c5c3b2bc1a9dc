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

/// All three return false for a text that needs the strict reader's word: too deep, or a name twice.
bool build(const dom::element &from, int levels, Value &to);

bool buildArray(const dom::array &from, int levels, Value &to)
{
    if (levels == 0)
        return false;
    Array items;
    items.reserve(from.size());
    for (const dom::element item : from)
        if (!build(item, levels - 1, items.emplace_back()))
            return false;
    to = std::move(items);
    return true;
}

bool buildObject(const dom::object &from, int levels, Value &to)
{
    if (levels == 0)
        return false;
    std::vector<Object::Member> members;
    members.reserve(from.size());
    for (const dom::key_value_pair pair : from)
        if (!build(pair.value, levels - 1, members.emplace_back(std::string(pair.key), Value()).second))
            return false;
    auto [object, unique] = Object::fromMembers(std::move(members));
    to = std::move(object);
    return unique;
}

bool build(const dom::element &from, int levels, Value &to)
{
    switch (from.type()) {
    case dom::element_type::ARRAY:
        return buildArray(from.get_array().value_unsafe(), levels, to);
    case dom::element_type::OBJECT:
        return buildObject(from.get_object().value_unsafe(), levels, to);
    case dom::element_type::INT64:
        to = from.get_int64().value_unsafe();
        return true;
    case dom::element_type::UINT64:
        to = Value(std::uint64_t{from.get_uint64().value_unsafe()});
        return true;
    case dom::element_type::DOUBLE:
        to = from.get_double().value_unsafe();
        return true;
    case dom::element_type::STRING:
        to = from.get_string().value_unsafe();
        return true;
    case dom::element_type::BOOL:
        to = from.get_bool().value_unsafe();
        return true;
    case dom::element_type::NULL_VALUE:
        to = nullptr;
        return true;
    }
    return false;
}

bool areUnique(std::vector<std::string_view> &names)
{
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
}

/// The same rules as build(), without building.
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
        if (readFast(text, [&](const dom::element &root) { return build(root, limits.depth, value); }))
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
