// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <array>
#include <string>
#include <string_view>

namespace batuta::env {

/// Encrypts what must be kept and must not be read in a store: AES-256-GCM (NIST SP 800-38D) with a random
/// nonce for each text, and a key that lives in a file of its own, for its user only. Immutable; safe on any
/// thread.
class Seal
{
public:
    /// The key of the file; a new one when there is no file. "" gives a key that lives as long as the Seal.
    static Result<Seal> open(const std::string &keyFile);

    /// The key that scrypt (RFC 7914; N = 2^15, r = 8, p = 1) makes of a passphrase and a newSalt(): about 80
    /// ms.
    static Result<Seal> fromPassphrase(std::string_view passphrase, std::string_view salt);
    /// 16 random bytes in base64.
    static Result<std::string> newSalt();

    /// Base64 of nonce, ciphertext and tag.
    std::string seal(std::string_view text) const;
    /// SealUnreadable when it was changed, or sealed with another key.
    Result<std::string> unseal(std::string_view sealed) const;

private:
    static constexpr std::size_t kKeyBytes = 32;
    std::array<unsigned char, kKeyBytes> m_key{};
};

} // namespace batuta::env
