// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/shell.h"

#include "views/models/runs/capsule_export.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/shell/activity_rail.h"
#include "views/shell/close_dialog.h"
#include "views/shell/connection.h"
#include "views/shell/environment_band.h"
#include "views/shell/keys_sheet.h"
#include "views/shell/pages.h"
#include "views/shell/palette.h"
#include "views/shell/sign_in.h"
#include "views/shell/status_strip.h"
#include "views/shell/top_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/faded_effect.h"
#include "views/widgets/overlay.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGridLayout>
#include <QStackedWidget>

namespace batuta::views {

Shell::Shell(Context context, EngineControl &control, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_context(context)
    , m_control(control)
    , m_stack(new QStackedWidget)
    , m_rail(new ActivityRail)
    , m_status(new StatusStrip(context, control.workspace()))
    , m_connection(new ConnectionPanel(context.engine, control))
{
    addCommands();
    build();
    watchEnvironments();
    connect(&m_navigation, &Navigation::moved, this, &Shell::showPage);
    connect(&m_context.engine, &EngineLink::stateChanged, this, [this] {
        m_context.commands.update();
        fadeWhenStale();
        askForTheToken();
    });
    connect(&m_context.engine, &EngineLink::attemptsChanged, this, [this] { m_context.commands.update(); });
    connect(&m_context.engine, &EngineLink::flowsChanged, this, [this] { m_context.commands.update(); });
    connect(&m_control, &EngineControl::workspaceChanged, this, &Shell::showWorkspace);
    connect(&m_context.engine, &EngineLink::infoChanged, this, [this] {
        m_rail->setBadge("runs", m_context.engine.running());
        closeWhenIdle();
    });
    setAcceptDrops(true);
    setMinimumSize(1120, 680);
    resize(1440, 900);
    restoreGeometry(m_context.preferences.value("window/geometry").toByteArray());
}

Shell::~Shell()
{
    // Pages take their commands along; the registry may be asked no more once the pages go.
    disconnect(&m_context.engine, nullptr, this, nullptr);
}

void Shell::build()
{
    const WorkspaceInfo workspace = m_control.workspace();
    m_top = new TopBar(workspace, m_context.engine, m_context.commands);
    m_band = new EnvironmentBand;
    m_band->setEnvironment(environmentKind(workspace.environment.toStdString()));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_band, 0, 0, 1, 2);
    grid->addWidget(m_top, 1, 0, 1, 2);
    grid->addWidget(m_rail, 2, 0, 3, 1);
    grid->addWidget(workspace.capsule ? capsuleStrip() : unreachableStrip(), 2, 1);
    grid->addWidget(m_stack, 3, 1);
    grid->addWidget(m_connection, 4, 1);
    grid->addWidget(m_status, 5, 0, 1, 2);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(1, 1);
    m_connection->hide();
    connect(m_connection, &ConnectionPanel::otherEngineWanted, this, [this] { openSignIn(false); });
    connect(m_connection, &ConnectionPanel::closeRequested, this, [this] { showConnection(false); });
    connect(m_connection, &ConnectionPanel::told, m_status, &StatusStrip::tell);
    const auto toggle = [this] { showConnection(m_connection->isHidden()); };
    connect(m_top, &TopBar::engineWanted, this, toggle);
    connect(m_status, &StatusStrip::engineWanted, this, toggle);
    connect(m_status, &StatusStrip::problemsWanted, this, [this] { open({"flows", {}, {}}); });
    connect(m_top, &TopBar::menuWanted, this, &Shell::openMenu);
    connect(m_top, &TopBar::workspaceMenuWanted, this, &Shell::openWorkspaceMenu);
    for (const ViewEntry &entry : viewEntries())
        if (!entry.icon.isEmpty() && belongsHere(entry.view))
            m_rail->add(entry.view, m_context.commands.action("view." + entry.view), entry.bottom);
}

QWidget *Shell::unreachableStrip()
{
    const CommandRegistry &commands = m_context.commands;
    auto *strip = new UnreachableStrip(
        m_context.engine,
        {commands.action("app.refresh"), commands.action("engine.start"), commands.action("engine.sign_in")});
    connect(strip, &UnreachableStrip::detailsWanted, this, [this] { showConnection(true); });
    return strip;
}

/// An engine elsewhere may come back with another workspace or environment.
void Shell::showWorkspace()
{
    const WorkspaceInfo workspace = m_control.workspace();
    m_band->setEnvironment(environmentKind(workspace.environment.toStdString()));
    m_top->setWorkspace(workspace);
    m_status->setWorkspace(workspace);
    retitle();
}

void Shell::begin()
{
    restoreEnvironment();
    const bool elsewhere = m_control.workspace().isElsewhere();
    const bool welcomed = elsewhere || m_context.preferences.value("window/welcomed", false).toBool();
    if (!elsewhere)
        m_context.preferences.setValue("window/welcomed", true);
    const auto last = Address::parse(m_context.state.value("window/address").toString());
    QWidget::show();
    if (m_control.workspace().capsule)
        return showCapsule();
    open(!welcomed ? Address{"welcome", {}, {}} : last.value_or(Address{"overview", {}, {}}));
}

void Shell::open(const Address &address)
{
    m_navigation.visit(address);
}

void Shell::raiseWith(const QString &message)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    if (const auto address = Address::parse(message))
        open(*address);
    else if (message.endsWith(kCapsuleSuffix))
        openCapsule(message);
}

Page *Shell::page(const QString &view)
{
    const auto known = m_pages.find(view);
    if (known != m_pages.end())
        return known->second;
    for (const ViewEntry &entry : viewEntries()) {
        if (entry.view != view)
            continue;
        Page *made = entry.make(m_context, m_control);
        m_pages[view] = made;
        m_stack->addWidget(made);
        follow(made);
        return made;
    }
    return nullptr;
}

Page *Shell::currentPage() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void Shell::follow(Page *page)
{
    connect(page, &Page::openRequested, this, &Shell::open);
    connect(page, &Page::runRequested, this, &Shell::openRunDialog);
    connect(page, &Page::told, m_status, &StatusStrip::tell);
    connect(page, &Page::addressChanged, this, [this, page] {
        if (page == currentPage())
            m_navigation.amend(page->address());
        retitle();
    });
}

void Shell::showPage(const Address &address)
{
    Page *shown = page(address.view);
    if (!shown)
        return m_status->tell(tr("There is no view for %1").arg(address.text().left(80)));
    const bool isCovered = moveDialogs(currentPage(), shown);
    m_stack->setCurrentWidget(shown);
    shown->open(address);
    for (const ViewEntry &entry : viewEntries())
        if (entry.view == address.view)
            m_rail->setCurrent(entry.rail);
    if (!isCovered &&
        (!m_overlay || m_overlay->isHidden())) // one that has closed is still there for a moment
        shown->setFocus();
    m_context.commands.update();
    retitle();
}

/// What a page has opened stays with it: it does not lie over another page, and is there again on the way
/// back. True when it is.
bool Shell::moveDialogs(Page *from, Page *to)
{
    if (from == to)
        return false;
    for (Overlay *each : findChildren<Overlay *>(QString(), Qt::FindDirectChildrenOnly))
        if (each != m_overlay && each->isVisible()) {
            each->hide();
            m_setAside[from].append(each);
        }
    bool isCovered = false;
    for (const QPointer<Overlay> &each : m_setAside[to])
        if (each) {
            each->open();
            isCovered = true;
        }
    m_setAside[to].clear();
    return isCovered;
}

void Shell::retitle()
{
    const WorkspaceInfo workspace = m_control.workspace();
    const QString title = currentPage() ? currentPage()->title() : QString();
    const QString place = workspace.isElsewhere() ? workspace.place + " · " : QString();
    setWindowTitle(
        QString("%1 · %2 (%3) · %4Batuta").arg(title, workspace.name, workspace.environment, place));
}

Overlay *Shell::overlay(QWidget *panel, QSize size, bool onTop)
{
    closeOverlay();
    m_overlay = new Overlay(this, panel, size, onTop ? Overlay::Place::Top : Overlay::Place::Centre);
    m_overlay->open();
    return m_overlay;
}

void Shell::closeOverlay()
{
    if (m_overlay)
        m_overlay->close();
}

QWidget *Shell::openPalette(const QString &text)
{
    auto *palette = new CommandPalette(m_context.engine, m_context.commands, currentPage());
    Overlay *shown = overlay(palette, {940, 540}, true);
    connect(palette, &CommandPalette::closeRequested, shown, &Overlay::close);
    connect(palette, &CommandPalette::addressChosen, this, &Shell::open);
    connect(palette, &CommandPalette::actionChosen, this, [](QAction *action) { action->trigger(); });
    palette->remember(m_context.state);
    palette->setText(text);
    return palette;
}

QWidget *Shell::openRunDialog(const QString &flow, const QString &inputJson)
{
    auto *dialog = new RunDialog(m_context, nullptr);
    Overlay *shown = overlay(dialog, {1000, 648}, false);
    connect(dialog, &RunDialog::closeRequested, shown, &Overlay::close);
    connect(dialog, &RunDialog::told, m_status, &StatusStrip::tell);
    connect(dialog, &RunDialog::started, this, [this, shown](const QString &execution) {
        shown->close();
        open({"run", execution, {}});
    });
    dialog->setFlow(flow, inputJson);
    return dialog;
}

QWidget *Shell::openKeys()
{
    auto *sheet = new KeysSheet(m_context.commands, currentPage());
    Overlay *shown = overlay(sheet, {820, 560}, false);
    connect(sheet, &KeysSheet::closeRequested, shown, &Overlay::close);
    return sheet;
}

SignIn *Shell::openSignIn(bool again)
{
    auto *panel = new SignIn(m_control, m_context.preferences);
    Overlay *shown = overlay(panel, {560, 460}, false);
    connect(panel, &SignIn::closeRequested, shown, &Overlay::close);
    connect(panel, &SignIn::entered, shown, &Overlay::close);
    if (again) {
        EngineAddress address = m_control.address();
        address.token.clear(); // it is no longer the right one, or another one is wanted
        panel->setAgain(address);
        if (m_context.engine.state() == EngineLink::State::Unreachable)
            panel->setTrouble(m_context.engine.reason());
    }
    panel->setFocus();
    return panel;
}

/// Waiting helps no engine that does not let this window in.
void Shell::askForTheToken()
{
    const ErrorCode code = m_context.engine.reason().code;
    if (m_control.workspace().isElsewhere() && !m_overlay &&
        m_context.engine.state() == EngineLink::State::Unreachable &&
        (code == ErrorCode::HttpUnauthorized || code == ErrorCode::NetTls))
        openSignIn(true);
}

void Shell::showConnection(bool shown)
{
    if (shown)
        m_connection->refresh();
    m_connection->setVisible(shown);
}

/// What an engine that is gone has left on the screen loses its colour.
void Shell::fadeWhenStale()
{
    const bool stale = m_context.engine.state() == EngineLink::State::Unreachable;
    if (stale == (m_stack->graphicsEffect() != nullptr))
        return;
    m_stack->setGraphicsEffect(stale ? new FadedEffect : nullptr);
}

void Shell::closeEvent(QCloseEvent *event)
{
    saveState();
    if (askAboutEdits())
        return event->ignore();
    // What runs elsewhere goes on without this window.
    const bool isOurs = !m_control.workspace().isElsewhere();
    if (isOurs && !m_mayClose && m_context.engine.isRunning() && m_context.engine.running() > 0) {
        event->ignore();
        return askToClose();
    }
    event->accept();
    emit left();
}

void Shell::askToClose()
{
    if (m_closing)
        return;
    m_closing = new CloseDialog;
    m_closing->setRunning(m_context.engine.running());
    Overlay *shown = overlay(m_closing, {520, 190}, false);
    connect(m_closing, &CloseDialog::stayChosen, shown, &Overlay::close);
    connect(m_closing, &CloseDialog::finishChosen, m_closing, &CloseDialog::setWaiting);
    connect(m_closing, &CloseDialog::cancelChosen, this, [this] {
        m_closing->setWaiting();
        cancelAll();
    });
    connect(shown, &Overlay::closed, this, [this] { m_closing = nullptr; });
}

void Shell::cancelAll()
{
    client::ExecutionQuery query;
    query.status = "running";
    query.limit = 1000;
    m_context.engine.executions(std::move(query), this, [this](Result<client::ExecutionPage> page) {
        if (!page)
            return m_status->tell(tr("The runs could not be listed"));
        for (const client::ExecutionRecord &record : page->items)
            m_context.engine.cancel(QString::fromStdString(record.id), this, [](Result<void>) {});
    });
}

/// While the dialog waits: closes the window with the end of the last execution.
void Shell::closeWhenIdle()
{
    if (!m_closing)
        return;
    m_closing->setRunning(m_context.engine.running());
    if (m_context.engine.running() > 0)
        return;
    m_mayClose = true;
    QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void Shell::saveState()
{
    m_context.preferences.setValue("window/geometry", saveGeometry());
    m_context.state.setValue("window/address", m_navigation.current().text());
    m_context.state.save();
}

void Shell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retitle();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
