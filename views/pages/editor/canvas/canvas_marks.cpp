// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/canvas_marks.h"

#include "views/widgets/words.h"

#include <QLocale>

namespace batuta::views {
namespace {

std::map<std::string, std::string> writtenSteps(const edit::FlowText &text)
{
    std::map<std::string, std::string> steps;
    for (const edit::StepList list : {edit::StepList::Steps, edit::StepList::Finally})
        for (const std::string &step : text.steps(list))
            steps[step] = text.rawAt(text.stepPath(step)).value_or(std::string());
    return steps;
}

QString figureOf(const StepFigures &figures, CanvasOverlay overlay)
{
    if (overlay == CanvasOverlay::P50 && figures.p50)
        return durationWord(*figures.p50);
    if (overlay == CanvasOverlay::P95 && figures.p95)
        return durationWord(*figures.p95);
    if (overlay == CanvasOverlay::ErrorRate && figures.errorRate)
        return QLocale().toString(*figures.errorRate * 100, 'f', 1) + QChar(0x2009) + QLocale().percent();
    return {};
}

} // namespace

std::set<std::string> EditedSteps::of(const FlowDocument &document)
{
    std::set<std::string> edited;
    const edit::FlowText *text = document.isChanged() ? document.flowText() : nullptr;
    if (!text)
        return edited;
    if (!m_isRead || m_base != document.base()) {
        m_isRead = true;
        m_base = document.base();
        const Result<edit::FlowText> base = edit::FlowText::read(m_base, document.file());
        m_steps = base ? writtenSteps(*base) : std::map<std::string, std::string>();
    }
    for (const auto &[step, written] : writtenSteps(*text))
        if (const auto before = m_steps.find(step); before == m_steps.end() || before->second != written)
            edited.insert(step);
    return edited;
}

std::map<std::string, StepMarks> marksOf(const FlowDocument &document, const CanvasLayers &layers,
                                         const std::set<std::string> &edited)
{
    std::map<std::string, StepMarks> marks;
    for (const edit::Problem &problem : document.problems()) {
        if (problem.step.empty())
            continue;
        if (problem.severity == edit::Severity::Error)
            ++marks[problem.step].errors;
        else if (problem.severity == edit::Severity::Warning)
            ++marks[problem.step].warnings;
    }
    for (const std::string &step : edited)
        marks[step].isEdited = true;
    for (const auto &[step, figures] : layers.figures)
        if (const QString figure = figureOf(figures, layers.overlay); !figure.isEmpty()) {
            marks[step].figure = figure;
            marks[step].isFigureHigh = layers.overlay == CanvasOverlay::ErrorRate
                                           ? figures.errorRate.value_or(0) > 0
                                           : figures.isSlow;
        }
    for (const std::string &step : layers.breakpoints)
        marks[step].hasBreakpoint = true;
    for (const std::string &step : layers.pinned)
        marks[step].isPinned = true;
    for (const auto &[step, fault] : layers.faults)
        marks[step].fault = fault;
    return marks;
}

std::map<std::string, Status> statusesOf(const CanvasLayers &layers)
{
    std::map<std::string, Status> statuses;
    if (layers.overlay == CanvasOverlay::LastStatus)
        for (const auto &[step, figures] : layers.figures)
            if (figures.last)
                statuses[step] = *figures.last;
    return statuses;
}

} // namespace batuta::views
