// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/compare.h"

#include "engine/expr/fold.h"
#include "engine/expr/numbers.h"

#include <limits>

namespace batuta::expr::detail {
namespace {

using Type = json::Value::Type;

constexpr int kNoOrder = 2;

bool weighsAsNumber(const json::Value &value)
{
    return value.isNull() || value.isBoolean() || value.isNumber();
}

/// Both sides are of one kind already, or become numbers: null and booleans always, a text beside any of
/// them.
bool compareAsNumbers(const json::Value &a, const json::Value &b)
{
    if (a.isNumber() && b.isNumber())
        return true;
    if (a.type() == b.type())
        return false;
    return (weighsAsNumber(a) && (weighsAsNumber(b) || b.isString())) || (a.isString() && weighsAsNumber(b));
}

int orderOf(double a, double b)
{
    if (a == b)
        return 0;
    return a < b ? -1 : a > b ? 1 : kNoOrder;
}

int orderOf(std::int64_t a, std::int64_t b)
{
    return a == b ? 0 : a < b ? -1 : 1;
}

} // namespace

double toNumber(const json::Value &value)
{
    switch (value.type()) {
    case Type::Null:
        return 0;
    case Type::Boolean:
        return value.asBoolean() ? 1 : 0;
    case Type::Integer:
    case Type::Double:
        return value.asDouble();
    case Type::String:
        return parseNumber(value.asString());
    case Type::Array:
    case Type::Object:
        break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::string toText(const json::Value &value)
{
    switch (value.type()) {
    case Type::Null:
        break;
    case Type::Boolean:
        return value.asBoolean() ? "true" : "false";
    case Type::Integer:
        return std::to_string(value.asInteger());
    case Type::Double:
        return githubNumber(value.asDouble());
    case Type::String:
        return value.asString();
    case Type::Array:
        return "Array";
    case Type::Object:
        return "Object";
    }
    return "";
}

bool isPrimitive(const json::Value &value)
{
    return !value.isArray() && !value.isObject();
}

bool looselyEqual(const json::Value &a, const json::Value &b)
{
    if (a.isString() && b.isString())
        return equalFolded(a.asString(), b.asString());
    if (a.isArray() && b.isArray())
        return &a.asArray() == &b.asArray();
    if (a.isObject() && b.isObject())
        return &a.asObject() == &b.asObject();
    if (a.isNull() && b.isNull())
        return true;
    return looseOrder(a, b) == 0;
}

int looseOrder(const json::Value &a, const json::Value &b)
{
    if (a.isInteger() && b.isInteger())
        return orderOf(a.asInteger(), b.asInteger());
    if (compareAsNumbers(a, b))
        return orderOf(toNumber(a), toNumber(b));
    if (a.isString() && b.isString())
        return compareFolded(a.asString(), b.asString());
    if (a.isBoolean() && b.isBoolean())
        return orderOf(toNumber(a), toNumber(b));
    return kNoOrder;
}

const json::Value *findMember(const json::Object &object, std::string_view name)
{
    if (const json::Value *exact = object.find(name))
        return exact;
    for (const auto &[spelling, value] : object)
        if (equalFolded(spelling, name))
            return &value;
    return nullptr;
}

} // namespace batuta::expr::detail
