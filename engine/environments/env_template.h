// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/env_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace batuta::environments {

/// What a template says of one key.
struct TemplateKey
{
    std::string key;
    std::string value;       ///< its default, or what has to be replaced
    std::string group;       ///< the heading above it, "" before the first
    std::string description; ///< the comment above it, or behind it
    bool isRequired = false;
};

/// A template: `.env.example` or `env-vars-template.yaml`. It is read and never written.
///
/// A key is required when its value is a placeholder or its comment says "required" ("obrigatório"); it is
/// optional when its value is empty or a usable default, when its comment says "optional" ("opcional"), and
/// when the whole line is a comment (`# KEY=value`). A comment between dashes is the heading of a group,
/// which goes on to the next one. So is one word, or up to four above several keys, to the next comment. Any
/// other comment describes the keys below it, to the next blank line.
struct EnvTemplate
{
    std::string file;
    std::vector<TemplateKey> keys; ///< in the order of the file

    const TemplateKey *find(std::string_view key) const;
};

EnvTemplate readTemplate(const EnvText &text);

/// Whether a value is one that somebody was to replace: `<your url>`, `https://REGION-PROJECT…`, `changeme`.
bool isPlaceholder(std::string_view value);

} // namespace batuta::environments
