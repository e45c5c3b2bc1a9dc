// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace batuta::json {

/// Stands before the type Array, which its enumerator must not shadow.
enum class ValueType { Null, Boolean, Integer, Double, String, Array, Object };

class Value;
using Array = std::vector<Value>;

/// Members in the order they were written; names are unique. Small objects are searched in order, large ones
/// by a sorted index, so that no choice of names makes a search slow.
class Object
{
public:
    using Member = std::pair<std::string, Value>;
    /// A member in a list in braces, which takes its value out of there.
    struct Item;

    Object() = default;
    Object(std::initializer_list<Item> members);

    const Value *find(std::string_view name) const;
    Value *find(std::string_view name);
    /// The member's value, added as null at the end when it is not there.
    Value &operator[](std::string_view name);
    void set(std::string_view name, Value value);
    bool erase(std::string_view name);
    bool contains(std::string_view name) const { return find(name) != nullptr; }
    // Defined below Value: a member can only be touched once Value is complete.
    std::size_t size() const;
    bool empty() const;
    std::vector<Member>::const_iterator begin() const;
    std::vector<Member>::const_iterator end() const;
    void reserve(std::size_t count);
    /// Appends without looking for the name: only for readers that know it is new.
    void append(std::string name, Value value);
    /// Takes all members at once; an object without members and false when a name stands twice.
    static std::pair<Object, bool> fromMembers(std::vector<Member> members);
    bool operator==(const Object &other) const; ///< regardless of order

private:
    std::size_t position(std::string_view name) const; ///< size() when it is not there
    void add(std::string &&name, Value &&value);       ///< a name that is new
    void index(std::size_t at);
    bool indexAll(); ///< false when a name stands twice

    std::vector<Member> m_members;
    std::vector<std::uint32_t> m_sorted; ///< positions in the order of names; only kept for large objects
};

/// One JSON value. Copies are cheap: arrays and objects are shared until one side changes them, so a value
/// may cross threads freely once nobody changes it. Integers that fit 64 bits stay exact; other numbers are
/// doubles.
class Value
{
public:
    using Type = ValueType;

    Value() = default;
    Value(std::nullptr_t) {}
    Value(bool value)
        : m_data(value)
    {
    }
    Value(int value)
        : m_data(std::int64_t{value})
    {
    }
    Value(std::int64_t value)
        : m_data(value)
    {
    }
    Value(std::uint64_t value);
    Value(double value)
        : m_data(value)
    {
    }
    Value(const char *text)
        : m_data(std::string(text))
    {
    }
    Value(std::string_view text)
        : m_data(std::string(text))
    {
    }
    Value(std::string text)
        : m_data(std::move(text))
    {
    }
    Value(Array items);
    Value(Object members);
    /// A value that is still text: valid JSON, without blanks. It is written as it is, and parsed when
    /// somebody looks into it for the first time. Text that is no JSON is null.
    static Value unparsed(std::string text);

    Type type() const { return static_cast<Type>(data().index()); }
    bool isNull() const { return type() == Type::Null; }
    bool isBoolean() const { return type() == Type::Boolean; }
    bool isInteger() const { return type() == Type::Integer; }
    bool isNumber() const { return type() == Type::Integer || type() == Type::Double; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    /// Readers give the fallback when the value is of another type; they never throw.
    bool asBoolean(bool fallback = false) const;
    std::int64_t asInteger(std::int64_t fallback = 0) const;
    double asDouble(double fallback = 0) const;
    const std::string &asString() const; ///< "" for other types
    const Array &asArray() const;        ///< empty for other types
    const Object &asObject() const;      ///< empty for other types

    /// Writers turn the value into that type first, and stop sharing.
    Array &array();
    Object &object();

    /// Member or item; a null value when it is not there.
    const Value &operator[](std::string_view name) const;
    const Value &operator[](const char *name) const { return (*this)[std::string_view(name)]; }
    const Value &at(std::size_t index) const;

    /// Deep; 1 equals 1.0.
    bool operator==(const Value &other) const;

    /// The text of unparsed(), until array() or object() changes it; null for every other value.
    const std::string *unparsedText() const;

private:
    struct Unparsed;
    using SharedArray = std::shared_ptr<Array>;
    using SharedObject = std::shared_ptr<Object>;
    using SharedText = std::shared_ptr<const Unparsed>;
    using Data = std::variant<std::monostate, bool, std::int64_t, double, std::string, SharedArray,
                              SharedObject, SharedText>;
    static constexpr std::size_t kUnparsed = 7;

    const Data &data() const { return m_data.index() == kUnparsed ? parsed() : m_data; }
    const Data &parsed() const;

    Data m_data;
};

struct Object::Item
{
    std::string_view name;
    mutable Value value;
};

inline std::size_t Object::size() const
{
    return m_members.size();
}

inline bool Object::empty() const
{
    return m_members.empty();
}

inline std::vector<Object::Member>::const_iterator Object::begin() const
{
    return m_members.begin();
}

inline std::vector<Object::Member>::const_iterator Object::end() const
{
    return m_members.end();
}

inline void Object::reserve(std::size_t count)
{
    m_members.reserve(count);
}

} // namespace batuta::json
