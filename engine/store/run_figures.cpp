// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/figure_source.h"
#include "engine/store/record_row.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace batuta::store {
namespace {

constexpr std::size_t kMostValues = 60; // of one facet
constexpr int kMostRows = 10'000;       // counted one by one, when a filter is on an id
constexpr int kPage = 1'000;

/// A field of executions that is counted, and the filter on it.
struct Field
{
    const char *name;
    const std::string *(*of)(const Cohort &);
    const std::string ExecutionQuery::*filter;
};

const std::array<Field, 6> kFields{{
    {"status", [](const Cohort &c) { return &c.status; }, &ExecutionQuery::status},
    {"flow", [](const Cohort &c) { return &c.flow; }, &ExecutionQuery::flow},
    {"trigger", [](const Cohort &c) { return &c.trigger; }, &ExecutionQuery::trigger},
    {"flow_version", [](const Cohort &c) { return &c.flowVersion; }, &ExecutionQuery::flowVersion},
    {"environment", [](const Cohort &c) { return &c.environment; }, &ExecutionQuery::environment},
    {"revision", [](const Cohort &c) { return &c.revision; }, &ExecutionQuery::revision},
}};

using Trend = std::vector<std::int64_t>;

void addTo(Trend &sum, const Trend &part)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += part[i];
}

std::int64_t sumOf(const Trend &trend)
{
    std::int64_t sum = 0;
    for (const std::int64_t count : trend)
        sum += std::max<std::int64_t>(count, 0);
    return sum;
}

/// Gathers counts of cohorts, and tells what facets and histogram come of them.
class FigureTable
{
public:
    FigureTable(const ExecutionQuery &filter, const TimeGrid &grid)
        : m_filter(filter)
        , m_grid(grid)
    {
    }

    void name(std::int64_t number, Cohort cohort) { m_cohorts.insert_or_assign(number, std::move(cohort)); }
    void add(std::int64_t cohort, std::size_t bucket, std::int64_t count)
    {
        add(m_counts[cohort], bucket, count);
    }
    void add(const Cohort &cohort, std::int64_t second)
    {
        const std::int64_t number = cohort.number();
        m_cohorts.try_emplace(number, cohort);
        add(number, m_grid.bucketOf(second), 1);
    }
    void addFailure(const std::string &code, std::int64_t cohort, std::size_t bucket, std::int64_t count)
    {
        add(m_failed[code][cohort], bucket, count);
    }
    RunFigures figures() const;

private:
    void add(Trend &trend, std::size_t bucket, std::int64_t count)
    {
        trend.resize(m_grid.buckets());
        if (bucket < trend.size())
            trend[bucket] += count;
    }
    bool fits(const Cohort &cohort, const Field *but) const;
    Facet facetOf(const char *name, const std::map<std::string, Trend> &values,
                  const std::string &chosen) const;
    Facet codes() const;

    const ExecutionQuery &m_filter;
    const TimeGrid &m_grid;
    std::unordered_map<std::int64_t, Cohort> m_cohorts;
    std::unordered_map<std::int64_t, Trend> m_counts;
    std::map<std::string, std::unordered_map<std::int64_t, Trend>> m_failed; ///< by code
};

bool FigureTable::fits(const Cohort &cohort, const Field *but) const
{
    return std::all_of(kFields.begin(), kFields.end(), [&](const Field &field) {
        return &field == but || Choice(m_filter.*field.filter).fits(*field.of(cohort));
    });
}

Facet FigureTable::facetOf(const char *name, const std::map<std::string, Trend> &values,
                           const std::string &chosen) const
{
    Facet facet;
    facet.field = name;
    const Choice choice(chosen);
    for (const auto &[value, trend] : values)
        if (const std::int64_t count = sumOf(trend); !value.empty() && (count > 0 || choice.names(value)))
            facet.values.push_back({value, count, trend});
    for (const std::string &value : choice.values())
        if (!values.contains(value)) // who chose it must be able to let go of it
            facet.values.push_back({value, 0, Trend(m_grid.buckets())});
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [&](const FacetValue &a, const FacetValue &b) { return a.count > b.count; });
    facet.isCut = facet.values.size() > kMostValues;
    if (facet.isCut)
        facet.values.resize(kMostValues);
    return facet;
}

Facet FigureTable::codes() const
{
    std::map<std::string, Trend> values;
    for (const auto &[code, cohorts] : m_failed)
        for (const auto &[number, trend] : cohorts)
            if (const auto cohort = m_cohorts.find(number);
                cohort != m_cohorts.end() && fits(cohort->second, nullptr)) {
                Trend &sum = values[code];
                sum.resize(m_grid.buckets());
                addTo(sum, trend);
            }
    return facetOf("error_code", values, m_filter.errorCode);
}

RunFigures FigureTable::figures() const
{
    RunFigures figures;
    figures.since = WallTime(Duration(m_grid.begin * kMicrosecond));
    figures.width = Duration(m_grid.width * kMicrosecond);
    std::map<std::string, Trend> histogram;
    std::array<std::map<std::string, Trend>, kFields.size()> facets;
    for (const auto &[number, trend] : m_counts) {
        const auto cohort = m_cohorts.find(number);
        if (cohort == m_cohorts.end())
            continue;
        const auto count = [&, &counted = trend](std::map<std::string, Trend> &values,
                                                 const std::string &value) {
            Trend &sum = values[value];
            sum.resize(m_grid.buckets());
            addTo(sum, counted);
        };
        for (std::size_t i = 0; i < kFields.size(); ++i)
            if (fits(cohort->second, &kFields[i]))
                count(facets[i], *kFields[i].of(cohort->second));
        if (fits(cohort->second, nullptr))
            count(histogram, cohort->second.status);
    }
    for (std::size_t i = 0; i < kFields.size(); ++i)
        figures.facets.push_back(facetOf(kFields[i].name, facets[i], m_filter.*kFields[i].filter));
    figures.facets.push_back(codes());
    figures.histogram = facetOf("", histogram, "").values;
    for (const FacetValue &value : figures.histogram)
        figures.total += value.count;
    return figures;
}

/// Executions that have something in common which is not counted are read one by one.
Result<bool> addRows(FigureSource &source, const ExecutionQuery &filter, const TimeGrid &grid,
                     FigureTable &table)
{
    ExecutionQuery query;
    query.userId = filter.userId;
    query.sessionId = filter.sessionId;
    query.correlationId = filter.correlationId;
    query.since = WallTime(Duration(grid.since * kMicrosecond));
    query.until = WallTime(Duration(grid.until * kMicrosecond));
    query.limit = kPage;
    query.withSteps = true; // tells which step failed
    for (int read = 0; read < kMostRows; read += kPage) {
        const Result<ExecutionPage> page = source.page(query);
        if (!page)
            return page.error();
        for (const ExecutionRecord &record : page->items) {
            const std::optional<Failure> failure = failureOf(record);
            if (failure) {
                table.name(cohortOf(record).number(), cohortOf(record));
                table.addFailure(failure->code, cohortOf(record).number(),
                                 grid.bucketOf(micros(record.startedAt) / kMicrosecond), 1);
            }
            if (Choice(filter.errorCode).fits(failure ? failure->code : std::string()))
                table.add(cohortOf(record), micros(record.startedAt) / kMicrosecond);
        }
        if (page->next.empty())
            return false;
        query.cursor = page->next;
    }
    return true;
}

Status addCounts(FigureSource &source, const ExecutionQuery &filter, const TimeGrid &grid, FigureTable &table)
{
    Status done =
        source.cohorts([&](std::int64_t number, Cohort cohort) { table.name(number, std::move(cohort)); });
    std::unordered_map<std::int64_t, std::string> codes;
    if (done)
        done = source.groups([&](std::int64_t number, FigureBook::Group group) {
            codes.emplace(number, std::move(group.failure.code));
        });
    const bool isAboutFailures = asksForOne(filter.errorCode) || !filter.failure.empty();
    const Choice error(filter.errorCode);
    const std::optional<std::int64_t> wanted = failureGroup(filter.failure);
    if (!filter.failure.empty() && !wanted)
        return Error{ErrorCode::InputInvalid, "failure", "it is not the key of a group", {}, ""};
    if (done)
        done = source.failures(
            grid, wanted,
            [&](std::int64_t group, std::int64_t cohort, std::size_t bucket, std::int64_t count) {
                const std::string &code = codes[group];
                table.addFailure(code, cohort, bucket, count);
                if (error.fits(code) == isAboutFailures) // what is excluded is taken from all, below
                    table.add(cohort, bucket, isAboutFailures ? count : -count);
            });
    if (!done || isAboutFailures)
        return done;
    for (const Stretch &stretch : grid.stretches())
        if (done && stretch.from < stretch.to)
            done = source.tallies(stretch, grid,
                                  [&](std::int64_t cohort, std::size_t bucket, std::int64_t count) {
                                      table.add(cohort, bucket, count);
                                  });
    if (done)
        done = source.running(grid,
                              [&](const Cohort &cohort, std::int64_t second) { table.add(cohort, second); });
    return done;
}

} // namespace

Result<RunFigures> countRuns(FigureSource &source, const FiguresQuery &query, WallTime now)
{
    const ExecutionQuery &filter = query.filter;
    Result<std::pair<std::int64_t, std::int64_t>> extent = source.extent();
    if (!extent)
        return extent.error();
    const std::int64_t today = micros(now) / kMicrosecond;
    if (extent->first == 0)
        extent->first = today;
    extent->second = std::max(extent->second, today); // the clock of another machine may be ahead
    const TimeGrid grid =
        TimeGrid::of(filter.since, filter.until, *extent, std::clamp(query.buckets, 1, 400));
    FigureTable table(filter, grid);
    const bool isByRow = !filter.userId.empty() || !filter.sessionId.empty() || !filter.correlationId.empty();
    Result<bool> isCut = false;
    if (isByRow)
        isCut = addRows(source, filter, grid, table);
    else if (Status added = addCounts(source, filter, grid, table); !added)
        isCut = added.error();
    if (!isCut)
        return isCut.error();
    RunFigures figures = table.figures();
    figures.isPartial = *isCut || !filter.text.empty();
    return figures;
}

} // namespace batuta::store
