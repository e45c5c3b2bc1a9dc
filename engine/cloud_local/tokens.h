// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/cloud_local/documents.h"

#include <optional>
#include <string>
#include <string_view>

namespace batuta::cloud_local {

/// Who a token stands for.
struct Identity
{
    std::string email;
    std::string audience; ///< of an id token, else ""
};

/// Tokens of this cloud alone, signed with a key beside its state: worth nothing anywhere else. Lives on the
/// loop's thread.
class Tokens
{
public:
    Tokens(const Clock &clock, Documents &documents);

    std::string access(const std::string &email, std::int64_t seconds = 3600) const;
    std::string identity(const std::string &email, const std::string &audience,
                         std::int64_t seconds = 3600) const;
    /// Nothing for a token of somebody else's, or one that has expired.
    std::optional<Identity> read(std::string_view token) const;
    bool isOurs(std::string_view token) const;

private:
    std::string sign(const json::Value &claims) const;

    const Clock &m_clock;
    std::string m_key;
};

/// The token of an `Authorization: Bearer …`, or "".
std::string_view bearer(std::string_view header);

} // namespace batuta::cloud_local
