// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_figures.h"

#include "engine/logs/members.h"
#include "engine/logs/pool.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

namespace batuta::logs {
namespace {

constexpr std::size_t kMostOfLine = 64u << 10; // of a line in which fields are looked for
constexpr std::size_t kMostValues = 5000;      // of a field that are counted; what is that varied is no facet

/// The next larger one of the widths that people count in.
LineTime niceWidth(LineTime atLeast)
{
    constexpr std::array<std::int64_t, 17> kSeconds{1,   2,    5,    10,    15,    30,    60,    120,   300,
                                                    900, 1800, 3600, 10800, 21600, 43200, 86400, 604800};
    for (LineTime width = 1'000; width < kSecond; width *= 10)
        for (const int times : {1, 2, 5})
            if (width * times >= atLeast)
                return width * times;
    for (const std::int64_t seconds : kSeconds)
        if (seconds * kSecond >= atLeast)
            return seconds * kSecond;
    LineTime width = 2'592'000 * kSecond; // a month, and more
    while (width < atLeast)
        width *= 2;
    return width;
}

struct Hash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using Counts = std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>>;

void add(Counts &counts, std::string_view value, std::uint64_t count)
{
    if (const auto at = counts.find(value); at != counts.end())
        at->second += count;
    else if (counts.size() < kMostValues)
        counts.emplace(value, count);
}

/// All blocks of a snapshot, as work for two threads.
std::vector<std::pair<std::size_t, std::size_t>> blocksOf(const LogSnapshot &snapshot)
{
    std::vector<std::pair<std::size_t, std::size_t>> blocks;
    for (std::size_t f = 0; f < snapshot.files.size(); ++f)
        for (std::size_t b = 0; b < snapshot.files[f]->blocks().size(); ++b)
            blocks.emplace_back(f, b);
    return blocks;
}

/// Calls `visit(line, text)` for each match in a block; its bytes are read at once.
template <class Visit> void readLines(const LogRows &rows, std::size_t f, std::size_t b, Visit visit)
{
    const IndexedFile &file = *rows.snapshot()->files[f];
    const LogBlock &block = *file.blocks()[b];
    thread_local std::string bytes;
    bytes.clear();
    rows.forEachIn(f, b, [&](std::size_t line) {
        if (bytes.empty()) {
            const std::uint64_t most = block.start(block.lines() - 1) - block.start(0) + kMostOfLine;
            bytes.resize(static_cast<std::size_t>(std::min(file.endOfBlock(b) - block.start(0), most)));
            bytes.resize(file.file().read(block.start(0), bytes));
        }
        const auto from = std::min<std::size_t>(block.start(line) - block.start(0), bytes.size());
        const std::size_t to =
            line + 1 < block.lines()
                ? std::min<std::size_t>(block.start(line + 1) - block.start(0), bytes.size())
                : bytes.size();
        std::string_view text = std::string_view(bytes).substr(from, std::min(to - from, kMostOfLine));
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
            text.remove_suffix(1);
        visit(line, text);
    });
}

Facet facetOf(const std::string &field, const Counts &counts, std::size_t kept)
{
    Facet facet{field, {counts.begin(), counts.end()}, false};
    std::sort(facet.values.begin(), facet.values.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    facet.hasMore = facet.values.size() > kept;
    facet.values.resize(std::min(facet.values.size(), kept));
    return facet;
}

} // namespace

Histogram histogramOf(const LogRows &rows, TimeSpan span, int buckets, const std::stop_token &stop)
{
    Histogram histogram;
    histogram.span = span;
    if (span.from == kNoTime || span.to < span.from || !rows.snapshot())
        return histogram;
    const int wanted = std::clamp(buckets, 1, 2000);
    histogram.width = niceWidth((span.to - span.from) / wanted + 1);
    const LineTime floor = span.from / histogram.width - (span.from % histogram.width < 0 ? 1 : 0);
    histogram.span.from = floor * histogram.width;
    const auto count = static_cast<std::size_t>((span.to - histogram.span.from) / histogram.width + 1);
    histogram.span.to = histogram.span.from + static_cast<LineTime>(count) * histogram.width;
    histogram.buckets.resize(count);
    for (const auto &[f, b] : blocksOf(*rows.snapshot())) {
        if (stop.stop_requested())
            break;
        const LogBlock &block = *rows.snapshot()->files[f]->blocks()[b];
        rows.forEachIn(f, b, [&](std::size_t line) {
            const LineTime time = block.time(line);
            if (time == kNoTime || time < histogram.span.from || time >= histogram.span.to)
                ++histogram.outside;
            else
                ++histogram.buckets[static_cast<std::size_t>((time - histogram.span.from) / histogram.width)]
                                   [static_cast<std::size_t>(block.severity(line))];
        });
    }
    return histogram;
}

std::vector<Facet> facetsOf(const LogRows &rows, const std::vector<std::string> &fields,
                            const std::stop_token &stop, std::size_t kept)
{
    const std::vector<Field> known(fields.begin(), fields.end());
    std::vector<Counts> totals(fields.size());
    std::mutex mutex;
    const auto blocks = blocksOf(*rows.snapshot());
    const bool isWhole = forEachIndex(blocks.size(), stop, [&](std::size_t i) {
        std::vector<Counts> own(fields.size());
        std::string scratch;
        readLines(rows, blocks[i].first, blocks[i].second, [&](std::size_t, std::string_view text) {
            for (std::size_t k = 0; k < known.size(); ++k)
                if (const auto value = known[k].text(text, scratch); value && value->size() <= 200)
                    add(own[k], *value, 1);
        });
        const std::lock_guard lock(mutex);
        for (std::size_t k = 0; k < own.size(); ++k)
            for (const auto &[value, count] : own[k])
                add(totals[k], value, count);
    });
    std::vector<Facet> facets;
    for (std::size_t k = 0; isWhole && k < fields.size(); ++k)
        facets.push_back(facetOf(fields[k], totals[k], kept));
    return facets;
}

std::vector<FieldUse> fieldsOf(const LogRows &rows)
{
    constexpr std::uint64_t kSample = 1000;
    struct Seen
    {
        std::uint64_t lines = 0;
        std::set<std::string> values;
        bool isNested = false;
    };
    std::vector<std::string> names; // in the order in which lines have them
    std::map<std::string, Seen> seen;
    const std::uint64_t step = std::max<std::uint64_t>(1, rows.count() / kSample);
    for (std::uint64_t row = 0; row < rows.count(); row += step) {
        const std::string text = rows.snapshot()->text(rows.at(row), kMostOfLine);
        Members members(text);
        RawMember member;
        while (members.next(member) && seen.size() < 500) {
            const auto [at, isNew] = seen.try_emplace(std::string(member.name));
            if (isNew)
                names.push_back(at->first);
            ++at->second.lines;
            at->second.isNested =
                at->second.isNested || member.value.front() == '{' || member.value.front() == '[';
            if (at->second.values.size() < kSample)
                at->second.values.emplace(member.value.substr(0, 200));
        }
    }
    std::vector<FieldUse> uses;
    for (const std::string &name : names)
        uses.push_back({name, seen[name].lines, seen[name].values.size(), seen[name].isNested});
    return uses;
}

std::string normalised(std::string_view message)
{
    std::string text;
    for (std::size_t at = 0; at < message.size() && text.size() < 300;) {
        std::size_t end = at;
        bool hasDigit = false;
        while (end < message.size() &&
               (std::isalnum(static_cast<unsigned char>(message[end])) != 0 || message[end] == '-')) {
            hasDigit = hasDigit || (message[end] >= '0' && message[end] <= '9');
            ++end;
        }
        if (end == at)
            text += message[at++];
        else
            text += hasDigit ? std::string_view("#") : message.substr(at, end - at);
        at = std::max(at, end);
    }
    return text;
}

GroupedRows groupsOf(const LogRows &rows, const std::stop_token &stop)
{
    GroupedRows grouped;
    std::unordered_map<std::string, std::size_t> known;
    std::string scratch;
    std::uint64_t row = 0;
    const auto take = [&](Severity severity, std::string_view text) {
        std::string key = normalised(messageOf(text, scratch));
        key += static_cast<char>(severity);
        const auto [at, isNew] = known.emplace(std::move(key), grouped.rows.size());
        if (isNew) {
            grouped.rows.push_back(row);
            grouped.counts.push_back(0);
            grouped.last.push_back(row);
        }
        ++grouped.counts[at->second];
        grouped.last[at->second] = row++;
    };
    const LogSnapshot &snapshot = *rows.snapshot();
    if (snapshot.files.size() == 1) {
        for (std::size_t b = 0; b < snapshot.files[0]->blocks().size() && !stop.stop_requested(); ++b)
            readLines(rows, 0, b, [&](std::size_t line, std::string_view text) {
                take(snapshot.files[0]->blocks()[b]->severity(line), text);
            });
        return grouped;
    }
    while (row < rows.count() && !stop.stop_requested()) {
        const LineId id = rows.at(row);
        take(snapshot.severity(id), snapshot.text(id, kMostOfLine));
    }
    return grouped;
}

} // namespace batuta::logs
