// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/input_form.h"
#include "views/models/input/input_memory.h"
#include "views/models/input/launch_text.h"
#include "views/models/input/plan_model.h"
#include "views/widgets/page.h"

#include <QTimer>

namespace batuta::views {

/// What the Run dialog is about: a flow, or a system whose routes choose one; its input, its plan, and its
/// start. Asks the engine for the plan 150 ms after the last change and drops replies that are stale. At most
/// one start is under way.
class Launcher final : public QObject
{
    Q_OBJECT

public:
    enum class PlanState { None, Waiting, Current, InputInvalid, Failed };

    Launcher(Context context, QObject *parent);

    /// Takes the schema of the flow. False when the engine has no such flow (yet).
    bool setFlow(const QString &flow);
    /// The form has the fields of all flows of the system.
    bool setSystem(const QString &system);
    QString flow() const { return m_flow; }
    QString system() const { return m_system; }
    bool hasTarget() const { return !m_flow.isEmpty() || !m_system.isEmpty(); }
    const client::FlowSummary *summary() const;
    /// The engine's flows are other ones: takes a changed schema over, and keeps the values.
    void flowsChanged();

    InputForm &form() { return m_form; }
    const InputForm &form() const { return m_form; }
    const PlanModel &plan() const { return m_plan; }
    InputMemory &memory() { return m_memory; }
    const InputMemory &memory() const { return m_memory; }
    PlanState planState() const { return m_planState; }
    const Error &planError() const { return m_planError; }
    bool isStarting() const { return m_isStarting; }
    const std::string &environment() const { return m_context.engine.info().environment; }
    /// For the command lines: the flow that the routes would choose stands in for an unnamed one.
    Launch launch(bool chosenFlow) const;

    /// Nothing while a start is under way or the input is wrong.
    void start();

signals:
    void planChanged();
    void startingChanged();
    void started(const QString &execution, bool isRepeat);
    void refused(const batuta::Error &error);
    /// The engine went away before it answered: whether it started is not known.
    void lost();

private:
    client::StartExecution command() const;
    void setSchema(const json::Value &schema, const QString &memoryKey);
    void later();
    void preview();
    void showUnknownPlan();
    void setPlanState(PlanState state);
    void endStart();

    Context m_context;
    QString m_flow, m_system;
    InputForm m_form;
    PlanModel m_plan;
    InputMemory m_memory;
    QTimer m_delay;
    PlanState m_planState = PlanState::None;
    Error m_planError;
    int m_generation = 0; ///< of the newest question for a plan
    bool m_isStarting = false;
};

} // namespace batuta::views
