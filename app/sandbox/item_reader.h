// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace batuta::sandbox {

/// Reads the members of the items of one shipped file and keeps the first problem, so that a reader can go
/// straight through a file and look at status() once at its end.
class ItemReader
{
public:
    using Index = std::unordered_map<std::string, std::size_t>;

    explicit ItemReader(std::string_view file)
        : m_file(file)
    {
    }

    /// The items of `{"<key>": [...]}`; none when the text is not that.
    json::Array items(std::string_view text, std::string_view key);
    std::string text(const json::Value &item, std::string_view key);
    int number(const json::Value &item, std::string_view key, int low, int high);
    /// The index behind the id in `item[key]`; 0 and a problem when it leads nowhere.
    std::size_t reference(const Index &index, const json::Value &item, std::string_view key);
    void addId(Index &index, const std::string &id, std::size_t at);
    void fail(std::string_view subject, const std::string &detail);
    Status status() const;

private:
    std::string m_file;
    bool m_failed = false;
    Error m_error;
};

} // namespace batuta::sandbox
