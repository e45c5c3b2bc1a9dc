// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/expr/expression.h"

#include <functional>

namespace batuta::host {

/// What the expressions of one execution see. Lives with its execution, on the loop's thread.
class ExecutionContext final : public expr::Context
{
public:
    struct Roots
    {
        json::Value input;
        json::Value env;
        json::Value execution; ///< id, started_at, flow
        json::Value flow;      ///< name, version, labels
        json::Value trigger;
        json::Value message; ///< of a flow that a message started
        std::string startedAt;
    };
    using Report = std::function<json::Value()>;

    explicit ExecutionContext(Roots roots);

    /// From now on `execution.report` is there, built when first asked for.
    void offerReport(Report report);
    void setStep(const std::string &step, json::Value output, const client::StepRecord &record);

    const json::Value *root(std::string_view name) const override;
    std::string now() const override { return m_roots.startedAt; }

private:
    mutable Roots m_roots;
    json::Value m_steps{json::Object{}};
    mutable Report m_report;
};

/// Another context with one of its roots replaced, for one step: an edited input, the item of a foreach.
class LayeredContext final : public expr::Context
{
public:
    LayeredContext(const expr::Context &below, std::string name, json::Value value)
        : m_below(below)
        , m_name(std::move(name))
        , m_value(std::move(value))
    {
    }

    const json::Value *root(std::string_view name) const override
    {
        return name == m_name ? &m_value : m_below.root(name);
    }
    bool status(std::string_view function) const override { return m_below.status(function); }
    std::string now() const override { return m_below.now(); }

private:
    const expr::Context &m_below;
    std::string m_name;
    json::Value m_value;
};

} // namespace batuta::host
