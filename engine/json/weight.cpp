// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/weight.h"

namespace batuta::json {
namespace {

constexpr std::uint64_t kScalar = 4;
constexpr std::uint64_t kMarks = 2; ///< quotes or brackets

} // namespace

std::uint64_t weight(const Value &value)
{
    if (const std::string *text = value.unparsedText())
        return text->size();
    std::uint64_t bytes = kMarks;
    switch (value.type()) {
    case ValueType::String:
        return bytes + value.asString().size();
    case ValueType::Array:
        for (const Value &item : value.asArray())
            bytes += 1 + weight(item);
        return bytes;
    case ValueType::Object:
        for (const auto &[name, member] : value.asObject())
            bytes += kMarks + kMarks + name.size() + weight(member);
        return bytes;
    default:
        return kScalar;
    }
}

} // namespace batuta::json
