// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/keep.h"

#include <charconv>
#include <limits>

namespace batuta::app {
namespace {

Error wrongKeep(std::string name, std::string detail, std::string mend)
{
    return {ErrorCode::UsageInvalid, std::move(name), std::move(detail), {}, std::move(mend)};
}

} // namespace

Result<store::Retention> readKeep(const KeepWords &words, const std::string &prefix)
{
    store::Retention limits;
    if (!words.age.empty()) {
        const Result<Duration> age = parseDuration(words.age);
        if (!age || *age <= Duration::zero())
            return wrongKeep(prefix + "age", words.age, "Write how long, like 30d or 12h.");
        limits.age = *age;
    }
    if (!words.count.empty()) {
        const char *end = words.count.data() + words.count.size();
        const auto [stop, code] = std::from_chars(words.count.data(), end, limits.count);
        if (code != std::errc() || stop != end || limits.count <= 0)
            return wrongKeep(prefix + "count", words.count, "Write a whole number above 0.");
    }
    if (!words.size.empty()) {
        const Result<std::uint64_t> size = parseSize(words.size);
        if (!size || *size == 0 || *size > std::numeric_limits<std::int64_t>::max())
            return wrongKeep(prefix + "size", words.size, "Write a size, like 500MiB or 2GiB.");
        limits.bytes = static_cast<std::int64_t>(*size);
    }
    return limits;
}

Result<store::Durability> readJournal(const std::string &word)
{
    if (word == "full")
        return store::Durability::Full;
    if (word == "normal")
        return store::Durability::Normal;
    if (word == "memory")
        return store::Durability::Memory;
    return wrongKeep("journal", word, "Write full, normal or memory.");
}

} // namespace batuta::app
