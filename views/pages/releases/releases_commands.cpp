// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleasesPage that does what people ask, and tells how far it is.
#include "views/models/releases/config_text.h"
#include "views/pages/releases/config_diff.h"
#include "views/pages/releases/release_words.h"
#include "views/pages/releases/releases_page.h"
#include "views/pages/releases/rollback_dialog.h"
#include "views/pages/releases/traffic_bar.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace batuta::views {

void ReleasesPage::addCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto changing = [this] { return whyNoChange(); };
    const auto pending = [this] {
        return m_model->isPending() ? whyNoChange() : tr("The traffic was not changed");
    };
    commands.add(this, {"releases.roll_back",
                        [] { return tr("Roll back"); },
                        "rollback",
                        {QKeySequence(Qt::SHIFT | Qt::Key_B)},
                        [this] { openDialog({}, {}); },
                        changing});
    commands.add(this, {"releases.traffic",
                        [] { return tr("Change the traffic"); },
                        "releases",
                        {Qt::Key_T},
                        [this] { giveShare(); },
                        changing});
    commands.add(this, {"releases.apply",
                        [this] { return isGuarded() ? tr("Review and apply") : tr("Apply"); },
                        "check",
                        {},
                        [this] { applyPending(); },
                        pending});
    commands.add(this, {"releases.cancel",
                        [] { return tr("Leave the traffic as it is"); },
                        "x",
                        {},
                        [this] { m_model->dropPending(); },
                        pending});
    addOtherCommands();
}

void ReleasesPage::addOtherCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(this, {"releases.undo",
                        [] { return tr("Undo the change of traffic"); },
                        "undo",
                        {QKeySequence::Undo},
                        [this] { undo(); },
                        [this] {
                            return m_model->undoSecondsLeft() > 0 ? QString()
                                                                  : tr("No change of the last two minutes");
                        }});
    commands.add(this, {"releases.diff",
                        [] { return tr("Go to the configuration"); },
                        "compare",
                        {},
                        [this] { m_diff->setFocus(); },
                        [this] { return whyNoService(); }});
    commands.add(
        this, {"releases.copy",
               [] { return tr("Copy the revision's name"); },
               "copy",
               {},
               [this] {
                   QGuiApplication::clipboard()->setText(QString::fromStdString(m_model->revision()));
                   emit told(tr("Copied"));
               },
               [this] { return m_model->revision().empty() ? tr("Select a revision first") : QString(); }});
    commands.add(this, {"releases.refresh",
                        [] { return tr("Read the releases again"); },
                        "retry",
                        {},
                        [this] { m_model->refresh(); },
                        {}});
}

RollbackDialog *ReleasesPage::dialog() const
{
    return m_dialog;
}

QString ReleasesPage::whyNoService() const
{
    return m_model->service() ? QString() : tr("Select a service first");
}

QString ReleasesPage::whyNoChange() const
{
    if (const QString why = whyNoAct(m_context.engine); !why.isEmpty())
        return why;
    return m_model->isMoving() ? tr("The traffic is moving") : whyNoService();
}

bool ReleasesPage::isGuarded() const
{
    return environmentKind(m_model->environment()) == EnvironmentKind::Production ||
           (m_model->service() && m_model->service()->place.isGuarded);
}

/// Where the environment is guarded, the change is confirmed first.
void ReleasesPage::applyPending()
{
    if (!m_model->isPending() || !whyNoChange().isEmpty())
        return;
    const releases::Traffic traffic = m_model->pendingTraffic();
    if (!isGuarded())
        return m_model->route(traffic, {}, false);
    const std::vector<releases::Move> moves =
        releases::movesBetween(m_model->service()->service.traffic, traffic);
    std::string target = moves.empty() ? m_model->revision() : moves.front().revision;
    if (target.empty())
        target = m_model->service()->service.latestReady;
    openDialog(target, traffic);
}

void ReleasesPage::openDialog(const std::string &target, std::optional<releases::Traffic> traffic)
{
    m_dialog = new RollbackDialog(*m_model, m_context.engine, m_context.preferences.utc(),
                                  {target, std::move(traffic)});
    m_overlay = new Overlay(window(), m_dialog, {800, 600});
    connect(m_dialog, &RollbackDialog::closeRequested, m_overlay, &Overlay::close);
    m_overlay->open();
}

/// The revision that is looked at gets a place in the bar, if it has none, and the keys go there.
void ReleasesPage::giveShare()
{
    m_model->addShare(m_model->revision());
    m_bar->setFocus();
}

/// One key: whoever has just typed the name of the service need not do it again.
void ReleasesPage::undo()
{
    const int left = m_model->undoSecondsLeft();
    if (left == 0 || !whyNoChange().isEmpty())
        return;
    m_model->undo(tr("Undone within two minutes"));
}

void ReleasesPage::presentMove()
{
    const int seconds = m_model->undoSecondsLeft();
    const std::optional<TrafficMove> &move = m_model->move();
    const bool isHere = move && move->service == m_model->serviceName() &&
                        move->environment == m_model->environment() &&
                        (move->phase != TrafficMove::Phase::Done || seconds > 0);
    m_moved->setVisible(isHere);
    if (!isHere)
        return;
    const bool isFailed = move->phase == TrafficMove::Phase::Failed;
    m_moved->setKind(isFailed ? Notice::Kind::Error : Notice::Kind::Info);
    m_moved->setText(moveSentence(*move, m_context.preferences.utc()),
                     isFailed ? errorAdvice(move->error) : QString());
    m_undo->setVisible(seconds > 0);
    m_undo->setText(tr("Undo, %1 s left").arg(seconds));
    m_context.commands.update();
}

} // namespace batuta::views
