// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/matrix.h"

#include <set>
#include <string>
#include <string_view>

namespace batuta::views {

/// By the name of the key, or because a password stands in the value: `postgresql://user:password@host`.
bool isSecretValue(std::string_view key, std::string_view value);
/// The same, or because flows use the key as a secret.
bool isSecretValue(const environments::Row &row, std::string_view value);
/// Dots and four characters of the fingerprint: two secrets can be told apart, and nobody can read them.
std::string maskOf(std::string_view value);
/// The value, or its mask when it is a secret.
std::string shownValue(std::string_view key, const std::string &value);
std::string shownValue(const environments::Row &row, const std::string &value);

using SecretKeys = std::set<std::string, std::less<>>;
/// Keys whose values are secrets whatever their names say.
SecretKeys secretKeysOf(const environments::Matrix &matrix);

/// The text of an env file for eyes: secrets are masks, and so is every line that cannot be read, for nobody
/// knows what is in it. "" when the whole text cannot be read.
std::string maskedText(const std::string &text, environments::EnvFormat format, const SecretKeys &secret);

} // namespace batuta::views
