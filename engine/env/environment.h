// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batuta::env {

/// Where a value came from, weakest first: each one wins over those before it.
enum class Source {
    YamlFile,   ///< env-vars.yaml, the file that Cloud Run takes too
    DotenvFile, ///< .env
    Process,    ///< a variable of the process
    Override,   ///< --set KEY=value
};

/// One variable. `place` names the file and line, or only `process` or `--set` for what has no file.
struct Entry
{
    std::string key;
    std::string value;
    Source source = Source::Process;
    Place place;
};

/// The merged environment that flows see as `env`. Immutable: copies share everything and may cross threads.
class Environment
{
public:
    Environment() = default;
    /// `entries` in any order; of several with one key the strongest source wins, and in it the last.
    explicit Environment(std::vector<Entry> entries);

    const Entry *find(std::string_view key) const;
    /// Sorted by key.
    const std::vector<Entry> &entries() const { return m_entries; }
    /// key → text, built once and shared.
    json::Value asObject() const { return m_object; }
    /// The first 12 hexadecimal digits of SHA-256 over the sorted pairs: equal environments have equal ones.
    const std::string &fingerprint() const { return m_fingerprint; }
    /// The values of keys with secret names (json::isSecretName) and of those that were marked: what a
    /// Redactor should search for. Of a URL its path and query as well, which are what is secret about it.
    const std::vector<std::string> &secretValues() const { return m_secretValues; }
    /// The key's value is a secret whatever its name says; names that are no key do nothing. Ignores case.
    void markSecret(std::string_view key);

private:
    void addSecret(const std::string &value);

    std::vector<Entry> m_entries;
    json::Value m_object;
    std::string m_fingerprint;
    std::vector<std::string> m_secretValues;
};

/// The environment of the files without a suffix.
inline constexpr std::string_view kOwnName = "dev";

struct LoadOptions
{
    std::string workspace{}; ///< folder of the files; "" reads none
    /// "" and "dev" take .env and env-vars.yaml (or deployments/env-vars.yaml), and over them what is there
    /// of .env.dev and env-vars.dev.yaml; "staging" takes .env.staging and env-vars.staging.yaml in the same
    /// folders.
    std::string name{};
    std::vector<std::pair<std::string, std::string>> overrides{};
    const char *const *process = nullptr; ///< environ; nullptr for none
};

/// What could be read, and everything that was wrong with the rest.
struct Loaded
{
    Environment environment;
    Errors problems;
};

/// A missing default file is fine; a named environment of which neither file exists is a problem.
Loaded load(const LoadOptions &options);

/// `env-vars.yaml`, `.env`, `process`, `--set`: the word for a source in answers and logs.
std::string_view sourceName(Source source);
/// [A-Za-z_][A-Za-z0-9_]*, at most 256 bytes.
bool isValidKey(std::string_view key);

} // namespace batuta::env
