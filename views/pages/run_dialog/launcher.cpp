// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/launcher.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kPause = 150; // ms after the last change

/// A form for whatever flow of the system is chosen: all fields of all of them; required is what all require.
json::Value unitedSchema(const std::vector<client::FlowSummary> &flows, const std::string &system)
{
    json::Object properties;
    std::optional<json::Array> required;
    for (const client::FlowSummary &flow : flows) {
        if (flow.system != system)
            continue;
        for (const auto &[name, property] : flow.input["properties"].asObject())
            if (!properties.contains(name))
                properties.set(name, property);
        const json::Array &own = flow.input["required"].asArray();
        if (!required)
            required = own;
        std::erase_if(*required,
                      [&](const json::Value &name) { return std::ranges::find(own, name) == own.end(); });
    }
    if (!required)
        return {};
    return json::Object{{"type", "object"}, {"required", *required}, {"properties", std::move(properties)}};
}

} // namespace

Launcher::Launcher(Context context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_memory(context.state)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kPause);
    connect(&m_delay, &QTimer::timeout, this, &Launcher::preview);
    connect(&m_form, &InputForm::changed, this, &Launcher::later);
    connect(&m_context.engine, &EngineLink::flowsChanged, this, &Launcher::flowsChanged);
    connect(&m_context.engine, &EngineLink::stateChanged, this, [this] {
        if (m_context.engine.isRunning())
            later();
        else if (m_isStarting) {
            endStart();
            emit lost();
        }
    });
}

const client::FlowSummary *Launcher::summary() const
{
    return m_context.engine.flow(m_flow);
}

bool Launcher::setFlow(const QString &flow)
{
    const client::FlowSummary *summary = m_context.engine.flow(flow);
    if (!summary)
        return false;
    m_flow = flow;
    m_system.clear();
    setSchema(summary->input, flow);
    return true;
}

bool Launcher::setSystem(const QString &system)
{
    const json::Value schema = unitedSchema(m_context.engine.flows(), system.toStdString());
    if (schema.isNull())
        return false;
    m_flow.clear();
    m_system = system;
    setSchema(schema, '@' + system);
    return true;
}

void Launcher::setSchema(const json::Value &schema, const QString &memoryKey)
{
    m_memory.setFlow(memoryKey, SecretRules(schema));
    m_plan.clear();
    m_form.setSchema(schema);
    showUnknownPlan();
}

void Launcher::flowsChanged()
{
    const client::FlowSummary *now = summary();
    const json::Value schema = now ? now->input
                               : !m_system.isEmpty()
                                   ? unitedSchema(m_context.engine.flows(), m_system.toStdString())
                                   : json::Value();
    if (schema.isNull() || schema == m_form.schema())
        return later();
    const json::Value kept = m_form.input();
    setSchema(schema, m_flow.isEmpty() ? '@' + m_system : m_flow);
    m_form.fill(kept);
}

client::StartExecution Launcher::command() const
{
    client::StartExecution command;
    command.flow = FlowName(m_flow.toStdString());
    command.system = m_system.toStdString();
    command.input = m_form.input();
    return command;
}

Launch Launcher::launch(bool chosenFlow) const
{
    Launch launch;
    launch.flow = chosenFlow && m_flow.isEmpty() ? m_plan.preview().flow.value : m_flow.toStdString();
    launch.input = m_form.input();
    launch.secrets = m_form.secrets().names();
    launch.environment = environment();
    return launch;
}

void Launcher::later()
{
    ++m_generation; // a reply under way is for an older input
    if (!hasTarget())
        return setPlanState(PlanState::None);
    if (!m_form.problems().empty()) {
        m_delay.stop();
        return setPlanState(PlanState::InputInvalid);
    }
    m_delay.start();
    setPlanState(PlanState::Waiting);
}

void Launcher::preview()
{
    const int generation = ++m_generation;
    m_context.engine.preview(command(), this, [this, generation](Result<client::FlowPreview> reply) {
        if (generation != m_generation)
            return;
        if (reply) {
            m_plan.setPreview(*reply);
            return setPlanState(PlanState::Current);
        }
        m_planError = reply.error();
        showUnknownPlan();
        setPlanState(PlanState::Failed);
    });
}

/// The steps of the flow before anything is known about them.
void Launcher::showUnknownPlan()
{
    client::FlowPreview preview;
    if (const client::FlowSummary *flow = summary()) {
        preview.flow = flow->name;
        preview.steps = flow->steps;
    }
    m_plan.setPreview(preview);
}

void Launcher::setPlanState(PlanState state)
{
    m_planState = state;
    emit planChanged();
}

void Launcher::start()
{
    if (m_isStarting || !hasTarget() || !m_form.problems().empty() || !m_context.engine.isRunning())
        return;
    m_isStarting = true;
    emit startingChanged();
    const json::Value input = m_form.input();
    m_context.engine.start(command(), this, [this, input](Result<client::Started> reply) {
        endStart();
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        const QString execution = QString::fromStdString(reply->id.value);
        m_memory.remember(input, execution, SystemClock().wall());
        emit started(execution, reply->isRepeat);
    });
}

void Launcher::endStart()
{
    if (!m_isStarting)
        return;
    m_isStarting = false;
    emit startingChanged();
}

} // namespace batuta::views
