// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of Shell about environments: which one the engine runs in, and edits that nobody has applied.
#include "views/pages/environments/environments_page.h"
#include "views/shell/activity_rail.h"
#include "views/shell/environment_menu.h"
#include "views/shell/shell.h"
#include "views/shell/status_strip.h"
#include "views/shell/top_bar.h"
#include "views/shell/unapplied_dialog.h"
#include "views/widgets/overlay.h"

namespace batuta::views {
namespace {

// The choice holds as long as the workspace's own file says what it said then.
const QString kChosen = QStringLiteral("environment/chosen");
const QString kInstead = QStringLiteral("environment/instead_of");

} // namespace

void Shell::watchEnvironments()
{
    const WorkspaceInfo workspace = m_control.workspace();
    m_ownEnvironment = workspace.environment;
    m_environments =
        new EnvironmentList(workspace.isElsewhere() ? std::string() : workspace.folder.toStdString(), this);
    connect(m_environments, &EnvironmentList::changed, this,
            [this] { m_rail->setBadge("environments", m_environments->errors(), Status::Waiting); });
    connect(&m_context.engine, &EngineLink::flowsChanged, m_environments, &EnvironmentList::refresh);
    connect(&m_control.lock(), &ProductionLock::changed, this,
            [this] { m_top->setUnlocked(m_control.lock().secondsLeft()); });
    connect(m_top, &TopBar::environmentMenuWanted, this, &Shell::openEnvironmentMenu);
    m_context.commands.add(this, {"app.environment",
                                  [] { return tr("Choose the environment"); },
                                  "environments",
                                  {QKeySequence("Ctrl+Shift+E")},
                                  [this] { openEnvironmentMenu(m_top->environmentMenuPlace()); }});
}

/// Before the engine begins, and with the band of production already on the screen.
void Shell::restoreEnvironment()
{
    const QString chosen = m_context.state.value(kChosen).toString();
    if (!chosen.isEmpty() && m_control.canSwitch() &&
        m_context.state.value(kInstead).toString() == m_ownEnvironment)
        m_control.switchEnvironment(chosen);
}

QMenu *Shell::openEnvironmentMenu(const QPoint &at)
{
    auto *menu = new EnvironmentMenu(m_control, *m_environments, m_context.preferences.utc(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &EnvironmentMenu::chosen, this, &Shell::chooseEnvironment);
    connect(menu, &EnvironmentMenu::pageWanted, this, [this] { open({"environments", {}, {}}); });
    m_environments->refresh();
    menu->popup(at);
    return menu;
}

/// Looking is free everywhere: what changes production asks by itself.
void Shell::chooseEnvironment(const QString &name)
{
    if (name == m_control.workspace().environment || !m_control.canSwitch())
        return;
    const int running = m_context.engine.running();
    m_control.switchEnvironment(name);
    m_context.state.setValue(kChosen, name == m_ownEnvironment ? QString() : name);
    m_context.state.setValue(kInstead, m_ownEnvironment);
    m_status->tell(
        running > 0
            ? tr("The engine begins again in %1. %n run(s) go on as they began.", nullptr, running).arg(name)
            : tr("The engine begins again in %1.").arg(name));
}

/// Whether somebody has to answer first.
bool Shell::askAboutEdits()
{
    const auto found = m_pages.find("environments");
    const auto *page = found == m_pages.end() ? nullptr : qobject_cast<EnvironmentsPage *>(found->second);
    if (m_mayLeaveEdits || !page || !page->model() || page->model()->pendingCount() == 0)
        return false;
    auto *panel = new UnappliedDialog(page->model()->pendingCount());
    Overlay *shown = overlay(panel, {560, 180}, false);
    connect(panel, &UnappliedDialog::stayChosen, shown, &Overlay::close);
    const auto leave = [this, shown] {
        m_mayLeaveEdits = true;
        shown->close();
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    };
    connect(panel, &UnappliedDialog::keepChosen, this, leave);
    connect(panel, &UnappliedDialog::discardChosen, this, [page, leave] {
        page->model()->discard(QString());
        leave();
    });
    return true;
}

} // namespace batuta::views
