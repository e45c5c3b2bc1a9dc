// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/export_mermaid.h"

#include "engine/flow/actions.h"

#include <map>
#include <vector>

namespace batuta::edit {
namespace {

/// Text inside the quotes of a node: what Mermaid or HTML would read otherwise is written as entities.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '"':
            out += "#quot;";
            break;
        case '#':
            out += "#35;";
            break;
        case '<':
            out += "#lt;";
            break;
        case '>':
            out += "#gt;";
            break;
        case '\n':
        case '\r':
            out += ' ';
            break;
        default:
            out += c;
        }
    return out;
}

/// `end` and other words of its own cannot be ids there.
std::string nodeId(const flow::Step &step)
{
    return "s_" + step.id.value;
}

std::string nodeOf(const flow::Step &step)
{
    const std::string title = step.title.en.empty() ? step.id.value : step.title.en;
    std::string text = "<b>" + escaped(title) + "</b><br/>" + std::string(flow::kindName(step.action)) +
                       " · " + step.id.value;
    if (step.condition)
        text += "<br/>if " + escaped(step.condition->text());
    if (step.forEach)
        text += "<br/>for each " + escaped(step.forEach->as);
    return nodeId(step) + "[\"" + text + "\"]\n";
}

/// Nodes and arrows of one list of steps; answers those that nothing of the list follows.
std::vector<std::string> write(std::string &out, const std::vector<flow::Step> &steps,
                               const std::vector<std::string> &before)
{
    std::vector<bool> isNeeded(steps.size(), false);
    for (const flow::Step &step : steps) {
        for (const int need : step.needs) {
            isNeeded[static_cast<std::size_t>(need)] = true;
            out += "  " + nodeId(steps[static_cast<std::size_t>(need)]) + " --> " + nodeId(step) + "\n";
        }
        if (step.needs.empty())
            for (const std::string &first : before)
                out += "  " + first + " --> " + nodeId(step) + "\n";
    }
    std::vector<std::string> last;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (!isNeeded[i])
            last.push_back(nodeId(steps[i]));
    return last.empty() ? before : last;
}

void writeNodes(std::string &out, const std::vector<flow::Step> &steps)
{
    std::map<std::string, std::vector<const flow::Step *>> domains;
    for (const flow::Step &step : steps)
        domains[std::string(step.label("domain"))].push_back(&step);
    for (const auto &[domain, members] : domains) {
        if (!domain.empty())
            out += "  subgraph d_" + domain + "[\"" + escaped(domain) + "\"]\n";
        for (const flow::Step *step : members)
            out += (domain.empty() ? "  " : "    ") + nodeOf(*step);
        if (!domain.empty())
            out += "  end\n";
    }
}

} // namespace

std::string asMermaid(const flow::Flow &flow)
{
    std::string out =
        "%% " + flow.name.value + ", version " + flow.version + "\nflowchart LR\n  start((start))\n";
    writeNodes(out, flow.steps);
    if (!flow.finallySteps.empty()) {
        out += "  subgraph finally\n";
        for (const flow::Step &step : flow.finallySteps)
            out += "    " + nodeOf(step);
        out += "  end\n";
    }
    out += "  stop(((end)))\n";
    std::vector<std::string> last = write(out, flow.steps, {"start"});
    last = write(out, flow.finallySteps, last);
    for (const std::string &node : last)
        out += "  " + node + " --> stop\n";
    return out;
}

} // namespace batuta::edit
