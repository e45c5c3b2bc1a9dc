// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/step_marks.h"
#include "views/models/document/flow_document.h"
#include "views/models/status.h"

#include "engine/base/clock.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace batuta::views {

/// What recorded runs say of a step.
struct StepFigures
{
    std::optional<Duration> p50, p95;
    std::optional<double> errorRate; ///< 0 to 1
    std::optional<Status> last;
    bool isSlow = false; ///< its durations are told as a warning
};

/// Which of them is shown on the steps.
enum class CanvasOverlay { None, P50, P95, ErrorRate, LastStatus };

/// What stands on the steps besides what the document says; by step id.
struct CanvasLayers
{
    std::map<std::string, StepFigures> figures;
    CanvasOverlay overlay = CanvasOverlay::None;
    std::set<std::string> breakpoints, pinned;
    std::map<std::string, QString> faults; ///< in short: `500`, `2 s late`
};

/// Compares the steps of a document with those of its base. Reads the base once.
class EditedSteps
{
public:
    std::set<std::string> of(const FlowDocument &document);

private:
    std::string m_base;
    std::map<std::string, std::string> m_steps; ///< as written in the base
    bool m_isRead = false;
};

std::map<std::string, StepMarks> marksOf(const FlowDocument &document, const CanvasLayers &layers,
                                         const std::set<std::string> &edited);
/// Only for the overlay of the last states.
std::map<std::string, Status> statusesOf(const CanvasLayers &layers);

} // namespace batuta::views
