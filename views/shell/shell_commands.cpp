// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/pages.h"
#include "views/shell/shell.h"
#include "views/shell/status_strip.h"
#include "views/widgets/command_registry.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QStackedWidget>

namespace batuta::views {

void Shell::addCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto add = [&](const char *id, std::function<QString()> text, const char *icon, const char *keys,
                         std::function<void()> run) {
        commands.add(this, {id, std::move(text), icon, {QKeySequence(keys)}, std::move(run)});
    };
    add(
        "app.palette", [] { return tr("Search"); }, "search", "Ctrl+K",
        [this] {
            const QString held = QApplication::clipboard()->text().left(400).trimmed();
            openPalette(looksLikeId(held) ? held : QString());
        });
    add(
        "app.commands", [] { return tr("Search commands"); }, "command", "Ctrl+Shift+P",
        [this] { openPalette(">"); });
    add(
        "app.paste_id", [] { return tr("Find the pasted ID"); }, "hash", "Ctrl+V",
        [this] {
            const QString held = QApplication::clipboard()->text().left(400).trimmed();
            if (looksLikeId(held) || Address::parse(held))
                openPalette(held);
        });
    commands.add(this, {"app.run",
                        [] { return tr("Run flow"); },
                        "play",
                        {QKeySequence("Ctrl+R")},
                        [this] {
                            const Address here = currentPage() ? currentPage()->address() : Address();
                            const bool isFlow = here.view == "flow" || here.view == "flows";
                            const bool isKnown = isFlow && m_context.engine.flow(here.id);
                            openRunDialog(isKnown ? here.id : QString(), {});
                        },
                        [this] { return runReason(); }});
    addViewCommands();
    addEngineCommands();
    addCapsuleCommands();
    addLookCommands();
    add(
        "app.keys", [] { return tr("Keys of this view"); }, "help", "F1", [this] { openKeys(); });
    add(
        "app.menu", [] { return tr("All commands"); }, "more", "F10",
        [this] { openMenu(mapToGlobal(QPoint(24, 46))); });
    add(
        "app.quit", [] { return tr("Close the window"); }, "x", "Ctrl+Q", [this] { close(); });
}

void Shell::addViewCommands()
{
    CommandRegistry &commands = m_context.commands;
    for (const ViewEntry &entry : viewEntries()) {
        const QList<QKeySequence> keys = entry.keys.isEmpty() ? QList<QKeySequence>() : QList{entry.keys};
        if ((!entry.icon.isEmpty() || entry.view == "welcome") && belongsHere(entry.view))
            commands.add(this,
                         {"view." + entry.view, entry.text, entry.icon, keys, [this, view = entry.view] {
                              open({view, {}, {}});
                          }});
    }
    commands.add(this,
                 {"app.back",
                  [] { return tr("Back"); },
                  "arrowl",
                  {QKeySequence("Alt+Left")},
                  [this] { m_navigation.back(); },
                  [this] { return m_navigation.canGoBack() ? QString() : tr("This is the first place"); }});
    commands.add(this,
                 {"app.forward",
                  [] { return tr("Forward"); },
                  "arrow",
                  {QKeySequence("Alt+Right")},
                  [this] { m_navigation.forward(); },
                  [this] { return m_navigation.canGoForward() ? QString() : tr("This is the last place"); }});
    commands.add(this, {"app.next_pane",
                        [] { return tr("Next pane"); },
                        "panelr",
                        {QKeySequence("F6")},
                        [this] { movePane(1); }});
    commands.add(this, {"app.previous_pane",
                        [] { return tr("Previous pane"); },
                        "panelr",
                        {QKeySequence("Shift+F6")},
                        [this] { movePane(-1); }});
    commands.add(this, {"app.copy_address",
                        [] { return tr("Copy the address of this view"); },
                        "link",
                        {QKeySequence("Ctrl+Shift+L")},
                        [this] {
                            QApplication::clipboard()->setText(m_navigation.current().text());
                            m_status->tell(tr("Address copied"));
                        }});
}

void Shell::addEngineCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(this,
                 {"app.refresh",
                  [this] { return m_context.engine.isRetrying() ? tr("Try again now") : tr("Refresh"); },
                  "retry",
                  {QKeySequence("F5")},
                  [this] {
                      if (m_context.engine.isRetrying())
                          return m_context.engine.retryNow();
                      m_context.engine.refresh();
                      if (Page *shown = currentPage())
                          shown->refresh();
                  },
                  [this] {
                      const bool asks = m_context.engine.isRunning() || m_context.engine.isRetrying();
                      return asks ? QString() : tr("The engine does not answer");
                  }});
    commands.add(this, {"engine.connection",
                        [] { return tr("Engine and connection"); },
                        "plug",
                        {},
                        [this] { showConnection(true); }});
    commands.add(this, {"engine.connect",
                        [] { return tr("Connect to another engine…"); },
                        "plug",
                        {},
                        [this] { openSignIn(false); }});
    if (!m_control.workspace().capsule)
        m_control.workspace().isElsewhere() ? addOtherEngineCommands() : addOwnEngineCommands();
    commands.add(this, {"app.open_workspace",
                        [] { return tr("Open a workspace…"); },
                        "folder",
                        {QKeySequence("Ctrl+O")},
                        [this] { chooseWorkspace(); }});
}

/// Of an engine that this window has started.
void Shell::addOwnEngineCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(this, {"engine.start",
                        [] { return tr("Start engine"); },
                        "play",
                        {},
                        [this] { m_control.start(); },
                        [this] {
                            const bool gone = m_context.engine.state() == EngineLink::State::Unreachable;
                            return gone ? QString() : tr("The engine runs already");
                        }});
    commands.add(this, {"engine.stop",
                        [] { return tr("Stop engine"); },
                        "stop",
                        {},
                        [this] { m_control.stop(); },
                        [this] {
                            if (!m_context.engine.isRunning())
                                return tr("The engine does not run");
                            const int running = m_context.engine.running();
                            return running == 0 ? QString() : tr("%n run(s) still going", nullptr, running);
                        }});
}

/// An engine elsewhere is not ours to start or stop.
void Shell::addOtherEngineCommands()
{
    m_context.commands.add(
        this,
        {"engine.sign_in", [] { return tr("Sign in again…"); }, "key", {}, [this] { openSignIn(true); }});
}

void Shell::addLookCommands()
{
    CommandRegistry &commands = m_context.commands;
    Preferences &preferences = m_context.preferences;
    const auto add = [&](const char *id, std::function<QString()> text, const char *icon,
                         std::function<void()> run) {
        commands.add(this, {id, std::move(text), icon, {}, std::move(run)});
    };
    add(
        "look.light", [] { return tr("Light theme"); }, "sun",
        [&preferences] { preferences.setTheme("light"); });
    add(
        "look.dark", [] { return tr("Dark theme"); }, "moon",
        [&preferences] { preferences.setTheme("dark"); });
    add(
        "look.system", [] { return tr("Theme of the system"); }, "settings",
        [&preferences] { preferences.setTheme("system"); });
    add(
        "look.english", [] { return QStringLiteral("English"); }, "settings",
        [&preferences] { preferences.setLanguage("en"); });
    add(
        "look.portuguese", [] { return QString::fromUtf8("Português (Brasil)"); }, "settings",
        [&preferences] { preferences.setLanguage("pt_BR"); });
    add(
        "look.utc", [] { return tr("Switch between local time and UTC"); }, "clock",
        [&preferences] { preferences.setUtc(!preferences.utc()); });
}

QString Shell::runReason() const
{
    if (!m_context.engine.isRunning())
        return tr("The engine does not answer");
    if (m_context.engine.isReadOnly())
        return tr("A capsule is only read");
    return m_context.engine.flows().empty() ? tr("This workspace has no flow") : QString();
}

/// Every command that can be seen from here, page first.
void Shell::openMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QWidget *shown = currentPage();
    bool ofPage = false;
    for (QAction *action : m_context.commands.commandsOf(shown))
        if (m_context.commands.scopeOf(action) == shown) {
            menu->addAction(action);
            ofPage = true;
        }
    if (ofPage)
        menu->addSeparator();
    QString group;
    for (QAction *action : m_context.commands.commandsOf(nullptr)) {
        const QString own = CommandRegistry::idOf(action).section('.', 0, 0);
        if (!group.isEmpty() && own != group)
            menu->addSeparator();
        group = own;
        menu->addAction(action);
    }
    menu->popup(at);
}

void Shell::openWorkspaceMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const WorkspaceInfo workspace = m_control.workspace();
    menu->addAction(workspace.folder)->setEnabled(false);
    if (workspace.isElsewhere())
        menu->addAction(workspace.place)->setEnabled(false);
    menu->addAction(tr("Copy the folder's path"), this, [this, workspace] {
        QApplication::clipboard()->setText(workspace.folder);
        m_status->tell(tr("Path copied"));
    });
    menu->addSeparator();
    for (const char *id : {"app.open_workspace", "app.open_capsule", "engine.connect", "view.welcome"})
        if (QAction *action = m_context.commands.action(id))
            menu->addAction(action);
    menu->popup(at);
}

void Shell::chooseWorkspace()
{
    auto *dialog = new QFileDialog(this, tr("Open a workspace: a folder with flows/<system>/<flow>.yaml"),
                                   m_control.workspace().folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        if (QDir(folder).exists("flows"))
            m_control.openWorkspace(folder);
        else
            m_status->tell(tr("%1 has no folder named flows").arg(folder));
    });
    dialog->open();
}

/// Panes are the widgets that a page has marked with the property `pane`, in their order, and the rail.
void Shell::movePane(int by)
{
    QList<QWidget *> panes;
    if (Page *shown = currentPage())
        for (QWidget *widget : shown->findChildren<QWidget *>())
            if (widget->property("pane").toBool() && widget->isVisible())
                panes.append(widget);
    if (panes.isEmpty() && currentPage())
        panes.append(currentPage());
    if (panes.isEmpty())
        return;
    QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    const qsizetype next = at < 0 ? (by > 0 ? 0 : panes.size() - 1) : (at + by + panes.size()) % panes.size();
    QWidget *target = panes.at(next);
    if (target->focusPolicy() == Qt::NoFocus && !target->focusProxy())
        for (QWidget *inner : target->findChildren<QWidget *>())
            if (inner->focusPolicy() & Qt::TabFocus && inner->isVisible() && inner->isEnabled())
                return inner->setFocus(Qt::TabFocusReason);
    target->setFocus(Qt::TabFocusReason);
}

} // namespace batuta::views
