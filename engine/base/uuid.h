// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace batuta {

/// A random UUID (version 4, RFC 9562), lower case. Safe on any thread.
std::string newUuid();
/// `count` random bytes as lower-case hexadecimal digits.
std::string randomHex(int count);
bool isUuid(std::string_view text);

} // namespace batuta
