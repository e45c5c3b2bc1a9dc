// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/execution_context.h"

namespace batuta::host {

ExecutionContext::ExecutionContext(Roots roots)
    : m_roots(std::move(roots))
{
}

void ExecutionContext::offerReport(Report report)
{
    m_report = std::move(report);
}

void ExecutionContext::setStep(const std::string &step, json::Value output, const client::StepRecord &record)
{
    json::Object values{{"output", std::move(output)},
                        {"status", record.status},
                        {"error", record.reason.empty() ? json::Value() : json::Value(record.reason)}};
    if (record.kind == "http")
        values.append("http", json::Object{{"status", record.statusCode}});
    m_steps.object().set(step, std::move(values));
}

const json::Value *ExecutionContext::root(std::string_view name) const
{
    if (name == "input")
        return &m_roots.input;
    if (name == "env" || name == "secrets")
        return &m_roots.env; // a secret is the environment's value of that name; the reader taints it
    if (name == "steps")
        return &m_steps;
    if (name == "flow")
        return &m_roots.flow;
    if (name == "trigger")
        return &m_roots.trigger;
    if (name == "message")
        return &m_roots.message;
    if (name != "execution")
        return nullptr;
    if (m_report) {
        const Report report = std::move(m_report);
        m_report = nullptr;
        m_roots.execution.object().set("report", report());
    }
    return &m_roots.execution;
}

} // namespace batuta::host
