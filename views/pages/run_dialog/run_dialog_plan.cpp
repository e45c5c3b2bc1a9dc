// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of RunDialog that says what would happen: plan, checks, the button.
#include "views/pages/run_dialog/form_pane.h"
#include "views/pages/run_dialog/plan_pane.h"
#include "views/pages/run_dialog/preset_bar.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QTabBar>

namespace batuta::views {
namespace {

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << QString::fromStdString(name);
    return list.join(", ");
}

} // namespace

QString RunDialog::planHeader() const
{
    const PlanModel &plan = m_launcher.plan();
    if (m_launcher.hasTarget() && !m_context.engine.isRunning())
        return whyNot();
    switch (m_launcher.planState()) {
    case Launcher::PlanState::None:
        return tr("The plan appears here.");
    case Launcher::PlanState::InputInvalid:
        return m_launcher.form().firstMissing().empty()
                   ? tr("The plan follows once the input is valid.")
                   : tr("The plan follows once the required fields are filled.");
    case Launcher::PlanState::Failed:
        return errorSentence(m_launcher.planError());
    case Launcher::PlanState::Waiting:
        if (plan.counts().runs + plan.counts().skips + plan.counts().filtered == 0)
            return tr("Asking the engine…");
        break;
    case Launcher::PlanState::Current:
        break;
    }
    const PlanModel::Counts counts = plan.counts();
    const QString runs = tr("%n step(s) run", nullptr, counts.runs);
    const QString skipped = tr("%n are skipped", nullptr, counts.skips + counts.filtered);
    if (counts.depends == 0)
        return tr("%1, %2").arg(runs, skipped);
    return tr("%1, %2, %3").arg(runs, skipped, tr("%n depend on results", nullptr, counts.depends));
}

QString RunDialog::routingText() const
{
    const client::FlowPreview &preview = m_launcher.plan().preview();
    if (m_launcher.system().isEmpty() || preview.flow.isEmpty())
        return {};
    const QString flow = QString::fromStdString(preview.flow.value);
    const client::RoutingView &routing = preview.routing;
    QString text =
        routing.rule == "default"
            ? tr("The routes choose %1, because no rule is true.").arg(flow)
            : tr("The routes choose %1 by the rule %2.").arg(flow, QString::fromStdString(routing.rule));
    if (!routing.ignoredFlags.empty())
        text += '\n' + tr("These flags have no say: %1.").arg(joined(routing.ignoredFlags));
    return text;
}

void RunDialog::refreshPlan()
{
    const Launcher::PlanState state = m_launcher.planState();
    const bool isFresh = state == Launcher::PlanState::Current;
    m_plan->setHeader(planHeader(), !isFresh);
    m_plan->setRouting(isFresh ? routingText() : QString());
    refreshChecks();
    refreshRun();
    if (isFresh)
        refreshTexts(); // the routed flow may be another one
}

void RunDialog::refreshChecks()
{
    const EngineLink &engine = m_context.engine;
    const Launcher::PlanState state = m_launcher.planState();
    QList<RunCheck> checks;
    if (!m_launcher.hasTarget())
        return m_plan->setChecks({}, {});
    if (engine.isRunning())
        checks << RunCheck{RunCheck::State::Good, tr("Engine accepts runs"),
                           tr("%n running", nullptr, engine.info().running)};
    else
        checks << RunCheck{RunCheck::State::Bad, tr("Engine does not accept runs"),
                           QString::fromStdString(engine.reason().detail)};
    const auto problems = static_cast<int>(m_launcher.form().problems().size());
    if (problems > 0)
        checks << RunCheck{RunCheck::State::Warning, tr("Input"),
                           tr("%n field(s) to mend", nullptr, problems)};
    else
        checks << RunCheck{RunCheck::State::Good, tr("Input"), tr("valid")};
    if (state == Launcher::PlanState::Current) {
        const QStringList missing = m_launcher.plan().missingKeys();
        checks << (missing.isEmpty() ? RunCheck{RunCheck::State::Good, tr("Environment keys for these steps"),
                                                tr("all set")}
                                     : RunCheck{RunCheck::State::Warning,
                                                tr("%n environment key(s) not set", nullptr,
                                                   static_cast<int>(missing.size())),
                                                missing.join(", ")});
    }
    if (problems == 0)
        if (const auto same = m_launcher.memory().sameAs(m_launcher.form().input()))
            checks << RunCheck{RunCheck::State::Warning, tr("Identical input ran %1").arg(agoWord(same->at)),
                               same->execution.left(8)};
    m_plan->setChecks(tr("Before the run"), checks);
}

QString RunDialog::whyNot() const
{
    if (!m_launcher.hasTarget())
        return tr("Choose a flow first.");
    if (m_launcher.isStarting())
        return tr("The run is being started.");
    switch (m_context.engine.state()) {
    case EngineLink::State::Running:
        return {};
    case EngineLink::State::Starting:
        return tr("The engine is starting.");
    case EngineLink::State::Stopping:
        return tr("The engine is stopping.");
    case EngineLink::State::Unreachable:
        break;
    }
    return tr("The engine does not answer: %1").arg(QString::fromStdString(m_context.engine.reason().detail));
}

void RunDialog::refreshRun()
{
    const QString reason = whyNot();
    const bool production = isProduction();
    const QString text = m_launcher.isStarting() ? tr("Starting…") : tr("Run in %1").arg(environmentName());
    m_run->setVariant(production ? Button::Variant::Production : Button::Variant::Primary);
    m_run->setIconName(production ? QStringLiteral("lock") : QStringLiteral("play"));
    m_run->setKeyHint(production ? QString() : QStringLiteral("Ctrl ⏎"));
    m_run->setText(text);
    m_run->setAccessibleName(text);
    const bool hadFocus = m_run->hasFocus();
    m_run->setEnabled(reason.isEmpty());
    if (hadFocus && !reason.isEmpty())
        m_cancel->setFocus();
    m_run->setToolTip(!reason.isEmpty() ? reason
                      : production
                          ? tr("Production: only this button runs it, by pointer or by Tab and Space.")
                          : text);
    m_run->setAccessibleDescription(reason);
    m_run->updateGeometry();
    m_run->update();
}

void RunDialog::retranslate()
{
    m_tabs->setTabText(0, tr("Plan"));
    m_tabs->setTabText(1, tr("Payload"));
    m_tabs->setTabText(2, tr("cURL"));
    m_tabs->setAccessibleName(tr("Plan, payload and command lines"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setKeyHint(tr("Esc"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    refreshTarget();
}

} // namespace batuta::views
