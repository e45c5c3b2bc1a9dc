// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/environment.h"

#include "engine/base/text.h"
#include "engine/env/dotenv.h"
#include "engine/env/env_yaml.h"
#include "engine/json/redact.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace batuta::env {
namespace {

using Parser = Parsed (*)(std::string_view, const std::string &);

std::string fingerprintOf(const std::vector<Entry> &entries)
{
    std::string text;
    for (const Entry &entry : entries) {
        text += entry.key;
        text += '=';
        text += entry.value;
        text += '\0'; // no value holds one, so two environments never run together into the same text
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (std::size_t i = 0; i < 6; ++i) {
        hex += kDigits[digest[i] >> 4];
        hex += kDigits[digest[i] & 15];
    }
    return hex;
}

/// Path and query of a URL when they are long enough to be what is secret about it, or "".
std::string_view targetOf(std::string_view value)
{
    constexpr std::size_t kShortest = 12;
    const std::size_t scheme = value.find("://");
    const std::size_t slash = scheme == std::string_view::npos ? scheme : value.find('/', scheme + 3);
    return slash == std::string_view::npos || value.size() - slash < kShortest ? std::string_view()
                                                                               : value.substr(slash);
}

bool isValidName(std::string_view name)
{
    return name.size() <= 64 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
               std::string_view::npos;
}

/// The first of `paths` that is there, or "".
std::string firstExisting(const std::vector<std::filesystem::path> &paths)
{
    for (const std::filesystem::path &path : paths) {
        std::error_code failure;
        if (std::filesystem::exists(path, failure))
            return path.string();
    }
    return "";
}

/// The address of the history, maybe with its password: the engine's own, no flow's.
constexpr std::string_view kStore = "BATUTA_STORE";

class Loader
{
public:
    Loaded load(const LoadOptions &options)
    {
        readFiles(options);
        for (const char *const *variable = options.process; variable && *variable; ++variable)
            addProcess(*variable);
        for (const auto &[key, value] : options.overrides)
            addOverride(key, value);
        return {Environment(std::move(m_entries)), std::move(m_problems)};
    }

private:
    void readFiles(const LoadOptions &options)
    {
        if (!isValidName(options.name)) {
            m_problems.push_back({ErrorCode::UsageInvalid,
                                  options.name,
                                  "the name of an environment",
                                  {},
                                  "Use letters, digits, '.', '-' and '_', at most 64."});
            return;
        }
        if (options.workspace.empty())
            return;
        const bool isOwn = options.name.empty() || options.name == kOwnName;
        bool isThere = readPair(options.workspace, isOwn ? "" : "." + options.name);
        if (isOwn)
            isThere = readPair(options.workspace, "." + std::string(kOwnName)) || isThere;
        if (!isThere && !isOwn)
            m_problems.push_back(
                {ErrorCode::FileUnreadable,
                 options.name,
                 "there is no such environment",
                 {},
                 "Create .env." + options.name + " or env-vars." + options.name + ".yaml in the workspace."});
    }

    /// The files of one suffix; whether there is one.
    bool readPair(const std::filesystem::path &folder, const std::string &suffix)
    {
        const std::string yamlName = "env-vars" + suffix + ".yaml";
        const std::string yaml = firstExisting({folder / yamlName, folder / "deployments" / yamlName});
        const std::string dotenv = firstExisting({folder / (".env" + suffix)});
        readFile(yaml, parseEnvYaml);
        readFile(dotenv, parseDotenv);
        return !yaml.empty() || !dotenv.empty();
    }

    void readFile(const std::string &path, Parser parse)
    {
        if (path.empty())
            return;
        const Result<std::string> text = batuta::readFile(path, kEnvFileLimit);
        if (!text) {
            m_problems.push_back(text.error());
            return;
        }
        Parsed parsed = parse(*text, path);
        std::move(parsed.entries.begin(), parsed.entries.end(), std::back_inserter(m_entries));
        std::move(parsed.problems.begin(), parsed.problems.end(), std::back_inserter(m_problems));
    }

    void addProcess(std::string_view variable)
    {
        const std::size_t equals = variable.find('=');
        // Other programs' odd names (BASH_FUNC_x%%) are not ours to complain about.
        if (equals == std::string_view::npos || !isValidKey(variable.substr(0, equals)))
            return;
        if (variable.substr(0, equals) == kStore)
            return;
        m_entries.push_back({std::string(variable.substr(0, equals)),
                             std::string(variable.substr(equals + 1)),
                             Source::Process,
                             {"process", 0, 0}});
    }

    void addOverride(const std::string &key, const std::string &value)
    {
        const Place place{"--set", 0, 0};
        if (isValidKey(key))
            m_entries.push_back({key, value, Source::Override, place});
        else
            m_problems.push_back({ErrorCode::EnvBadKey, key, "", place, ""});
    }

    std::vector<Entry> m_entries;
    Errors m_problems;
};

} // namespace

Environment::Environment(std::vector<Entry> entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.key != b.key ? a.key < b.key : a.source < b.source;
    });
    json::Object object;
    object.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i + 1 < entries.size() && entries[i + 1].key == entries[i].key)
            continue;
        object.append(entries[i].key, entries[i].value);
        m_entries.push_back(std::move(entries[i]));
    }
    m_object = std::move(object);
    m_fingerprint = fingerprintOf(m_entries);
    for (const Entry &entry : m_entries)
        if (json::isSecretName(entry.key))
            addSecret(entry.value);
}

void Environment::markSecret(std::string_view key)
{
    for (const Entry &entry : m_entries)
        if (equalIgnoringCase(entry.key, key))
            addSecret(entry.value);
}

void Environment::addSecret(const std::string &value)
{
    const auto add = [this](std::string_view secret) {
        if (!secret.empty() &&
            std::find(m_secretValues.begin(), m_secretValues.end(), secret) == m_secretValues.end())
            m_secretValues.emplace_back(secret);
    };
    add(value);
    add(targetOf(value));
}

const Entry *Environment::find(std::string_view key) const
{
    const auto at =
        std::lower_bound(m_entries.begin(), m_entries.end(), key,
                         [](const Entry &entry, std::string_view name) { return entry.key < name; });
    return at != m_entries.end() && at->key == key ? &*at : nullptr;
}

Loaded load(const LoadOptions &options)
{
    return Loader().load(options);
}

std::string_view sourceName(Source source)
{
    switch (source) {
    case Source::YamlFile:
        return "env-vars.yaml";
    case Source::DotenvFile:
        return ".env";
    case Source::Process:
        return "process";
    case Source::Override:
        return "--set";
    }
    return "";
}

bool isValidKey(std::string_view key)
{
    if (key.empty() || key.size() > 256 || (key[0] >= '0' && key[0] <= '9'))
        return false;
    return std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace batuta::env
