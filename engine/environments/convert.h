// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/env_text.h"

#include <string>
#include <string_view>

namespace batuta::environments {

struct ConvertOptions
{
    EnvFormat to = EnvFormat::Yaml;
    bool isForCloudRun = false; ///< leaves out what Cloud Run keeps for itself
};

struct Converted
{
    std::string text;
    Errors leftOut; ///< keys that are not in `text`, each with its reason
};

/// The same keys, values, order and comments in another format. Every value of a YAML file is quoted, so that
/// `yes`, `012`, `1e3` and `12:30:45` stay text. Refused when `from` has problems, or holds what the other
/// format cannot say.
Result<Converted> convert(const EnvText &from, const ConvertOptions &options);

/// Why Cloud Run does not take a variable of this name, or "" when it does.
/// https://cloud.google.com/run/docs/configuring/services/environment-variables
std::string whyReserved(std::string_view key);

} // namespace batuta::environments
