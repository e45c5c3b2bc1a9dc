// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/sampler.h"

#include <algorithm>
#include <optional>

namespace batuta::series {
namespace {

Kind kindOf(telemetry::Reading::Kind kind)
{
    switch (kind) {
    case telemetry::Reading::Kind::Counter:
        return Kind::Counter;
    case telemetry::Reading::Kind::Gauge:
        return Kind::Gauge;
    case telemetry::Reading::Kind::Histogram:
        break;
    }
    return Kind::Histogram;
}

/// What a counter grew by; one that is smaller than before began anew.
template <class T> T growth(T now, T before)
{
    return now >= before ? now - before : now;
}

} // namespace

Labels readLabels(std::string_view text)
{
    Labels labels;
    while (!text.empty()) {
        const std::size_t at = text.find("=\"");
        if (at == std::string_view::npos)
            break;
        std::string value;
        std::size_t i = at + 2;
        for (; i < text.size() && text[i] != '"'; ++i) {
            if (text[i] == '\\' && i + 1 < text.size())
                value += text[++i] == 'n' ? '\n' : text[i];
            else
                value += text[i];
        }
        labels.emplace_back(std::string(text.substr(0, at)), std::move(value));
        text.remove_prefix(std::min(text.size(), i + 1));
        if (text.starts_with(','))
            text.remove_prefix(1);
    }
    return labels;
}

/// False when a counter stood still: that needs no place in the file.
bool Sampler::grew(const telemetry::Reading &reading, Last &last, Cell &cell)
{
    if (reading.kind == telemetry::Reading::Kind::Gauge) {
        cell.first = cell.second = reading.value;
        return true;
    }
    cell.first = growth(reading.value, last.value);
    last.value = reading.value;
    if (reading.kind == telemetry::Reading::Kind::Counter)
        return cell.first > 0;
    last.buckets.resize(reading.buckets.size());
    for (std::size_t i = 0; i < reading.buckets.size(); ++i)
        if (const std::uint64_t more = growth(reading.buckets[i], last.buckets[i]); more > 0)
            cell.buckets.emplace_back(static_cast<std::uint32_t>(i), more);
    last.buckets = reading.buckets;
    return !cell.buckets.empty();
}

Result<Slot> Sampler::take(SeriesFile &file)
{
    Slot slot;
    std::optional<Error> problem;
    std::string key;
    m_metrics.visit([&](const telemetry::Reading &reading) {
        key.assign(reading.name).append("{").append(reading.labels);
        const auto [entry, isNew] = m_last.try_emplace(key);
        if (isNew) {
            const auto id =
                file.number(std::string(reading.name), readLabels(reading.labels), kindOf(reading.kind),
                            reading.bounds ? *reading.bounds : std::vector<double>());
            if (!id)
                problem = id.error();
            entry->second.id = id.value_or(0);
        }
        Cell cell;
        if (entry->second.id != 0 && grew(reading, entry->second, cell))
            slot.emplace(entry->second.id, std::move(cell));
    });
    if (problem)
        return *problem;
    return slot;
}

} // namespace batuta::series
