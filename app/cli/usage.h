// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"

#include <string>
#include <utility>

namespace batuta::cli {

/// A command line that cannot be meant.
inline Error usage(std::string subject, std::string detail, std::string mend)
{
    return {ErrorCode::UsageInvalid, std::move(subject), std::move(detail), {}, std::move(mend)};
}

} // namespace batuta::cli
