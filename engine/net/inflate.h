// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace batuta::net {

/// The bytes of a gzip or zlib stream; NetTooLarge above `limit` bytes, NetProtocol when the stream is
/// damaged.
Result<std::string> inflated(std::string_view packed, std::uint64_t limit);

} // namespace batuta::net
