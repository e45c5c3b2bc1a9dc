// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of DeployWizard that shows where it stands.
#include "views/models/releases/config_text.h"
#include "views/models/releases/releases_model.h"
#include "views/pages/releases/deploy_pane.h"
#include "views/pages/releases/deploy_progress.h"
#include "views/pages/releases/deploy_review.h"
#include "views/pages/releases/deploy_summary.h"
#include "views/pages/releases/deploy_wizard.h"
#include "views/pages/releases/deploy_words.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/words.h"

#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace batuta::views {

void DeployWizard::present()
{
    const DeployDraft &draft = m_plan->draft();
    m_bodies->setCurrentIndex(m_run ? 1 : 0);
    m_kept->setVisible(!m_run);
    m_service->setText(draft.service.empty() ? tr("a new service") : QString::fromStdString(draft.service));
    const bool isCopy = draft.source == DeployDraft::Source::Revision && !draft.from.empty();
    m_from->setVisible(isCopy);
    m_arrow->setVisible(isCopy);
    m_from->setText(QString::fromStdString(shortRevision(draft.from, draft.service)));
    m_to->setText(environmentWord(draft.environment));
    m_to->setEnvironment(environmentKind(draft.environment));
    presentSteps();
    m_all[static_cast<std::size_t>(m_step)]->present();
    m_summary->present();
    presentFoot();
}

QString DeployWizard::detailOf(Step step) const
{
    const DeployDraft &draft = m_plan->draft();
    const auto setting = [&](const char *name) {
        const auto found = draft.settings.find(name);
        return found == draft.settings.end() ? QString() : QString::fromStdString(found->second);
    };
    switch (step) {
    case Step::Source:
        return draft.source == DeployDraft::Source::Revision ? tr("copy of a revision")
               : draft.source == DeployDraft::Source::Directory
                   ? tr("built from a directory")
                   : QString::fromStdString(draft.image.substr(draft.image.rfind('/') + 1));
    case Step::Configuration:
        return tr("%1 CPU, %2, %3", "of an instance")
            .arg(setting("cpu"), setting("memory"), setting("timeout"));
    case Step::Keys: {
        const auto many = std::count_if(draft.keys.begin(), draft.keys.end(),
                                        [](const DeployKey &key) { return key.after() != nullptr; });
        return tr("%n key(s)", nullptr, static_cast<int>(many));
    }
    case Step::Rollout:
        return rolloutWord(draft);
    case Step::Preflight:
        return m_plan->check()
                   ? tr("%n check(s)", nullptr, static_cast<int>(m_plan->check()->findings.size()))
               : m_plan->isLooking() ? tr("looking …")
                                     : tr("not looked at yet");
    default:
        return isGuarded() ? tr("typed confirmation") : tr("what will happen");
    }
}

void DeployWizard::presentSteps()
{
    const std::array<QString, DeployPlan::kSteps> titles{tr("Source"),           tr("Configuration"),
                                                         tr("Environment keys"), tr("Rollout"),
                                                         tr("Preflight"),        tr("Review and deploy")};
    std::array<DeploySteps::Line, DeploySteps::kCount> lines;
    for (int i = 0; i < DeployPlan::kSteps; ++i) {
        const Step step = static_cast<Step>(i);
        DeploySteps::Line &line = lines[static_cast<std::size_t>(i)];
        line.title = titles[static_cast<std::size_t>(i)];
        line.detail = detailOf(step);
        line.isReachable = m_plan->isReachable(step);
        const bool isBad = !m_plan->whyNot(step).isEmpty();
        const bool isPassed = i < static_cast<int>(m_step) && !isBad;
        line.mark = m_plan->hasWarnings(step) || (isBad && i < static_cast<int>(m_step))
                        ? DeploySteps::Mark::Warning
                    : isPassed ? DeploySteps::Mark::Done
                               : DeploySteps::Mark::Number;
    }
    m_steps->setLines(lines, static_cast<int>(m_step));
}

void DeployWizard::presentFoot()
{
    m_open->setVisible(m_run != nullptr);
    m_back->setVisible(!m_run);
    m_cancel->setVisible(!m_run);
    m_next->setKeyHint(m_run ? tr("Esc", "the key") : tr("Ctrl+Enter", "a key"));
    if (m_run) {
        m_next->setText(tr("Close"));
        m_next->setIconName({});
        m_next->setVariant(Button::Variant::Normal);
        m_next->setEnabled(true);
        return m_foot->setText(m_run->isOver() ? QString()
                                               : tr("It is safe to close this: the engine goes on."));
    }
    const bool isLast = m_step == Step::Review, isProduction = isGuarded();
    const std::array<QString, DeployPlan::kSteps> ways{
        tr("Continue to configuration"), tr("Continue to keys"),
        tr("Continue to rollout"),       tr("Continue to preflight"),
        tr("Continue to review"),        isProduction ? tr("Deploy to production") : tr("Deploy")};
    m_next->setText(ways[static_cast<std::size_t>(m_step)]);
    m_next->setIconName(!isLast ? "arrow" : isProduction ? "lock" : "upload");
    m_next->setVariant(isLast && isProduction ? Button::Variant::Production : Button::Variant::Primary);
    const QString why = isLast ? m_review->whyNot() : planSentence(m_plan->whyNot(m_step));
    m_next->setEnabled(why.isEmpty());
    m_foot->setText(!why.isEmpty()           ? why
                    : isLast && isProduction ? tr("Enter does not confirm here.")
                                             : tr("Nothing changes in %1 before step %2")
                                                   .arg(environmentWord(m_plan->draft().environment))
                                                   .arg(DeployPlan::kSteps));
}

/// Ctrl+Enter goes on, but never deploys to production. Esc leaves what the engine does alone to it.
void DeployWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) && m_next->isEnabled() && !m_run &&
        (m_step != Step::Review || !isGuarded()))
        return next();
    if (event->key() == Qt::Key_Left && event->modifiers().testFlag(Qt::AltModifier) && !m_run)
        return back();
    if (event->key() == Qt::Key_Escape && m_run)
        return next();
    QWidget::keyPressEvent(event);
}

bool DeployWizard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_next && event->type() == QEvent::KeyPress && m_step == Step::Review && isGuarded()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_run)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace batuta::views
