// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/store/history.h"

#include <string>

namespace batuta::app {

/// How much the history may keep, as a person wrote it; "" is no limit.
struct KeepWords
{
    std::string age;   ///< 30d
    std::string count; ///< 100000
    std::string size;  ///< 2GiB
};

/// UsageInvalid names the word by `prefix` and its own name.
Result<store::Retention> readKeep(const KeepWords &words, const std::string &prefix);
/// full, normal or memory.
Result<store::Durability> readJournal(const std::string &word);

} // namespace batuta::app
