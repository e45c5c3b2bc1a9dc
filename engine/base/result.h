// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"

#include <tl/expected.hpp>

namespace batuta {

/// A value or the Error that stands in its way. The compiler warns when nobody looks at it.
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(Error error)
        : tl::expected<T, Error>(tl::make_unexpected(std::move(error)))
    {
    }
};

template <> class [[nodiscard]] Result<void> : public tl::expected<void, Error>
{
public:
    using tl::expected<void, Error>::expected;
    Result(Error error)
        : tl::expected<void, Error>(tl::make_unexpected(std::move(error)))
    {
    }
};

using Status = Result<void>;

} // namespace batuta
