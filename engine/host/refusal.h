// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/error.h"

#include <string>
#include <utility>

namespace batuta::host {

/// An act that cannot be done now.
inline Error refused(std::string subject, std::string detail, std::string mend = {})
{
    return {ErrorCode::ActRefused, std::move(subject), std::move(detail), {}, std::move(mend)};
}

} // namespace batuta::host
