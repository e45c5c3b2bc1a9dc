// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What can be done on the page, as commands; those of the canvas and of the tests are added where they live.
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_header.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/testing/test_commands.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/text/problems_pane.h"
#include "views/pages/editor/text/yaml_pane.h"

#include <QMenu>

namespace batuta::views {

void EditorPage::add(const char *id, std::function<QString()> text, const char *icon,
                     const QList<QKeySequence> &keys, Act act)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = std::move(text);
    spec.icon = icon;
    spec.keys = keys;
    spec.run = std::move(act.run);
    spec.whyNot = act.whyNot ? std::move(act.whyNot) : [this] { return whyNoDesk(); };
    m_context.commands.add(this, std::move(spec));
}

QString EditorPage::whyNoDesk() const
{
    return m_desk ? QString() : tr("No flow is open.");
}

void EditorPage::addCommands()
{
    add("editor.undo", [this] { return m_desk ? undoWord(true) : tr("Undo"); }, "undo",
        {QKeySequence(Qt::CTRL | Qt::Key_Z)},
        {[this] { m_desk->document().undoStack().undo(); },
         [this] {
             return !m_desk                                    ? whyNoDesk()
                    : m_desk->document().undoStack().canUndo() ? QString()
                                                               : tr("There is nothing to undo.");
         }});
    add("editor.redo", [this] { return m_desk ? undoWord(false) : tr("Redo"); }, "redo",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        {[this] { m_desk->document().undoStack().redo(); },
         [this] {
             return !m_desk                                    ? whyNoDesk()
                    : m_desk->document().undoStack().canRedo() ? QString()
                                                               : tr("There is nothing to redo.");
         }});
    add("editor.save", [] { return tr("Save the draft now"); }, "download",
        {QKeySequence(Qt::CTRL | Qt::Key_S)}, {[this] { m_files->saveDraft(); }, {}});
    add("editor.discard", [] { return tr("Discard the draft"); }, "trash", {},
        {[this] {
             m_files->discardDraft(tr("Discard the draft"));
             emit told(tr("The draft is discarded. Undo brings it back."));
         },
         [this] {
             return !m_desk                           ? whyNoDesk()
                    : m_desk->isReadOnly()            ? whyReadOnly()
                    : !m_desk->document().isChanged() ? tr("There are no changes.")
                    : m_files->knownVersion().empty() ? tr("It was never published.")
                                                      : QString();
         }});
    add("editor.new", [] { return tr("New flow"); }, "plus", {QKeySequence(Qt::CTRL | Qt::Key_N)},
        {[this] { newFlow(); }, [this] { return whyNotNew(); }});
    add("editor.runs", [] { return tr("Runs of this flow"); }, "runs", {},
        {[this] {
             Address runs{"runs", {}, {}};
             runs.query.addQueryItem("flow", m_flow);
             emit openRequested(runs);
         },
         {}});
    add("editor.more", [] { return tr("More"); }, "more", {}, {[this] { openMore(); }, {}});
    addVersionCommands();
    addPaneCommands();
    addYamlCommands();
    addExportCommands();
    addTestCommands(m_context.commands, this, [this] { return m_desk ? &m_desk->tests() : nullptr; });
}

void EditorPage::addPaneCommands()
{
    const auto mode = [this](const char *id, std::function<QString()> text, const char *name, int key) {
        add(id, std::move(text), "panelb", {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(key))},
            {[this, name] { m_desk->setMode(name); }, {}});
    };
    mode(
        "editor.mode_graph", [] { return tr("Show the graph"); }, "graph", Qt::Key_1);
    mode(
        "editor.mode_split", [] { return tr("Show graph and YAML"); }, "split", Qt::Key_2);
    mode(
        "editor.mode_yaml", [] { return tr("Show the YAML"); }, "yaml", Qt::Key_3);
    add("editor.inspector", [] { return tr("Show or hide the inspector"); }, "panelr",
        {QKeySequence(Qt::CTRL | Qt::Key_I)}, {[this] { m_desk->toggleInspector(); }, {}});
    add("editor.bottom", [] { return tr("Show or hide the panes below"); }, "panelb",
        {QKeySequence(Qt::CTRL | Qt::Key_J)},
        {[this] { m_desk->setMode(m_desk->mode() == "graph" ? "split" : "graph"); }, {}});
    add("editor.outline", [] { return tr("Outline"); }, "flows",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, {[this] { m_desk->showBottom("outline"); }, {}});
    add("editor.problems", [] { return tr("Problems"); }, "warn",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, {[this] { m_desk->showBottom("problems"); }, {}});
    add("editor.tests", [] { return tr("Tests"); }, "play", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)},
        {[this] { m_desk->showBottom("tests"); }, {}});
    add("editor.next_problem", [] { return tr("Next problem"); }, "down", {QKeySequence(Qt::Key_F8)},
        {[this] { m_desk->problems().next(); }, {}});
    add("editor.previous_problem", [] { return tr("Previous problem"); }, "up",
        {QKeySequence(Qt::SHIFT | Qt::Key_F8)}, {[this] { m_desk->problems().previous(); }, {}});
    add("editor.fix", [] { return tr("Quick fix"); }, "wand", {QKeySequence(Qt::CTRL | Qt::Key_Period)},
        {[this] { m_desk->problems().fixCurrent(); }, {}});
}

/// The keys of the YAML; from elsewhere they are in the palette.
void EditorPage::addYamlCommands()
{
    const auto yaml = [this](const char *id, std::function<QString()> text, const char *icon,
                             const QList<QKeySequence> &keys, void (YamlPane::*act)(), bool changes = false) {
        add(id, std::move(text), icon, keys,
            {[this, act] { (m_desk->showYaml().*act)(); },
             [this, changes] {
                 return m_desk && changes && m_desk->isReadOnly() ? whyReadOnly() : whyNoDesk();
             }});
        QAction *action = m_context.commands.action(id);
        removeAction(action);
        m_yamlActions.append(action);
    };
    yaml(
        "editor.yaml_find", [] { return tr("Find in the YAML"); }, "search",
        {QKeySequence(QKeySequence::Find)}, &YamlPane::find);
    yaml(
        "editor.yaml_next", [] { return tr("Find the next match in the YAML"); }, "down",
        {QKeySequence(Qt::Key_F3)}, &YamlPane::findNext);
    yaml(
        "editor.yaml_previous", [] { return tr("Find the match before in the YAML"); }, "up",
        {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, &YamlPane::findPrevious);
    yaml(
        "editor.yaml_line", [] { return tr("Go to a line of the YAML"); }, "code",
        {QKeySequence(Qt::CTRL | Qt::Key_G)}, &YamlPane::goToLine);
    yaml(
        "editor.yaml_comment", [] { return tr("Comment the lines out or in"); }, "hash",
        {QKeySequence(Qt::CTRL | Qt::Key_Slash)}, &YamlPane::toggleComment, true);
}

QString EditorPage::whyReadOnly() const
{
    return tr("Another window edits this draft.");
}

QString EditorPage::undoWord(bool isUndo) const
{
    const QUndoStack &stack = m_desk->document().undoStack();
    const QString what = isUndo ? stack.undoText() : stack.redoText();
    if (what.isEmpty())
        return isUndo ? tr("Undo") : tr("Redo");
    return isUndo ? tr("Undo: %1").arg(what) : tr("Redo: %1").arg(what);
}

void EditorPage::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const char *const groups[][5] = {
        {"editor.new", "editor.save", "editor.discard", nullptr, nullptr},
        {"editor.versions", "editor.runs", nullptr, nullptr, nullptr},
        {"editor.inspector", "editor.outline", "editor.problems", "editor.tests", nullptr},
        {"editor.export_png", "editor.export_svg", "editor.copy_mermaid", nullptr, nullptr},
    };
    for (const auto &group : groups) {
        for (const char *id : group)
            if (id != nullptr)
                if (QAction *action = m_context.commands.action(id))
                    menu->addAction(action);
        menu->addSeparator();
    }
    menu->popup(m_header->mapToGlobal(QPoint(m_header->width(), m_header->height())) -
                QPoint(menu->sizeHint().width(), 0));
}

} // namespace batuta::views
