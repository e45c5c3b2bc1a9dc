// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace batuta::capsule {

/// What verify() found.
enum class Verdict { Good, NotAKey, NotASignature };

/// The key that a workspace signs with: Ed25519 (RFC 8032), by OpenSSL. Its file holds the 32 secret bytes,
/// for its user only. Immutable; safe on any thread.
class SigningKey
{
public:
    /// The key of the file; a new one when there is no file. SealUnreadable when the file holds anything
    /// else.
    static Result<SigningKey> open(const std::string &keyFile);

    /// 64 bytes in hexadecimal digits.
    Result<std::string> sign(std::string_view text) const;
    /// 32 bytes in hexadecimal digits.
    const std::string &publicKey() const { return m_publicKey; }

private:
    std::shared_ptr<evp_pkey_st> m_key;
    std::string m_publicKey;
};

/// Whether `signature` is what the owner of `publicKey` made of `text`; both as SigningKey spells them.
Verdict verify(std::string_view text, const std::string &signature, const std::string &publicKey);
/// SHA-256 in 64 hexadecimal digits.
std::string sha256(std::string_view bytes);
/// What two people compare to know that they mean the same key: SHA-256 over its 32 bytes; "" when the text
/// is no key.
std::string fingerprintOf(const std::string &publicKey);

} // namespace batuta::capsule
