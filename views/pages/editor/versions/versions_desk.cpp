// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/versions_desk.h"

#include "engine/client/acts.h"
#include "views/pages/editor/versions/compare_dialog.h"
#include "views/pages/editor/versions/publish_dialog.h"
#include "views/pages/editor/versions/version_words.h"
#include "views/pages/editor/versions/versions_panel.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

namespace batuta::views {

VersionsDesk::VersionsDesk(Context context, FlowFiles &files, QWidget *window)
    : m_context(context)
    , m_files(files)
    , m_window(window)
{
    const QString name = QString::fromStdString(files.where().name);
    const auto draft = [&files] { return files.document()->text(); };
    const auto running = [&engine = m_context.engine, name] {
        const client::FlowSummary *flow = engine.flow(name);
        return flow && flow->definition ? flow->definition->source : std::string();
    };
    m_source = new VersionSource(files.where(), draft, running, this);
    connect(m_source, &VersionSource::loaded, this, &VersionsDesk::versionsChanged);
    connect(&m_files, &FlowFiles::fileOnDiskChanged, m_source, &VersionSource::load);
    connect(&m_files, &FlowFiles::reloaded, m_source, &VersionSource::load);
    m_source->load();
}

VersionsDesk::~VersionsDesk()
{
    close();
}

Overlay *VersionsDesk::opened(QWidget *panel, QSize size)
{
    auto *overlay = new Overlay(m_window, panel, size);
    overlay->open();
    return overlay;
}

void VersionsDesk::close()
{
    for (const QPointer<Overlay> &overlay : {m_compare, m_overlay})
        if (overlay)
            overlay->close();
}

void VersionsDesk::publish()
{
    auto *dialog = new PublishDialog(*m_files.document(), *m_source, m_window);
    connect(dialog, &PublishDialog::closeRequested, this, &VersionsDesk::close);
    connect(dialog, &PublishDialog::compareRequested, this, &VersionsDesk::compare);
    connect(dialog, &PublishDialog::problemChosen, this, [this](edit::Range range) {
        close();
        m_files.document()->selectPlace(range);
    });
    connect(dialog, &PublishDialog::publishRequested, this,
            [this, dialog](const QString &note) { write(*dialog, note); });
    close();
    m_overlay = opened(dialog, dialog->wantedSize());
}

void VersionsDesk::write(PublishDialog &dialog, const QString &note)
{
    dialog.setPublishing(true);
    versions::PublishOrder order;
    order.text = m_files.document()->text();
    order.author = client::thisUser().who;
    order.note = note.toStdString();
    order.at = SystemClock().wall();
    m_files.publish(std::move(order), [desk = QPointer(this),
                                       shown = QPointer(&dialog)](Result<versions::Published> published) {
        if (!published && shown)
            return shown->showRefusal(published.error());
        if (!desk)
            return;
        if (!published)
            return emit desk->told(errorSentence(published.error()));
        if (shown)
            desk->close();
        desk->m_source->load();
        desk->reloadEngine(published->entry.number);
    });
}

/// The file is what runs: the engine reads it now, and what is under way goes on with its version.
void VersionsDesk::reloadEngine(int number)
{
    client::Act act;
    act.verb = "reload";
    act.subject = m_files.where().name;
    act.why = numberWord(number).toStdString();
    m_context.engine.act(std::move(act), this, [this, number](const Result<json::Value> &done) {
        if (!done)
            return emit told(tr("%1 is published. The engine did not take it: %2")
                                 .arg(numberWord(number), errorSentence(done.error())));
        m_context.engine.refresh();
        emit told(tr("%1 is published and runs from now on").arg(numberWord(number)));
        emit published(number);
    });
}

void VersionsDesk::showVersions()
{
    auto *panel = new VersionsPanel(*m_source, m_context.engine, m_window);
    connect(panel, &VersionsPanel::closeRequested, this, &VersionsDesk::close);
    connect(panel, &VersionsPanel::compareRequested, this, &VersionsDesk::compare);
    connect(panel, &VersionsPanel::told, this, &VersionsDesk::told);
    connect(panel, &VersionsPanel::adopted, this, &VersionsDesk::reloadEngine);
    connect(panel, &VersionsPanel::restoreRequested, this, [this](int number, const std::string &text) {
        close();
        if (m_files.draftHolder())
            return emit told(tr("Another window edits this draft."));
        m_files.document()->replaceText(tr("Restore %1").arg(numberWord(number)), text);
        emit told(tr("The draft is %1 now. Undo brings back what it was.").arg(numberWord(number)));
    });
    close();
    m_overlay = opened(panel, panel->wantedSize());
}

void VersionsDesk::compare(TextSide before, TextSide after)
{
    auto *dialog = new CompareDialog(*m_source, m_window);
    dialog->compare(before, after);
    if (m_compare)
        m_compare->close();
    m_compare = opened(dialog, dialog->wantedSize());
    connect(dialog, &CompareDialog::closeRequested, m_compare, &Overlay::close);
}

void VersionsDesk::compareWithNewest()
{
    const int number = newest();
    compare(number > 0 ? TextSide{TextSide::Published, number} : TextSide{TextSide::Disk, 0},
            {TextSide::Draft, 0});
}

void VersionsDesk::compareWithDisk()
{
    compare({TextSide::Draft, 0}, {TextSide::Disk, 0});
}

} // namespace batuta::views
