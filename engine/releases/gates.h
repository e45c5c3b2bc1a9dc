// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/cloud/values.h"
#include "engine/cloud/watch_values.h"
#include "engine/json/value.h"
#include "engine/releases/rehearsal.h"

#include <optional>
#include <string>
#include <vector>

namespace batuta::releases {

/// A bound that one figure of a new revision must keep.
struct GateRule
{
    enum class Figure { ErrorRate, P95, Memory, Series, Promql, Flow, Rehearsal };
    /// Whether something is run for it; the others are only looked at.
    bool isTried() const { return figure == Figure::Flow || figure == Figure::Rehearsal; }
    Figure figure = Figure::ErrorRate;
    std::string name; ///< for people
    std::optional<double> max, min;
    std::string query; ///< filter of Monitoring, PromQL, or the name of a flow
    int samples = 20;  ///< below which nothing is known
    Duration window{}; ///< looks back so far; 0 is as long as the gate watches
    RehearsalRules rehearsal{};
};

/// Reads a list of gates: texts like `error_rate <= 1%`, `p95 <= 800ms`, `memory <= 85%`, `flow = smoke`,
/// `rehearsal = FLOW: PATH, PATH`, `promql <= 0.5: QUERY`, `series >= 1: FILTER`, or mappings {figure, max,
/// min, query, samples, over, name}; of a rehearsal {figure, query, name, succeeded, failed, different,
/// slower, ignore}. FlowBadValue names the one that cannot be read.
Result<std::vector<GateRule>> gateRules(const json::Value &list);
Result<GateRule> gateRule(const std::string &text);
/// `error_rate`, `p95` …
std::string_view figureName(GateRule::Figure figure);
/// A value of the figure for people: `1.2 %`, `812 ms`.
std::string figureText(GateRule::Figure figure, double value);

/// What was measured. No value: nothing was there to measure.
struct Measure
{
    std::optional<double> value;  ///< of the new revision
    std::optional<double> stable; ///< of what serves besides, in the same time
    double samples = 0;           ///< requests of the new revision, or points of a series
};

enum class Verdict { Good, Broken, NotEnough };
std::string_view verdictName(Verdict verdict);

struct GateFinding
{
    GateRule rule;
    Measure measure;
    Verdict verdict = Verdict::NotEnough;
    std::string why;         ///< one sentence: which figure, which bound, from how many samples
    json::Value rehearsal{}; ///< its report
};
/// Too few samples are NotEnough, whatever they say.
GateFinding judge(const GateRule &rule, const Measure &measure);
/// {gate, figure, verdict, value, stable, bound, samples, why}, and {rehearsal} of one
json::Value findingJson(const GateFinding &finding);

/// Where figures are of, and of which time.
struct GateScope
{
    cloud::ServiceName service;
    std::string revision;
    WallTime from{};
    WallTime to{};
};
/// The question to Monitoring for a figure of it; none for promql and what is tried. It looks back to the
/// whole minute before: Monitoring counts in minutes.
std::optional<cloud::SeriesQuery> gateQuery(const GateRule &rule, const GateScope &scope);
/// What the answer to gateQuery() means.
Measure measured(const GateRule &rule, const GateScope &scope, const std::vector<cloud::Series> &answer);

} // namespace batuta::releases
