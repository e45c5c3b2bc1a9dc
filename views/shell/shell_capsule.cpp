// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Capsules: opening them, the window that shows one, and their replay.
#include "views/models/runs/capsule_export.h"
#include "views/shell/capsule_strip.h"
#include "views/shell/shell.h"
#include "views/shell/status_strip.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

namespace batuta::views {
namespace {

/// The one capsule that is dragged; "" for anything else.
QString capsuleIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString file = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    return file.endsWith(kCapsuleSuffix) ? file : QString();
}

} // namespace

/// Views of what an engine does, or of files beside it, have nothing to show of a capsule.
bool Shell::belongsHere(const QString &view) const
{
    return !m_control.workspace().capsule ||
           QStringList{"runs", "failures", "logs", "settings"}.contains(view);
}

void Shell::addCapsuleCommands()
{
    CommandRegistry &commands = m_context.commands;
    commands.add(
        this,
        {"app.open_capsule", [] { return tr("Open a capsule…"); }, "file", {}, [this] { chooseCapsule(); }});
    if (!m_control.workspace().capsule)
        return;
    commands.add(this,
                 {"capsule.replay",
                  [] { return tr("Replay"); },
                  "retry",
                  {QKeySequence("Ctrl+Shift+R")},
                  [this] { replay(); },
                  [this] { return m_context.engine.isRunning() ? QString() : tr("It is being read"); }});
}

QWidget *Shell::capsuleStrip()
{
    auto *strip =
        new CapsuleStrip(*m_control.workspace().capsule, m_context.commands.action("capsule.replay"));
    connect(strip, &CapsuleStrip::detailsWanted, this, [this] {
        auto *panel = new CapsulePanel(*m_control.workspace().capsule, m_context.preferences.utc());
        Overlay *shown = overlay(panel, {720, 440}, false);
        connect(panel, &CapsulePanel::closeRequested, shown, &Overlay::close);
    });
    return strip;
}

/// One execution is opened at once; of several, their list.
void Shell::showCapsule()
{
    const QStringList executions = m_control.workspace().capsule->executions;
    Address runs{"runs", {}, {}};
    runs.query.addQueryItem("all", "1");
    open(executions.size() == 1 ? Address{"run", executions.front(), {}} : runs);
}

void Shell::chooseCapsule()
{
    auto *dialog = new QFileDialog(this, tr("Open a capsule"), QString(),
                                   tr("Capsules (*%1)").arg(QString::fromLatin1(kCapsuleSuffix)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Shell::openCapsule);
    dialog->open();
}

void Shell::openCapsule(const QString &file)
{
    m_status->tell(tr("Reading the capsule…"));
    m_control.openCapsule(file, this, [this, file](const Result<void> &opened) {
        if (opened)
            return m_status->tell(tr("The capsule is open in a window of its own"));
        auto *panel = new CapsulePanel(file, opened.error());
        Overlay *shown = overlay(panel, {620, 260}, false);
        connect(panel, &CapsulePanel::closeRequested, shown, &Overlay::close);
    });
}

/// The run on the screen, or the first one; then beside what was recorded.
void Shell::replay()
{
    const QStringList executions = m_control.workspace().capsule->executions;
    const Address shown = m_navigation.current();
    const QString id = executions.contains(shown.id) ? shown.id : executions.value(0);
    m_control.replay(id, this, [this, id](const Result<client::Started> &started) {
        if (!started)
            return m_status->tell(errorSentence(started.error()));
        Address compare{"compare", {}, {}};
        compare.query.addQueryItem("a", id);
        compare.query.addQueryItem("b", QString::fromStdString(started->id.value));
        open(compare);
        m_status->tell(tr("Replayed against the recorded answers; nothing was called"));
    });
}

void Shell::dragEnterEvent(QDragEnterEvent *event)
{
    if (!capsuleIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Shell::dropEvent(QDropEvent *event)
{
    if (const QString file = capsuleIn(event->mimeData()); !file.isEmpty()) {
        event->acceptProposedAction();
        openCapsule(file);
    }
}

} // namespace batuta::views
