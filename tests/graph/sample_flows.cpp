// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"

#include "engine/flow/reader.h"
#include "views/graph/flow_graph.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <random>
#include <sstream>

namespace batuta::tests {
namespace {

client::StepPreview previewOf(const flow::Step &step, const std::vector<flow::Step> &all, bool isFinally)
{
    client::StepPreview preview;
    preview.step = step.id.value;
    preview.kind = flow::kindName(step.action);
    preview.title = step.title;
    for (const int need : step.needs)
        preview.needs.push_back(all[static_cast<std::size_t>(need)].id.value);
    preview.isFinally = isFinally;
    return preview;
}

} // namespace

client::FlowSummary flowOf(const std::vector<std::string> &steps)
{
    client::FlowSummary flow;
    flow.name = FlowName("sample");
    flow.title = {"Sample", "Amostra"};
    flow.version = std::to_string(steps.size());
    for (const std::string &line : steps) {
        client::StepPreview step;
        step.kind = "http";
        step.isFinally = line.starts_with("!");
        const auto colon = line.find(':');
        step.step = line.substr(step.isFinally ? 1 : 0, colon - (step.isFinally ? 1 : 0));
        std::istringstream needs(colon == std::string::npos ? "" : line.substr(colon + 1));
        for (std::string need; needs >> need;)
            step.needs.push_back(need);
        flow.steps.push_back(std::move(step));
    }
    return flow;
}

client::FlowSummary flowFromYaml(const std::string &text)
{
    const flow::FlowReading reading = flow::readFlow(text, "sample.yaml");
    if (!reading.flow)
        qFatal("%s", errorText(reading.errors.front()).c_str());
    client::FlowSummary summary;
    summary.name = reading.flow->name;
    summary.title = reading.flow->title;
    summary.description = reading.flow->description;
    summary.system = reading.flow->label("system");
    summary.version = reading.flow->version;
    summary.file = reading.flow->file;
    summary.input = reading.flow->input.source();
    for (const flow::Step &step : reading.flow->steps)
        summary.steps.push_back(previewOf(step, reading.flow->steps, false));
    for (const flow::Step &step : reading.flow->finallySteps)
        summary.steps.push_back(previewOf(step, reading.flow->finallySteps, true));
    summary.definition = reading.flow;
    return summary;
}

client::FlowSummary repositoryFlow(const std::string &name)
{
    QFile file(QString(BATUTA_SOURCE_DIR "/flows/ml_orchestrator/%1.yaml").arg(QString::fromStdString(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no flow %s", name.c_str());
    return flowFromYaml(file.readAll().toStdString());
}

client::FlowSummary randomFlow(int steps, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<std::string> lines;
    for (int i = 0; i < steps; ++i) {
        std::string line = "step_" + std::to_string(i) + ':';
        const int reach = std::min(i, 40);
        for (int need = 0; reach > 0 && need < 1 + static_cast<int>(random() % 2); ++need)
            line +=
                " step_" + std::to_string(i - 1 - static_cast<int>(random() % static_cast<unsigned>(reach)));
        lines.push_back(std::move(line));
    }
    return flowOf(lines);
}

views::LayoutInput layoutInputOf(const client::FlowSummary &flow)
{
    const views::FlowGraph graph = views::graphOf(flow);
    views::LayoutInput input;
    for (const views::GraphNode &node : graph.nodes) {
        const bool isStep = node.role == views::NodeRole::Step;
        input.sizes.emplace_back(isStep ? 132 : 22, isStep ? 62 : 22);
        input.fixed.push_back(!isStep);
    }
    input.edges = graph.edges;
    for (const views::GraphGroup &group : graph.groups)
        input.groups.push_back({group.nodes, 0});
    return input;
}

} // namespace batuta::tests
