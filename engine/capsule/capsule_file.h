// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::capsule {

class SigningKey;

/// Texts with names, in order.
using Parts = std::vector<std::pair<std::string, std::string>>;

struct SignedParts
{
    Parts parts;
    std::string madeBy;
    std::string madeAt; ///< as isoTime writes it
    std::string publicKey{};
    std::string fingerprint{};
};

/// The envelope of a capsule (capsule.h), which does not know what its parts mean.
Result<std::string> sealParts(const SignedParts &signedParts, const SigningKey &key);
/// Everything is checked: the format, the signature, that each part is the one that the manifest names.
Result<SignedParts> openParts(std::string_view bytes, const std::string &file);

} // namespace batuta::capsule
