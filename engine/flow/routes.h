// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reader.h"

#include <string>
#include <vector>

namespace batuta::flow {

struct Route
{
    expr::Template condition;
    FlowName flow;
    Place place; ///< of the flow's name
};

/// Drops steps while its condition is true: by parts of their names (faithful), or by their `domain` label
/// (corrected).
struct StepFilter
{
    std::string name;
    expr::Template condition;
    std::vector<std::string> nameContains;
    std::vector<std::string> domains;
};

/// `routes.yaml` of one system: which flow takes a request, and which of its steps.
struct Routes
{
    std::string system; ///< the folder's name
    std::string file;
    json::Schema input; ///< of the request
    std::vector<Route> routes;
    FlowName fallback;
    Place fallbackPlace;
    std::vector<StepFilter> filters;
    bool correctedFilter = false;
};

struct RoutesReading
{
    std::optional<Routes> routes;
    Errors errors;
};

RoutesReading readRoutes(std::string_view text, const std::string &file, const YamlLimits &limits = {});

/// Which flow, by which rule, and which true flags had no say.
struct Routing
{
    FlowName flow;
    std::string rule;                      ///< the condition that chose, or `default`
    std::vector<std::string> ignoredFlags; ///< names under `input` of later rules that were true as well
};

Result<Routing> chooseFlow(const Routes &routes, const json::Value &input);

struct DroppedStep
{
    StepId step;
    std::string reason; ///< `process_vacancy_orchestrator is off` …: the filter's name and condition
};

/// The steps of `flow` that the filters take away for this input, in file order.
Result<std::vector<DroppedStep>> droppedSteps(const Routes &routes, const Flow &flow,
                                              const json::Value &input);

} // namespace batuta::flow
