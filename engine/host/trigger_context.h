// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/environment.h"
#include "engine/expr/template.h"
#include "engine/flow/definition.h"

#include <optional>

namespace batuta::host {

/// What the expressions of a trigger see, before there is an execution. A value of one evaluation.
class TriggerContext final : public expr::Context
{
public:
    TriggerContext(const flow::Flow &flow, const env::Environment &environment);

    void setTrigger(json::Value trigger) { m_trigger = std::move(trigger); }
    void setMessage(json::Value message) { m_message = std::move(message); }

    const json::Value *root(std::string_view name) const override;

private:
    json::Value m_env;
    json::Value m_flow;
    json::Value m_trigger;
    json::Value m_message;
};

/// The input that a trigger gives: its template, or else `otherwise`. InputInvalid when it is no object.
Result<json::Value> triggerInput(const std::optional<expr::TemplateTree> &input,
                                 const TriggerContext &context, json::Value otherwise);

} // namespace batuta::host
