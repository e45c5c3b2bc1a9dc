// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"
#include "engine/client/codec.h"
#include "engine/json/value.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace batuta::client {

// What the codecs of this room have in common.

inline json::Value textOrNull(const std::string &text)
{
    return text.empty() ? json::Value() : json::Value(text);
}

template <class T, class Write> json::Array listOf(const std::vector<T> &items, Write write)
{
    json::Array list;
    list.reserve(items.size());
    for (const T &item : items)
        list.push_back(write(item));
    return list;
}

inline Error wrongShape(std::string subject, std::string detail)
{
    return {ErrorCode::JsonSyntax, std::move(subject), std::move(detail), {}, {}};
}

inline json::Value problemJson(const std::optional<Error> &problem)
{
    return problem ? json::Value(json::Object{{"error", toJson(*problem)}}) : json::Value();
}

inline std::optional<Error> problemFrom(const json::Value &value)
{
    return value.isNull() ? std::nullopt : std::optional(errorFromJson(value));
}

} // namespace batuta::client
