// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/canvas_search.h"
#include "views/pages/editor/canvas/edit_canvas.h"

namespace batuta::views {

/// A command whose keys act on the view only, unless it is wide: then in the whole canvas.
struct EditCanvas::Entry
{
    const char *id;
    std::function<QString()> text;
    const char *icon;
    QList<QKeySequence> keys;
    std::function<void()> run;
    std::function<QString()> whyNot = {};
    bool isWide = false;
};

void EditCanvas::add(Entry entry)
{
    CommandSpec spec{QString("canvas.") + entry.id, std::move(entry.text),  entry.icon, entry.keys,
                     std::move(entry.run),          std::move(entry.whyNot)};
    QAction *action = m_commands.add(m_scope, std::move(spec));
    m_scope->removeAction(action); // single letters must not act in the page's fields
    action->setParent(this);       // another document brings another canvas
    action->setShortcutContext(entry.isWide ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
    if (entry.isWide)
        addAction(action);
    else
        m_view->addAction(action);
}

void EditCanvas::addCommands()
{
    addStepCommands();
    addTextCommands();
    addPlaceCommands();
    addViewCommands();
}

void EditCanvas::addStepCommands()
{
    const auto any = [this] { return whyNot(); };
    const auto selected = [this] { return whyNotSelection(); };
    add({"add",
         [] { return tr("Add a step after the selection"); },
         "plus",
         {Qt::Key_Tab},
         [this] { openPicker(); },
         any});
    add({"connect",
         [] { return tr("Connect the selected step"); },
         "link",
         {Qt::Key_C},
         [this] {
             m_view->setFocus();
             m_view->startConnecting();
         },
         [this] { return whyNotConnect(); }});
    add({"nextEdge",
         [] { return tr("Select the next edge of the step"); },
         "arrow",
         {Qt::Key_N},
         [this] { m_view->selectNextEdge(); },
         [this] {
             return m_view->selectedEdge() || !m_document.selection().empty() ? QString()
                                                                              : tr("No step is selected");
         }});
    add({"label",
         [] { return tr("Edit the label"); },
         "edit",
         {Qt::Key_E, Qt::Key_F2},
         [this] { editLabel(); },
         selected});
    add({"group",
         [] { return tr("Group the selected steps"); },
         "grid",
         {Qt::Key_G},
         [this] { group(); },
         [this] { return whyNotGroup(); }});
    add({"ungroup",
         [] { return tr("Take the selected steps out of their group"); },
         "grid",
         {Qt::SHIFT | Qt::Key_G},
         [this] { m_edits.setGroup({}); },
         [this] {
             const QString why = whyNotSelection();
             return why.isEmpty() && m_edits.groupName().isEmpty() ? tr("No selected step is in a group")
                                                                   : why;
         }});
}

void EditCanvas::addTextCommands()
{
    const auto any = [this] { return whyNot(); };
    const auto selected = [this] { return whyNotSelection(); };
    const auto removable = [this] { return whyNotDelete(); };
    add({"delete",
         [] { return tr("Delete and bridge"); },
         "trash",
         {Qt::Key_Delete, Qt::Key_Backspace},
         [this] { remove(true); },
         removable});
    add({"deleteOnly",
         [] { return tr("Delete without bridging"); },
         "trash",
         {Qt::SHIFT | Qt::Key_Delete},
         [this] { remove(false); },
         removable});
    add({"duplicate",
         [] { return tr("Duplicate"); },
         "copy",
         {Qt::CTRL | Qt::Key_D},
         [this] { m_edits.duplicate(); },
         selected});
    add({"copy",
         [] { return tr("Copy as YAML"); },
         "copy",
         {QKeySequence::Copy},
         [this] { copy(); },
         [this] { return m_edits.whyNotSelection(); }});
    add({"cut", [] { return tr("Cut as YAML"); }, "copy", {QKeySequence::Cut}, [this] { cut(); }, selected});
    add({"paste",
         [] { return tr("Paste steps from YAML"); },
         "inbox",
         {QKeySequence::Paste},
         [this] { paste(); },
         any});
}

void EditCanvas::addPlaceCommands()
{
    const auto entry = [this](const char *id, std::function<QString()> text, Arrange how) {
        const std::size_t least = how == Arrange::Across || how == Arrange::Down ? 3 : 2;
        add({id,
             std::move(text),
             "layout",
             {},
             [this, how] { arrange(how); },
             [this, least] { return whyNotSelection(least); }});
    };
    entry(
        "alignLeft", [] { return tr("Align left edges"); }, Arrange::Left);
    entry(
        "alignTop", [] { return tr("Align top edges"); }, Arrange::Top);
    entry(
        "alignCentres", [] { return tr("Align centres in a column"); }, Arrange::Centres);
    entry(
        "alignMiddles", [] { return tr("Align centres in a row"); }, Arrange::Middles);
    entry(
        "spreadAcross", [] { return tr("Distribute from left to right"); }, Arrange::Across);
    entry(
        "spreadDown", [] { return tr("Distribute from top to bottom"); }, Arrange::Down);
    add({"layout",
         [this] {
             return m_document.selection().empty() ? tr("Lay out all steps")
                                                   : tr("Lay out the selected steps");
         },
         "layout",
         {Qt::CTRL | Qt::Key_L},
         [this] { m_edits.autoLayout(); },
         [this] { return whyNotLayout(); }});
    add({"snap",
         [this] { return m_view->isSnapping() ? tr("Do not snap to the grid") : tr("Snap to the grid"); },
         "grid",
         {},
         [this] {
             m_view->setSnapping(!m_view->isSnapping());
             commandsMayDiffer();
         }});
}

void EditCanvas::addViewCommands()
{
    add({"fit", [] { return tr("Fit the whole graph"); }, "fit", {Qt::Key_F}, [this] { m_view->fit(); }});
    add({"fitSelection",
         [] { return tr("Fit the selected steps"); },
         "target",
         {Qt::SHIFT | Qt::Key_F},
         [this] { m_view->fitSelection(); }});
    add({"zoomIn",
         [] { return tr("Zoom in"); },
         "plus",
         {Qt::Key_Plus, Qt::Key_Equal},
         [this] { m_view->zoomIn(); }});
    add({"zoomOut", [] { return tr("Zoom out"); }, "minus", {Qt::Key_Minus}, [this] { m_view->zoomOut(); }});
    add({"zoomReset",
         [] { return tr("Zoom to 100 %"); },
         "search",
         {Qt::Key_0},
         [this] { m_view->resetZoom(); }});
    add({"selectAll",
         [] { return tr("Select all steps"); },
         "check",
         {QKeySequence::SelectAll},
         [this] { m_view->selectAll(); }});
    add({"find",
         [] { return tr("Find a step"); },
         "search",
         {QKeySequence::Find},
         [this] { m_search->open(); },
         {},
         true});
    add({"findNext",
         [] { return tr("Next match"); },
         "down",
         {Qt::Key_F3},
         [this] { m_search->go(1); },
         {},
         true});
    add({"findPrevious",
         [] { return tr("Previous match"); },
         "up",
         {Qt::SHIFT | Qt::Key_F3},
         [this] { m_search->go(-1); },
         {},
         true});
    add({"palette",
         [this] { return isPaletteShown() ? tr("Hide the step palette") : tr("Show the step palette"); },
         "panelr",
         {},
         [this] {
             setPaletteShown(!isPaletteShown());
             commandsMayDiffer();
         }});
}

} // namespace batuta::views
