// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::json {

inline constexpr std::string_view kMask = "***";

/// Whether a member or header of this name holds a secret whatever its value: authorization, cookie, token,
/// password, secret, api key and their compounds (`match_candidato_token`, `X-Api-Key`), in any case.
bool isSecretName(std::string_view name);

/// Replaces known secret values inside any text, and the values of members with secret names, by `***`.
/// Immutable after construction; safe on any thread.
class Redactor
{
public:
    Redactor() = default;
    /// Values of fewer than 4 bytes are not searched for: they would mask half of every text.
    explicit Redactor(std::vector<std::string> secrets);

    bool isEmpty() const { return m_secrets.empty(); }
    std::string text(std::string_view text) const;
    Value value(const Value &value) const;

private:
    std::optional<Value> maskedOf(const Value &value) const;

    std::vector<std::string> m_secrets;
};

} // namespace batuta::json
