// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What can be done on the page, as commands.
#include "views/pages/flows/flows_page.h"

#include "views/graph/flow_view.h"
#include "views/pages/flows/flow_canvas.h"
#include "views/pages/flows/flow_inspector.h"
#include "views/pages/flows/flow_list.h"

#include <QUrlQuery>

namespace batuta::views {

QString FlowsPage::whyNoFlow() const
{
    return m_version.isEmpty() ? tr("No flow is chosen.") : QString();
}

QString FlowsPage::whyNotRun() const
{
    if (!m_context.engine.isRunning())
        return tr("The engine is not running.");
    return whyNoFlow();
}

void FlowsPage::addCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(this, {"flows.run",
                        [this] { return tr("Run"); },
                        "play",
                        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                        [this] { emit runRequested(m_flow, {}); },
                        [this] { return whyNotRun(); }});
    commands.add(this, {"flows.runs",
                        [this] { return tr("Runs of this flow"); },
                        "runs",
                        {},
                        [this] {
                            Address runs{"runs", {}, {}};
                            runs.query.addQueryItem("flow", m_flow);
                            emit openRequested(runs);
                        },
                        [this] { return whyNoFlow(); }});
    commands.add(this, {"flows.filter",
                        [this] { return tr("Filter flows"); },
                        "filter",
                        {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)},
                        [this] { m_list->focusFilter(); }});
    commands.add(
        this,
        {"flows.inspector",
         [this] { return m_inspector->isHidden() ? tr("Show the inspector") : tr("Hide the inspector"); },
         "panelr",
         {QKeySequence(Qt::CTRL | Qt::Key_I)},
         [this] { toggleInspector(); }});
}

void FlowsPage::addEditorCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(this, {"flows.edit",
                        [] { return tr("Edit"); },
                        "edit",
                        {QKeySequence(Qt::CTRL | Qt::Key_E)},
                        [this] {
                            Address editor = address();
                            editor.view = "flow";
                            emit openRequested(editor);
                        },
                        [this] { return m_flow.isEmpty() ? tr("No flow is chosen.") : QString(); }});
    commands.add(this, {"flows.new",
                        [] { return tr("New flow"); },
                        "plus",
                        {QKeySequence(Qt::CTRL | Qt::Key_N)},
                        [this] {
                            Address editor{"flow", m_flow, {}};
                            editor.query.addQueryItem("new", "1");
                            emit openRequested(editor);
                        }});
    commands.add(this, {"flows.routes",
                        [] { return tr("Routes of the system"); },
                        "fork",
                        {},
                        [this] {
                            const client::FlowSummary *flow = m_context.engine.flow(m_flow);
                            emit openRequested({"routes", QString::fromStdString(flow->system), {}});
                        },
                        [this] { return whyNoFlow(); }});
    commands.add(
        this,
        {"flows.drafts",
         [this] { return tr("%n draft(s)", nullptr, static_cast<int>(m_drafts.size())); },
         "edit",
         {},
         [this] { openDrafts(); },
         [this] { return m_drafts.isEmpty() ? tr("Every flow was published at least once.") : QString(); }});
}

/// Their keys are letters, and act on the canvas only.
void FlowsPage::addCanvasCommands()
{
    struct Entry
    {
        const char *id;
        std::function<QString()> text;
        const char *icon;
        QList<QKeySequence> keys;
        void (FlowView::*act)();
    };
    const Entry entries[] = {
        {"flows.fit",
         [] { return tr("Fit the whole graph"); },
         "fit",
         {QKeySequence(Qt::Key_F)},
         &FlowView::fit},
        {"flows.fitSelection",
         [] { return tr("Fit the selected step"); },
         "target",
         {QKeySequence(Qt::SHIFT | Qt::Key_F)},
         &FlowView::fitSelection},
        {"flows.zoomIn",
         [] { return tr("Zoom in"); },
         "plus",
         {QKeySequence(Qt::Key_Plus)},
         &FlowView::zoomIn},
        {"flows.zoomOut",
         [] { return tr("Zoom out"); },
         "minus",
         {QKeySequence(Qt::Key_Minus)},
         &FlowView::zoomOut},
        {"flows.zoomReset",
         [] { return tr("Zoom to 100 %"); },
         "search",
         {QKeySequence(Qt::Key_0)},
         &FlowView::resetZoom},
    };
    for (const Entry &entry : entries) {
        FlowView *view = &m_canvas->view();
        QAction *action = m_context.commands.add(this, {entry.id, entry.text, entry.icon, entry.keys,
                                                        [view, act = entry.act] { (view->*act)(); },
                                                        [this] { return whyNoFlow(); }});
        action->setShortcutContext(Qt::WidgetShortcut);
        view->addAction(action);
    }
}

} // namespace batuta::views
