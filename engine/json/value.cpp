// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/value.h"

#include "engine/json/json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>

namespace batuta::json {
namespace {

/// Up to this many members a walk is faster than the index.
constexpr std::size_t kWalk = 32;

const std::string kNoText;
const Array kNoItems;
const Object kNoMembers;
const Value kNull;

/// Whether `pointer` and the caller's own one are the only owners. The extra copy is an acquire on the
/// counter, so that what another thread read before it let go is over before we write.
template <class T> bool isShared(const std::shared_ptr<T> &pointer)
{
    const std::shared_ptr<T> probe = pointer;
    return probe.use_count() > 2;
}

bool sameNumber(const Value &a, const Value &b)
{
    if (a.isInteger() && b.isInteger())
        return a.asInteger() == b.asInteger();
    return a.asDouble() == b.asDouble();
}

} // namespace

Object::Object(std::initializer_list<Item> members)
{
    m_members.reserve(members.size());
    for (const Item &member : members)
        if (Value *found = find(member.name))
            *found = std::move(member.value);
        else
            add(std::string(member.name), std::move(member.value));
}

std::size_t Object::position(std::string_view name) const
{
    if (m_sorted.empty()) {
        for (std::size_t i = 0; i < m_members.size(); ++i)
            if (m_members[i].first == name)
                return i;
        return m_members.size();
    }
    const auto at =
        std::lower_bound(m_sorted.begin(), m_sorted.end(), name,
                         [&](std::uint32_t i, std::string_view n) { return m_members[i].first < n; });
    return at != m_sorted.end() && m_members[*at].first == name ? *at : m_members.size();
}

void Object::index(std::size_t at)
{
    const std::string &name = m_members[at].first;
    const auto place =
        std::lower_bound(m_sorted.begin(), m_sorted.end(), name,
                         [&](std::uint32_t i, const std::string &n) { return m_members[i].first < n; });
    m_sorted.insert(place, static_cast<std::uint32_t>(at));
}

bool Object::indexAll()
{
    m_sorted.clear();
    if (m_members.size() <= kWalk) {
        for (std::size_t i = 1; i < m_members.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (m_members[i].first == m_members[j].first)
                    return false;
        return true;
    }
    m_sorted.resize(m_members.size());
    std::iota(m_sorted.begin(), m_sorted.end(), 0U);
    std::sort(m_sorted.begin(), m_sorted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return m_members[a].first < m_members[b].first; });
    return std::adjacent_find(m_sorted.begin(), m_sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
               return m_members[a].first == m_members[b].first;
           }) == m_sorted.end();
}

const Value *Object::find(std::string_view name) const
{
    const std::size_t at = position(name);
    return at < m_members.size() ? &m_members[at].second : nullptr;
}

Value *Object::find(std::string_view name)
{
    const std::size_t at = position(name);
    return at < m_members.size() ? &m_members[at].second : nullptr;
}

Value &Object::operator[](std::string_view name)
{
    if (Value *found = find(name))
        return *found;
    add(std::string(name), Value());
    return m_members.back().second;
}

void Object::set(std::string_view name, Value value)
{
    if (Value *found = find(name))
        *found = std::move(value);
    else
        add(std::string(name), std::move(value));
}

bool Object::erase(std::string_view name)
{
    const std::size_t at = position(name);
    if (at == m_members.size())
        return false;
    m_members.erase(m_members.begin() + static_cast<std::ptrdiff_t>(at));
    if (!m_sorted.empty())
        indexAll();
    return true;
}

void Object::append(std::string name, Value value)
{
    add(std::move(name), std::move(value));
}

void Object::add(std::string &&name, Value &&value)
{
    constexpr std::size_t kFew = 4; // most objects that grow get some, and their names would move each time
    if (m_members.size() == m_members.capacity() && m_members.size() < kFew)
        m_members.reserve(kFew);
    m_members.emplace_back(std::move(name), std::move(value));
    if (!m_sorted.empty())
        index(m_members.size() - 1);
    else if (m_members.size() > kWalk)
        indexAll();
}

std::pair<Object, bool> Object::fromMembers(std::vector<Member> members)
{
    Object object;
    object.m_members = std::move(members);
    if (object.indexAll())
        return {std::move(object), true};
    return {Object(), false};
}

bool Object::operator==(const Object &other) const
{
    return size() == other.size() && std::all_of(begin(), end(), [&](const Member &member) {
               const Value *twin = other.find(member.first);
               return twin != nullptr && *twin == member.second;
           });
}

/// Shared by all copies of the value, on whatever thread: the first who asks parses for all.
struct Value::Unparsed
{
    std::string text;
    mutable std::once_flag once;
    mutable Value value;
};

Value Value::unparsed(std::string text)
{
    const auto shared = std::make_shared<Unparsed>();
    shared->text = std::move(text);
    Value value;
    value.m_data = SharedText(shared);
    return value;
}

const std::string *Value::unparsedText() const
{
    const SharedText *text = std::get_if<SharedText>(&m_data);
    return text != nullptr ? &(*text)->text : nullptr;
}

const Value::Data &Value::parsed() const
{
    constexpr Limits kOwn{1ULL << 30, 1000}; // this program wrote it
    const Unparsed &unparsed = **std::get_if<SharedText>(&m_data);
    std::call_once(unparsed.once, [&unparsed, &kOwn] {
        if (Result<Value> value = parse(unparsed.text, kOwn))
            unparsed.value = std::move(*value);
    });
    return unparsed.value.m_data;
}

Value::Value(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        m_data = static_cast<std::int64_t>(value);
    else
        m_data = static_cast<double>(value);
}

Value::Value(Array items)
    : m_data(std::make_shared<Array>(std::move(items)))
{
}

Value::Value(Object members)
    : m_data(std::make_shared<Object>(std::move(members)))
{
}

bool Value::asBoolean(bool fallback) const
{
    const bool *value = std::get_if<bool>(&data());
    return value != nullptr ? *value : fallback;
}

std::int64_t Value::asInteger(std::int64_t fallback) const
{
    if (const std::int64_t *value = std::get_if<std::int64_t>(&data()))
        return *value;
    constexpr double kEdge = 9223372036854775808.0;
    const double *number = std::get_if<double>(&data());
    if (number == nullptr || !(*number >= -kEdge && *number < kEdge) || std::trunc(*number) != *number)
        return fallback;
    return static_cast<std::int64_t>(*number);
}

double Value::asDouble(double fallback) const
{
    if (const std::int64_t *value = std::get_if<std::int64_t>(&data()))
        return static_cast<double>(*value);
    const double *value = std::get_if<double>(&data());
    return value != nullptr ? *value : fallback;
}

const std::string &Value::asString() const
{
    const std::string *text = std::get_if<std::string>(&data());
    return text != nullptr ? *text : kNoText;
}

const Array &Value::asArray() const
{
    const SharedArray *items = std::get_if<SharedArray>(&data());
    return items != nullptr ? **items : kNoItems;
}

const Object &Value::asObject() const
{
    const SharedObject *members = std::get_if<SharedObject>(&data());
    return members != nullptr ? **members : kNoMembers;
}

Array &Value::array()
{
    if (m_data.index() == kUnparsed)
        m_data = Data(parsed()); // a copy first: the text may go with the assignment
    if (!isArray())
        m_data = std::make_shared<Array>();
    SharedArray &items = *std::get_if<SharedArray>(&m_data);
    if (isShared(items))
        items = std::make_shared<Array>(*items);
    return *items;
}

Object &Value::object()
{
    if (m_data.index() == kUnparsed)
        m_data = Data(parsed());
    if (!isObject())
        m_data = std::make_shared<Object>();
    SharedObject &members = *std::get_if<SharedObject>(&m_data);
    if (isShared(members))
        members = std::make_shared<Object>(*members);
    return *members;
}

const Value &Value::operator[](std::string_view name) const
{
    const Value *found = asObject().find(name);
    return found != nullptr ? *found : kNull;
}

const Value &Value::at(std::size_t index) const
{
    const Array &items = asArray();
    return index < items.size() ? items[index] : kNull;
}

bool Value::operator==(const Value &other) const
{
    if (isNumber() && other.isNumber())
        return sameNumber(*this, other);
    if (type() != other.type())
        return false;
    switch (type()) {
    case Type::Null:
    case Type::Integer:
    case Type::Double:
        return true;
    case Type::Boolean:
        return asBoolean() == other.asBoolean();
    case Type::String:
        return asString() == other.asString();
    case Type::Array:
        return &asArray() == &other.asArray() || asArray() == other.asArray();
    case Type::Object:
        return &asObject() == &other.asObject() || asObject() == other.asObject();
    }
    return false;
}

} // namespace batuta::json
