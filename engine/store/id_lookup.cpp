// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/figure_source.h"

#include <algorithm>
#include <array>

namespace batuta::store {
namespace {

constexpr std::size_t kLeastPrefix = 4, kIdDigits = 32;
constexpr std::size_t kMaxLookup = 300;
constexpr int kMostShared = 1'000; // executions counted that have an id in common

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The first and the last id that begin so; nothing when it is not the beginning of one.
std::optional<std::pair<IdBytes, IdBytes>> idsBeginning(std::string_view text)
{
    IdBytes first{}, last{};
    last.fill(static_cast<char>(0xff));
    std::size_t digits = 0;
    for (const char c : text) {
        const int digit = digitOf(c);
        if (c == '-' && (digits == 8 || digits == 12 || digits == 16 || digits == 20))
            continue;
        if (digit < 0 || digits == kIdDigits)
            return std::nullopt;
        const auto put = [&](IdBytes &bytes) {
            auto byte = static_cast<unsigned char>(bytes[digits / 2]);
            byte = digits % 2 == 0 ? static_cast<unsigned char>((byte & 0x0f) | (digit << 4))
                                   : static_cast<unsigned char>((byte & 0xf0) | digit);
            bytes[digits / 2] = static_cast<char>(byte);
        };
        put(first);
        put(last);
        ++digits;
    }
    if (digits < kLeastPrefix)
        return std::nullopt;
    return std::pair(first, last);
}

Status addIds(FigureSource &source, std::string_view text, int most, std::vector<FindHit> &hits)
{
    const auto range = idsBeginning(text);
    if (!range || most < 1)
        return {};
    Result<std::vector<ExecutionRecord>> records = source.idsBetween(range->first, range->second, most);
    if (!records)
        return records.error();
    for (ExecutionRecord &record : *records) {
        std::string id = record.id;
        hits.push_back({"execution_id", std::move(id), 1, false, std::move(record)});
    }
    return {};
}

/// Executions that have an id in common.
Status addShared(FigureSource &source, const char *field, ExecutionQuery query, const std::string &text,
                 std::vector<FindHit> &hits)
{
    query.limit = 1;
    Result<ExecutionPage> newest = source.page(query);
    if (!newest || newest->items.empty())
        return newest ? Status() : Status(newest.error());
    query.limit = kMostShared;
    query.markEvery = kMostShared;
    const Result<ExecutionPage> counted = source.page(query);
    if (!counted)
        return counted.error();
    hits.push_back({field, text, counted->total, !counted->next.empty(), std::move(newest->items.front())});
    return {};
}

/// Few revisions exist: those that are known are looked through before the executions.
Status addRevision(FigureSource &source, const std::string &text, std::vector<FindHit> &hits)
{
    bool isKnown = false;
    const Status read =
        source.cohorts([&](std::int64_t, const Cohort &cohort) { isKnown |= cohort.revision == text; });
    if (!read || !isKnown)
        return read;
    ExecutionQuery query;
    query.revision = text;
    return addShared(source, "revision", std::move(query), text, hits);
}

} // namespace

Result<Found> lookUpId(FigureSource &source, const FindQuery &query)
{
    const std::string text(trimmed(query.text));
    if (text.size() > kMaxLookup)
        return Error{ErrorCode::InputInvalid, "text", "it is longer than 300 bytes", {}, ""};
    Found found;
    if (text.empty())
        return found;
    const std::size_t most = static_cast<std::size_t>(std::clamp(query.limit, 1, 50));
    const auto whole = idsBeginning(text);
    const bool isWhole = whole && whole->first == whole->second;
    Status done = isWhole ? addIds(source, text, 1, found.hits) : Status();
    const std::array<std::pair<const char *, std::string ExecutionQuery::*>, 3> fields{
        {{"correlation_id", &ExecutionQuery::correlationId},
         {"user_id", &ExecutionQuery::userId},
         {"session_id", &ExecutionQuery::sessionId}}};
    for (const auto &[field, member] : fields) {
        ExecutionQuery shared;
        shared.*member = text;
        if (done)
            done = addShared(source, field, std::move(shared), text, found.hits);
    }
    if (done)
        done = addRevision(source, text, found.hits);
    if (done && !isWhole && found.hits.size() < most)
        done = addIds(source, text, static_cast<int>(most - found.hits.size()), found.hits);
    if (!done)
        return done.error();
    if (found.hits.size() > most)
        found.hits.resize(most);
    return found;
}

} // namespace batuta::store
