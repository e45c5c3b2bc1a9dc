// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::cloud_local {

/// Every object of the local cloud (services, revisions, operations, policies …) as JSON under a kind and a
/// key, in memory, and in one SQLite file that holds what the last commit() saw, also after kill -9. Lives on
/// the loop's thread. A commit blocks for one write without a sync: after a power cut the newest may be gone,
/// never half there.
class Documents
{
public:
    /// "" keeps no file. StoreOpen, StoreCorrupt.
    static Result<std::unique_ptr<Documents>> open(const std::string &path);
    ~Documents();
    Documents(const Documents &) = delete;
    Documents &operator=(const Documents &) = delete;

    /// Null when it is not there; lives until the key is changed.
    const json::Value *find(std::string_view kind, std::string_view key) const;
    void put(std::string_view kind, std::string_view key, json::Value value);
    bool erase(std::string_view kind, std::string_view key);
    /// Those whose key begins with `prefix`, by key.
    using Listed = std::vector<std::pair<std::string_view, const json::Value *>>;
    Listed list(std::string_view kind, std::string_view prefix = {}) const;
    std::size_t count(std::string_view kind, std::string_view prefix = {}) const;
    /// Writes what changed, all or nothing; what could not be written is tried again by the next one.
    Status commit();

private:
    using Id = std::pair<std::string, std::string>;
    struct File;

    Documents();
    Status writeOne(const Id &id);

    std::map<Id, json::Value> m_values;
    std::set<Id> m_changed;
    std::unique_ptr<File> m_file;
};

} // namespace batuta::cloud_local
