// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Cloud Logging: what the fleet's book holds, and what clients write into it.
#include "engine/base/text.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/log_entry.h"
#include "engine/cloud_local/log_filter.h"
#include "engine/cloud_local/names.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace batuta::cloud_local {
namespace {

using json::Object;
using json::Value;

constexpr std::uint64_t kMostLooked = 200'000; ///< entries of one call; then it gives a token to go on
constexpr std::int64_t kMostListed = 1'000;
constexpr auto kLateness = std::chrono::hours(1); ///< a program's own time may stand so far behind

/// What one entries:list wants.
struct Wish
{
    LogFilter filter{};
    std::set<std::string, std::less<>> projects{};
    std::size_t size = 50;
    bool isBackward = false;
    std::uint64_t from = 0; ///< number to go on at; 0 from the beginning, or the end
};

Outcome<Wish> wishOf(const Call &call)
{
    Wish wish;
    auto filter = LogFilter::parse(call.body["filter"].asString());
    if (!filter)
        return Refused(filter.error());
    wish.filter = std::move(*filter);
    for (const Value &name : call.body["resourceNames"].asArray()) {
        const auto parts = split(name.asString(), '/');
        if (parts.size() < 2 || parts[0] != "projects")
            return invalid("resourceNames must be of the form projects/PROJECT: '" + name.asString() + "'.");
        wish.projects.emplace(parts[1]);
        if (const Value *known = call.cloud.documents->find("project-number", parts[1]))
            wish.projects.insert((*known)["id"].asString());
    }
    for (const Value &id : call.body["projectIds"].asArray())
        wish.projects.insert(id.asString());
    if (wish.projects.empty())
        return invalid(Violations{{"resourceNames", "At least one resource name is required."}});
    const std::string &order = call.body["orderBy"].asString();
    wish.isBackward = order == "timestamp desc";
    if (!order.empty() && !wish.isBackward && order != "timestamp asc" && order != "timestamp")
        return invalid(Violations{{"orderBy", "must be \"timestamp asc\" or \"timestamp desc\"."}});
    const std::int64_t size = call.body["pageSize"].asInteger();
    if (size < 0)
        return invalid(Violations{{"pageSize", "must not be negative."}});
    wish.size = static_cast<std::size_t>(size == 0 ? 50 : std::min(size, kMostListed));
    if (const std::string &token = call.body["pageToken"].asString(); !token.empty()) {
        const std::string text = fromBase64(token).value_or(std::string());
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), wish.from);
        if (error != std::errc() || wish.from == 0)
            return invalid("page_token doesn't match arguments from the request");
    }
    return wish;
}

/// Entries of one page in the book's order, and where to go on (0 at the end).
class Gathering
{
public:
    explicit Gathering(const Wish &wish)
        : m_wish(wish)
        , m_from(wish.filter.from())
        , m_to(wish.filter.to())
    {
    }

    bool look(const fleet::Entry &entry)
    {
        if (entries.size() >= m_wish.size || ++m_looked > kMostLooked) {
            next = m_wish.isBackward ? entry.number + 1 : entry.number;
            return false;
        }
        if (m_wish.isBackward && m_from && entry.received < *m_from - kLateness)
            return false;
        const bool isOutside = (m_from && entry.time < *m_from) || (m_to && entry.time > *m_to) ||
                               !m_wish.projects.contains(entry.key.service.project);
        if (isOutside)
            return true;
        Value shown = logEntry(entry);
        if (m_wish.filter.matches(shown))
            entries.push_back(std::move(shown));
        return true;
    }

    json::Array entries;
    std::uint64_t next = 0;

private:
    const Wish &m_wish;
    std::optional<WallTime> m_from;
    std::optional<WallTime> m_to;
    std::uint64_t m_looked = 0;
};

Answer listEntries(Call &call)
{
    const auto wish = wishOf(call);
    if (!wish)
        return answerOf(wish.error());
    fleet::Book &book = call.cloud.fleet.book();
    Gathering found(*wish);
    const auto look = [&found](const fleet::Entry &entry) { return found.look(entry); };
    if (wish->isBackward)
        book.backward(wish->from == 0 ? book.nextNumber() : wish->from, look);
    else
        book.forward(wish->from == 0 ? book.firstNumber() : wish->from, look);
    std::stable_sort(found.entries.begin(), found.entries.end(), [&](const Value &a, const Value &b) {
        const std::string &one = a["timestamp"].asString();
        const std::string &two = b["timestamp"].asString();
        return wish->isBackward ? one > two : one < two;
    });
    Object body;
    if (!found.entries.empty())
        body.set("entries", std::move(found.entries));
    if (found.next != 0)
        body.set("nextPageToken", base64(std::to_string(found.next), true));
    return ok(std::move(body));
}

Answer writeEntries(Call &call)
{
    std::vector<fleet::Entry> entries;
    for (const Value &given : call.body["entries"].asArray()) {
        auto entry = writtenEntry(given, call.body, call.cloud.clock.wall());
        if (!entry && !call.body["partialSuccess"].asBoolean())
            return answerOf(entry.error());
        if (entry)
            entries.push_back(std::move(*entry));
    }
    if (call.body["entries"].asArray().empty())
        return answerOf(invalid(Violations{{"entries", "At least one entry is required."}}).value());
    if (!call.body["dryRun"].asBoolean())
        for (fleet::Entry &entry : entries)
            call.cloud.fleet.book().append(std::move(entry));
    return ok(Object{});
}

Answer listLogs(Call &call)
{
    std::set<std::string> names;
    const std::string project = call.project();
    fleet::Book &book = call.cloud.fleet.book();
    std::uint64_t looked = 0;
    book.backward(book.nextNumber(), [&](const fleet::Entry &entry) {
        if (entry.key.service.project == project)
            names.insert(logEntry(entry)["logName"].asString());
        return ++looked < kMostLooked;
    });
    return ok(Object{{"logNames", json::Array(names.begin(), names.end())}});
}

} // namespace

void addLogging(Routes &routes)
{
    const Routes own{
        {Api::Logging, "POST", "/v2/entries:list", listEntries},
        {Api::Logging, "POST", "/v2/entries:write", writeEntries},
        {Api::Logging, "GET", "/v2/projects/{p}/logs", listLogs},
    };
    routes.insert(routes.end(), own.begin(), own.end());
}

} // namespace batuta::cloud_local
