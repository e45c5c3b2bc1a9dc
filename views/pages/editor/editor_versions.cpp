// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Versions on the page: what the header says of them, and what can be done.
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/versions/versions_desk.h"

namespace batuta::views {

void EditorPage::addVersionCommands()
{
    add("editor.publish", [this] { return publishWord(); }, "upload",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        {[this] { m_versions->publish(); }, [this] { return whyNotPublish(); }});
    add("editor.compare",
        [this] {
            const int newest = m_versions ? m_versions->newest() : 0;
            return newest > 0 ? tr("Diff v%1").arg(newest) : tr("Compare");
        },
        "compare", {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D)},
        {[this] { m_versions->compareWithNewest(); },
         [this] {
             return !m_desk ? whyNoDesk()
                    : m_versions->newest() == 0 && m_files->knownVersion().empty()
                        ? tr("There is no file yet.")
                        : QString();
         }});
    add("editor.versions", [] { return tr("Versions"); }, "history",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}, {[this] { m_versions->showVersions(); }, {}});
}

/// What the next publish is called. A file that was changed outside becomes a version of its own before it.
int EditorPage::nextVersion() const
{
    const bool isOutside = m_versions->source().list().file.kind == versions::FileState::Outside;
    return m_versions->newest() + (isOutside && m_desk->document().isChanged() ? 2 : 1);
}

QString EditorPage::publishWord() const
{
    return m_versions && m_desk ? tr("Publish v%1").arg(nextVersion()) : tr("Publish");
}

QString EditorPage::whyNotPublish() const
{
    if (!m_desk)
        return whyNoDesk();
    if (m_desk->isReadOnly())
        return whyReadOnly();
    if (m_files->isReadOnly())
        return tr("The flow's file may only be read.");
    const FlowDocument &document = m_desk->document();
    if (document.isChecking())
        return tr("It is still being checked");
    if (const int errors = document.errors(); errors > 0)
        return tr("%n error(s) must be mended first.", nullptr, errors);
    const bool isOutside = m_versions->newest() > 0 && m_versions->onDisk() != m_versions->newest();
    if (!document.isChanged() && m_versions->newest() > 0 && !isOutside)
        return tr("There are no changes.");
    return {};
}

/// `Draft of v15`, `v14`; a file that no publish has written is what it is.
QString EditorPage::versionWord() const
{
    if (!m_desk)
        return {};
    if (m_desk->document().isChanged() || m_files->knownVersion().empty())
        return tr("Draft of v%1").arg(nextVersion());
    const int onDisk = m_versions->onDisk();
    return onDisk > 0 ? tr("v%1", "a version").arg(onDisk) : tr("File on disk");
}

QString EditorPage::savedWord() const
{
    if (!m_desk)
        return {};
    const int edits = m_desk->document().changesSinceBase();
    if (edits == 0)
        return {};
    const QString count = tr("%n edit(s)", nullptr, edits);
    if (!m_files->isDraftSaved() || !m_files->draftSavedAt().isValid())
        return tr("%1, being saved", "3 edits").arg(count);
    const QString time = locale().toString(m_files->draftSavedAt().toLocalTime().time(), "HH:mm");
    return tr("%1, saved %2", "3 edits, saved 14:06").arg(count, time);
}

} // namespace batuta::views
