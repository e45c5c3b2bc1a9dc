// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/secret_names.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::flow {
namespace {

constexpr std::string_view kRoot = "secrets";

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string_view skipBlanks(std::string_view text)
{
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

/// The name at the beginning of what follows `secrets`, or "". Quotes may be doubled or escaped by YAML.
std::string_view nameIn(std::string_view rest)
{
    rest = skipBlanks(rest);
    const bool isIndex = rest.starts_with('[');
    if (!isIndex && !rest.starts_with('.'))
        return {};
    rest = skipBlanks(rest.substr(1));
    while (isIndex && (rest.starts_with('\'') || rest.starts_with('"') || rest.starts_with('\\')))
        rest.remove_prefix(1);
    const auto end = std::find_if_not(rest.begin(), rest.end(), isNamePart);
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

} // namespace

std::vector<std::string> secretNames(std::string_view source)
{
    const std::string folded = lowered(source);
    std::vector<std::string> names;
    for (std::size_t at = folded.find(kRoot); at != std::string::npos; at = folded.find(kRoot, at + 1))
        if (at == 0 || !isNamePart(folded[at - 1]))
            if (const std::string_view name = nameIn(source.substr(at + kRoot.size())); !name.empty())
                names.emplace_back(name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace batuta::flow
