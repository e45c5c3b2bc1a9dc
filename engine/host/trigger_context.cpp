// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/trigger_context.h"

namespace batuta::host {

TriggerContext::TriggerContext(const flow::Flow &flow, const env::Environment &environment)
    : m_env(environment.asObject())
    , m_flow(json::Object{{"name", flow.name.value}, {"version", flow.version}})
{
}

const json::Value *TriggerContext::root(std::string_view name) const
{
    if (name == "env" || name == "secrets")
        return &m_env;
    if (name == "flow")
        return &m_flow;
    if (name == "trigger")
        return &m_trigger;
    return name == "message" ? &m_message : nullptr;
}

Result<json::Value> triggerInput(const std::optional<expr::TemplateTree> &input,
                                 const TriggerContext &context, json::Value otherwise)
{
    Result<json::Value> value = input ? input->evaluate(context) : Result<json::Value>(std::move(otherwise));
    if (value && !value->isObject())
        return Error{ErrorCode::InputInvalid, "input", "the trigger gives no JSON object", {}, {}};
    return value;
}

} // namespace batuta::host
