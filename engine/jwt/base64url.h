// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace batuta::jwt {

/// The bytes of base64url as RFC 7515 §2 wants it: no padding, no blanks, no line ends, and no bits left over
/// that are not zero, so that bytes have exactly one spelling. Nothing for any other text.
std::optional<std::string> decodeBase64Url(std::string_view text);

} // namespace batuta::jwt
