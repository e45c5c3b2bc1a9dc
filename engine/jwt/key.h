// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/jwt/algorithm.h"

#include <memory>
#include <string>
#include <string_view>

namespace batuta::jwt {

/// A key with the one algorithm that it is for: what a token's header says never changes how the key is used.
/// Copies share it; it is never changed and may be used on any thread. No byte of it is in an error.
class Key
{
public:
    /// `material` is the secret itself for HS256, HS384 and HS512, and a public key in PEM (`BEGIN PUBLIC
    /// KEY`) for the others. `id` is what tokens call the key (`kid`), or "". FlowBadValue when the material
    /// is none, is of another kind than the algorithm's, or is weak: a secret shorter than the digest (RFC
    /// 7518 §3.2), RSA below 2048 bits, another curve than the algorithm's.
    static Result<Key> make(std::string id, Algorithm algorithm, std::string_view material);

    const std::string &id() const;
    Algorithm algorithm() const;
    /// Whether `signature`, as a JWS has it, is this key's for `text`. Takes the same time wherever a wrong
    /// HMAC differs.
    bool verifies(std::string_view text, std::string_view signature) const;

private:
    struct Material;
    explicit Key(std::shared_ptr<const Material> material);
    std::shared_ptr<const Material> m_material;
};

} // namespace batuta::jwt
