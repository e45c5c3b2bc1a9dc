// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// New flows, imports and exports of the page.
#include "views/pages/editor/editor_page.h"

#include "engine/edit/export_mermaid.h"
#include "views/models/document/draft_list.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/new/graph_picture.h"
#include "views/pages/editor/new/new_flow_dialog.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

namespace batuta::views {
namespace {

constexpr qint64 kMostWorkflow = 1 << 20;

} // namespace

QString EditorPage::whyNotNew() const
{
    return m_control.workspace().isElsewhere() ? tr("The files of this workspace are with its engine.")
                                               : QString();
}

void EditorPage::newFlow()
{
    const std::string workspace = m_control.workspace().folder.toStdString();
    NewFlowDialog::Workspace known;
    for (const client::FlowSummary &flow : m_context.engine.flows())
        if (const QString system = QString::fromStdString(flow.system); !known.systems.contains(system))
            known.systems.append(system);
    known.isTaken = [this](const QString &name) { return !fileOf(name).isEmpty(); };
    auto *dialog = new NewFlowDialog(std::move(known));
    auto *overlay = new Overlay(window(), dialog, NewFlowDialog::kSize);
    connect(dialog, &NewFlowDialog::closeRequested, overlay, &Overlay::close);
    connect(dialog, &NewFlowDialog::importWanted, this, [this, dialog] { importInto(dialog); });
    connect(dialog, &NewFlowDialog::created, this,
            [this, workspace, dialog, overlay](const QString &system, const QString &name,
                                               const std::string &text) {
                const std::string file = "flows/" + system.toStdString() + '/' + name.toStdString() + ".yaml";
                const Result<void> begun = beginDraft(workspace, name.toStdString(), {file, {}, text});
                if (!begun)
                    return dialog->showTrouble(errorSentence(begun.error()));
                overlay->close();
                emit openRequested({"flow", name, {}});
            });
    overlay->open();
}

void EditorPage::importInto(NewFlowDialog *dialog)
{
    auto *choice =
        new QFileDialog(dialog, tr("Import a GitHub Actions workflow"), {}, tr("Workflows (*.yml *.yaml)"));
    choice->setAttribute(Qt::WA_DeleteOnClose);
    choice->setFileMode(QFileDialog::ExistingFile);
    connect(choice, &QFileDialog::fileSelected, dialog, [dialog](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return dialog->showTrouble(tr("%1 cannot be read: %2").arg(path, file.errorString()));
        if (file.size() > kMostWorkflow)
            return dialog->showTrouble(tr("%1 is larger than 1 MiB.").arg(path));
        const QString name = QFileInfo(path).fileName();
        const auto flow = edit::importActions(file.readAll().toStdString(), name.toStdString(), "imported");
        if (!flow)
            return dialog->showTrouble(errorSentence(flow.error()));
        dialog->showImported(*flow, name);
    });
    choice->open();
}

void EditorPage::addExportCommands()
{
    const auto whyNot = [this] {
        return !m_desk ? whyNoDesk() : !m_desk->document().flow() ? tr("The flow has errors.") : QString();
    };
    add("editor.export_png", [] { return tr("Export the graph as PNG …"); }, "download", {},
        {[this] { exportPicture("png"); }, whyNot});
    add("editor.export_svg", [] { return tr("Export the graph as SVG …"); }, "download", {},
        {[this] { exportPicture("svg"); }, whyNot});
    add("editor.copy_mermaid", [] { return tr("Copy the graph as Mermaid"); }, "copy", {},
        {[this] {
             const std::string text = edit::asMermaid(*m_desk->document().flow()->definition);
             QGuiApplication::clipboard()->setText(QString::fromStdString(text));
             emit told(tr("Copied"));
         },
         whyNot});
}

void EditorPage::exportPicture(const QString &kind)
{
    auto *choice = new QFileDialog(this, tr("Export the graph"), {},
                                   kind == "svg" ? tr("Vector picture (*.svg)") : tr("Picture (*.png)"));
    choice->setAttribute(Qt::WA_DeleteOnClose);
    choice->setAcceptMode(QFileDialog::AcceptSave);
    choice->setDefaultSuffix(kind);
    choice->selectFile(m_flow + '.' + kind);
    connect(choice, &QFileDialog::fileSelected, this, [this, kind](const QString &path) {
        if (!m_desk)
            return;
        const QString problem =
            kind == "svg" ? writeSvg(m_desk->canvas().view(), path) : writePng(m_desk->canvas().view(), path);
        emit told(problem.isEmpty() ? tr("%1 is written").arg(path) : problem);
    });
    choice->open();
}

} // namespace batuta::views
