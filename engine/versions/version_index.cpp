// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/version_index.h"

#include "engine/base/text.h"
#include "engine/json/json.h"

#include <filesystem>

namespace batuta::versions {
namespace {

constexpr std::uint64_t kMostBytes = 64ULL << 20;

Error corrupt(const std::string &detail)
{
    return {ErrorCode::StoreCorrupt, {}, detail, {}, {}};
}

} // namespace

std::string writeEntry(const VersionEntry &entry)
{
    return json::write(json::Object{{"number", entry.number},
                                    {"version", entry.version},
                                    {"author", entry.author},
                                    {"note", entry.note},
                                    {"at", isoTime(entry.at)},
                                    {"size", static_cast<std::int64_t>(entry.size)}});
}

Result<VersionEntry> readEntry(const std::string &line)
{
    const Result<json::Value> value = json::parse(line);
    if (!value)
        return value.error();
    VersionEntry entry;
    entry.number = static_cast<int>((*value)["number"].asInteger());
    entry.version = (*value)["version"].asString();
    entry.author = (*value)["author"].asString();
    entry.note = (*value)["note"].asString();
    entry.size = static_cast<std::uint64_t>((*value)["size"].asInteger());
    if (entry.number < 1 || entry.version.size() != 12 || !parseIsoTime((*value)["at"].asString(), entry.at))
        return corrupt("a version has no number, no hash or no time");
    return entry;
}

Result<IndexReading> readIndex(const std::string &path)
{
    IndexReading reading;
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return reading;
    const Result<std::string> text = readFile(path, kMostBytes);
    if (!text)
        return text.error();
    int number = 0;
    for (const std::string_view line : split(*text, '\n')) {
        ++number;
        if (trimmed(line).empty())
            continue;
        Result<VersionEntry> entry = readEntry(std::string(line));
        const bool isNext =
            entry && (reading.entries.empty() || entry->number > reading.entries.back().number);
        if (isNext) {
            reading.entries.push_back(std::move(*entry));
            continue;
        }
        Error problem = entry ? corrupt("its number was used before") : corrupt(entry.error().detail);
        problem.subject = path;
        problem.place = {path, number, 0};
        problem.mend = "The line is left out; texts of versions stay beside it.";
        reading.problems.push_back(std::move(problem));
    }
    return reading;
}

} // namespace batuta::versions
