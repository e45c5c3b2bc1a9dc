// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/units.h"
#include "engine/env/seal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::environments {

/// One key that a change set, changed or took away.
struct KeyChange
{
    std::string key;
    std::optional<std::string> before; ///< nothing: it was not there
    std::optional<std::string> after;  ///< nothing: it was taken away
};

/// Stands before `keyring` or `file` where a change has no env file: in the store of secrets. `before` and
/// `after` are empty then, or nothing: values of that store are nowhere else.
inline constexpr std::string_view kStorePrefix = "secrets:";

/// What was applied to one environment at once.
struct EnvChange
{
    WallTime at{};
    std::string who;
    std::string environment;
    std::string why;
    std::string file; ///< relative to the workspace; "" when a secret was only looked at
    std::vector<KeyChange> keys;
};

/// The changes that Batuta made to env files: `<workspace>/.batuta/environments/history.jsonl`, one line
/// each, appended and synced before add() returns. Values are sealed with the workspace's key, all of them:
/// what is no secret today may be one tomorrow. Without the key the keys, times and names can still be read.
class EnvHistory
{
public:
    /// The key is `.batuta/environments/history.key`, made when there is none.
    static Result<EnvHistory> open(const std::string &workspace);

    Status add(const EnvChange &change) const;
    /// The newest first, at most `limit`. Lines that cannot be read are passed over: one may be torn.
    Result<std::vector<EnvChange>> newest(std::size_t limit) const;

private:
    EnvHistory(std::string file, env::Seal seal);

    std::string m_file;
    env::Seal m_seal;
};

} // namespace batuta::environments
