// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::cloud {

/// What stays out of an upload: the rules of .gcloudignore, which are those of .gitignore. Immutable; any
/// thread.
class IgnoreRules
{
public:
    /// Lines of the file; lines that are no rule are passed over.
    static IgnoreRules parse(std::string_view text);
    /// `path` is relative, with `/`. The last rule that fits counts.
    bool ignores(std::string_view path, bool isDirectory) const;

private:
    struct Rule
    {
        std::string pattern;
        bool isKept = false;     ///< it began with `!`
        bool isAnchored = false; ///< it counts from the folder on, not at any depth
        bool isForDirectories = false;
    };
    std::vector<Rule> m_rules;
};

/// A folder as a tar file packed with gzip.
struct SourcePack
{
    std::string bytes;
    std::uint64_t files = 0;
    std::uint64_t unpacked = 0; ///< bytes of the files
};

/// Packs what .gcloudignore leaves, or .gitignore when there is none; .git and the ignore file itself stay
/// out, as gcloud leaves them. Links are kept as links. FlowBadValue without a Dockerfile, FileTooLarge
/// beyond 256 MiB. Blocks; any thread.
Result<SourcePack> packSource(const std::string &directory);

} // namespace batuta::cloud
