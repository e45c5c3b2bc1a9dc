// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace batuta {

/// A name that cannot be mistaken for another kind of name. Tag is never instantiated.
template <class Tag> struct StrongId
{
    std::string value;

    StrongId() = default;
    explicit StrongId(std::string text)
        : value(std::move(text))
    {
    }

    bool isEmpty() const { return value.empty(); }
    auto operator<=>(const StrongId &) const = default;
};

using FlowName = StrongId<struct FlowTag>;         ///< `update_profile`
using StepId = StrongId<struct StepTag>;           ///< `create_embeddings`, unique in its flow
using ExecutionId = StrongId<struct ExecutionTag>; ///< a UUID, in lower case

} // namespace batuta

template <class Tag> struct std::hash<batuta::StrongId<Tag>>
{
    std::size_t operator()(const batuta::StrongId<Tag> &id) const noexcept
    {
        return std::hash<std::string>()(id.value);
    }
};
