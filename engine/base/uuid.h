// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace batuta {

/// A random UUID (version 4, RFC 9562), lower case. Safe on any thread.
std::string newUuid();
/// `count` random bytes as lower-case hexadecimal digits.
std::string randomHex(int count);
/// The 16 bytes of a UUID in either case; nothing when it is none.
std::optional<std::array<char, 16>> uuidBytes(std::string_view text);
inline bool isUuid(std::string_view text)
{
    return uuidBytes(text).has_value();
}

} // namespace batuta
