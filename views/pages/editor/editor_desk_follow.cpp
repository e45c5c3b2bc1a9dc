// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What the panes are told of each other: of the test, of the files, of the place that is looked at.
#include "views/models/engine_link.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/canvas/figures_source.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/inspector/field_box.h"
#include "views/pages/editor/testing/test_bench.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/text/outline_pane.h"
#include "views/pages/editor/text/problems_pane.h"
#include "views/pages/editor/text/yaml_pane.h"
#include "views/pages/editor/versions/disk_strip.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QScrollArea>
#include <QTimer>

namespace batuta::views {

/// What the canvas shows of the test: states, breakpoints, pins and faults.
void EditorDesk::followBench()
{
    std::map<std::string, Status> statuses;
    for (const auto &[id, step] : m_bench->steps())
        statuses.emplace(id, statusOf(step.status));
    m_canvas->setStatuses(std::move(statuses));
    const TestSetup &setup = m_bench->setup();
    std::set<std::string> breakpoints, pinned;
    std::map<std::string, QString> faults;
    for (const auto &[id, condition] : setup.breakpoints())
        breakpoints.insert(id);
    for (const auto &[id, output] : setup.pins())
        pinned.insert(id);
    for (const auto &[id, fault] : setup.faults())
        faults.emplace(id, faultMark(fault));
    m_canvas->setBreakpoints(std::move(breakpoints));
    m_canvas->setPinned(std::move(pinned));
    m_canvas->setFaults(std::move(faults));
}

void EditorDesk::followDisk()
{
    const FileOnDisk state = m_files.fileOnDisk();
    const bool isNew = m_files.knownVersion().empty();
    const DiskStrip::What what = state == FileOnDisk::Changed          ? DiskStrip::What::Changed
                                 : state == FileOnDisk::Gone && !isNew ? DiskStrip::What::Gone
                                 : state == FileOnDisk::Unreadable     ? DiskStrip::What::Unreadable
                                 : m_files.isReadOnly()                ? DiskStrip::What::ReadOnly
                                                                       : DiskStrip::What::Nothing;
    m_disk->present(what, QString::fromStdString(document().file()), document().isChanged());
}

/// What was found when the flow was opened: a draft of an earlier day, or somebody else at it.
void EditorDesk::followDraft()
{
    const auto &holder = m_files.draftHolder();
    const auto &found = m_files.draftFound();
    const bool isTold =
        found && !m_files.knownVersion().empty() && !m_isDraftAnswered; // else the draft is all there is
    m_draft->setVisible(holder || isTold);
    m_tryAgain->setVisible(holder.has_value());
    setReadOnly(holder ? tr("Another window edits this draft") : QString());
    if (holder) {
        m_draft->setKind(Notice::Kind::Warning);
        m_draft->setText(
            tr("Another window edits this draft"),
            tr("Process %1 on %2 has it. Here it can only be read.").arg(holder->process).arg(holder->host));
    } else if (isTold) {
        m_draft->setKind(found->isOlder ? Notice::Kind::Warning : Notice::Kind::Info);
        const QString time = locale().toString(found->at.toLocalTime(), QLocale::ShortFormat);
        m_draft->setText(tr("Your draft of %1").arg(time),
                         found->isOlder ? tr("The flow's file has changed since it was begun.")
                                        : tr("It is not published. Undo does not reach behind it."));
    }
}

void EditorDesk::refreshFigures()
{
    m_figures->refresh();
}

/// Nobody loses what another window has open.
void EditorDesk::setReadOnly(const QString &why)
{
    if (m_isReadOnly == !why.isEmpty())
        return;
    m_isReadOnly = !why.isEmpty();
    m_canvas->setReadOnly(why);
    m_inspector->setReadOnly(why);
    m_yaml->setReadOnly(m_isReadOnly);
    m_outline->setReadOnly(m_isReadOnly);
    m_problems->setReadOnly(m_isReadOnly);
}

/// The path of the field at this place of the text; empty while nobody can tell.
edit::FieldPath EditorDesk::fieldAt(edit::Range range) const
{
    const edit::FlowText *text = document().flowText();
    return text ? text->pathAt(range.from) : edit::FieldPath();
}

/// The inspector scrolls to the field of the place, without taking the focus.
void EditorDesk::showField(edit::Range range)
{
    edit::FieldPath path = fieldAt(range);
    FieldBox *box = nullptr;
    for (; !path.empty() && !box; path.pop_back())
        box = m_inspector->fieldAt(path);
    if (!box)
        return;
    QTimer::singleShot(0, box, [box] { // once a section that has just unfolded has its height
        for (QWidget *at = box->parentWidget(); at; at = at->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(at))
                return area->ensureWidgetVisible(box, 0, themeOf(area).scaled(40));
    });
}

void EditorDesk::enterField(edit::Range range)
{
    if (const edit::FieldPath path = fieldAt(range); m_side->isVisible() && !path.empty())
        m_inspector->focusField(path);
    else
        showYaml();
}

void EditorDesk::openKey(const QString &key)
{
    Address keys{"environments", {}, {}};
    keys.query.addQueryItem("key", key);
    if (!m_environment.isEmpty())
        keys.query.addQueryItem("env", m_environment);
    emit openRequested(keys);
}

} // namespace batuta::views
