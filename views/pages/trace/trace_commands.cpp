// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a person can do on the page of a run.
#include "views/pages/trace/trace_page.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "views/models/input/launch_text.h"
#include "views/models/runs/capsule_export.h"
#include "views/models/text.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_bar.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr double kZoom = 1.5; // of one press

/// What the record masks is not part of the input any more: a form asks for it again.
json::Value withoutMasks(const json::Value &input)
{
    json::Object kept;
    for (const auto &[name, value] : input.asObject())
        if (value.asString() != json::kMask)
            kept.append(name, value);
    return kept;
}

} // namespace

void TracePage::addCommands()
{
    addRunCommands();
    addActs();
    addReruns();
    addLinks();
    addPlayback();
    addCopyCommands();
    addStepCommands();
    addViewCommands();
}

QAction *TracePage::addLetter(CommandSpec spec)
{
    QAction *action = m_context.commands.add(this, std::move(spec));
    action->setProperty("letter", true); // moved to the rows once they are there
    removeAction(action);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void TracePage::addRunCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto noRun = [this] { return m_model.run().isEmpty() ? tr("No run is shown.") : QString(); };
    const auto noEngine = [this, noRun] {
        if (!noRun().isEmpty())
            return noRun();
        return whyNoAct(m_context.engine);
    };
    commands.add(
        this,
        {"trace.runAgain", [] { return tr("Run again"); }, "play", {}, [this] { runAgain(); }, noEngine});
    commands.add(
        this,
        {"trace.reload", [] { return tr("Read the run again"); }, "retry", {}, [this] { refresh(); }, {}});
    m_toRuns = commands.add(this, {"trace.runs",
                                   [] { return tr("Go to Runs"); },
                                   "runs",
                                   {},
                                   [this] {
                                       emit openRequested({"runs", {}, {}});
                                   },
                                   {}});
}

void TracePage::addCopyCommands()
{
    const auto noRun = [this] { return m_model.run().isEmpty() ? tr("No run is shown.") : QString(); };
    const auto copy = [&](const QString &id, std::function<QString()> name, std::function<QString()> what) {
        m_context.commands.add(this, {id,
                                      std::move(name),
                                      "copy",
                                      {},
                                      [this, what = std::move(what)] {
                                          QApplication::clipboard()->setText(what());
                                          emit told(tr("Copied."));
                                      },
                                      noRun});
    };
    copy(
        "trace.copyId", [] { return tr("Copy the execution_id"); }, [this] { return m_feed.execution(); });
    copy(
        "trace.copyCurl", [] { return tr("Request as cURL"); },
        [this] { return curlCommand(m_model.run().record().flow, m_model.run().record().input); });
    copy(
        "trace.copyCommand", [] { return tr("Command batuta run"); },
        [this] { return batutaRunCommand(m_model.run().record().flow, m_model.run().record().input); });
    copy(
        "trace.copyInput", [] { return tr("Input as JSON"); },
        [this] { return textOf(json::writePretty(m_model.run().record().input)); });
    m_context.commands.add(this, {"trace.capsule",
                                  [] { return tr("Export as a capsule…"); },
                                  "download",
                                  {},
                                  [this] { chooseCapsule(); },
                                  [this, noRun] {
                                      if (!noRun().isEmpty())
                                          return noRun();
                                      if (!m_model.run().hasEnded())
                                          return tr("The run is not over yet.");
                                      return m_context.engine.isRunning()
                                                 ? QString()
                                                 : tr("The engine cannot be reached.");
                                  }});
}

void TracePage::chooseCapsule()
{
    auto *dialog = new QFileDialog(this, tr("Export as a capsule"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(kCapsuleSuffix).mid(1));
    dialog->selectFile(shortId(m_feed.execution().toStdString()) + kCapsuleSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { writeCapsule(file); });
    dialog->open();
}

void TracePage::writeCapsule(const QString &file)
{
    exportCapsule(m_context.engine, {m_feed.execution()}, file, this, [this, file](const Result<void> &done) {
        emit told(done ? tr("The capsule was written to %1.").arg(file) : errorSentence(done.error()));
    });
}

void TracePage::addStepCommands()
{
    const auto letter = [this](const char *id, std::function<QString()> name, const char *key,
                               std::function<void()> run) {
        addLetter({id, std::move(name), {}, {QKeySequence(key)}, std::move(run), {}});
    };
    letter(
        "trace.next", [] { return tr("Next step"); }, "J", [this] { go(1, false); });
    letter(
        "trace.previous", [] { return tr("Previous step"); }, "K", [this] { go(-1, false); });
    letter(
        "trace.nextFailure", [] { return tr("Next failure"); }, "N", [this] { go(1, true); });
    letter(
        "trace.previousFailure", [] { return tr("Previous failure"); }, "Shift+N", [this] { go(-1, true); });
    letter(
        "trace.previousAttempt", [] { return tr("Previous attempt"); }, "[", [this] { goAttempt(-1); });
    letter(
        "trace.nextAttempt", [] { return tr("Next attempt"); }, "]", [this] { goAttempt(1); });
    letter(
        "trace.history", [] { return tr("How this step went in other runs"); }, "H",
        [this] { m_inspector->showHistory(); });
    m_context.commands.add(this, {"trace.find",
                                  [] { return tr("Find in the payload"); },
                                  "search",
                                  {QKeySequence(Qt::CTRL | Qt::Key_F)},
                                  [this] {
                                      m_inspector->setVisible(true);
                                      m_inspector->payload().focusSearch();
                                  },
                                  {}});
    letter(
        "trace.logLines", [] { return tr("Go to the log lines"); }, "L",
        [this] {
            m_logs->show();
            m_logs->list().setFocus(Qt::ShortcutFocusReason);
        });
}

void TracePage::addViewCommands()
{
    const auto letter = [this](const char *id, std::function<QString()> name, QList<QKeySequence> keys,
                               std::function<void()> run) {
        addLetter({id, std::move(name), {}, std::move(keys), std::move(run), {}});
    };
    letter(
        "trace.path", [] { return tr("Show or hide the critical path"); }, {QKeySequence("P")},
        [this] { m_bar->togglePath(); });
    letter(
        "trace.attempts", [] { return tr("Show or hide attempts"); }, {QKeySequence("A")},
        [this] { m_bar->toggleAttempts(); });
    letter(
        "trace.graph", [] { return tr("Show or hide the mini graph"); }, {QKeySequence("M")},
        [this] { m_bar->toggleGraph(); });
    letter(
        "trace.zoomBack", [] { return tr("Zoom out to the view before"); }, {QKeySequence("Backspace")},
        [this] { m_axis.back(); });
    addLetter({"trace.zoomIn",
               [] { return tr("Zoom in"); },
               "plus",
               {QKeySequence("+"), QKeySequence("=")},
               [this] { zoom(kZoom); },
               {}});
    addLetter({"trace.zoomOut",
               [] { return tr("Zoom out"); },
               "minus",
               {QKeySequence("-")},
               [this] { zoom(1 / kZoom); },
               {}});
    addLetter({"trace.fit",
               [] { return tr("Show the whole time"); },
               "fit",
               {QKeySequence("0")},
               [this] { m_axis.fit(); },
               {}});
    m_context.commands.add(this, {"trace.inspector",
                                  [] { return tr("Show or hide the inspector"); },
                                  "panelr",
                                  {QKeySequence("Ctrl+I")},
                                  [this] {
                                      m_inspector->setVisible(m_inspector->isHidden());
                                      remember();
                                  },
                                  {}});
    m_context.commands.add(this, {"trace.logPanel",
                                  [] { return tr("Show or hide the log lines"); },
                                  "panelb",
                                  {QKeySequence("Ctrl+J")},
                                  [this] {
                                      m_logs->setVisible(m_logs->isHidden());
                                      remember();
                                  },
                                  {}});
}

void TracePage::runAgain()
{
    const client::ExecutionRecord &record = m_model.run().record();
    emit runRequested(textOf(record.flow), textOf(json::write(withoutMasks(record.input))));
}

void TracePage::go(int direction, bool failedOnly)
{
    const int step = m_canvas->stepFrom(direction, failedOnly);
    if (step >= 0)
        m_canvas->select(step);
    else
        emit told(failedOnly ? tr("There is no other failure in this direction.")
                             : tr("There is no other step in this direction."));
}

void TracePage::goAttempt(int direction)
{
    const int step = m_inspector->step();
    if (step < 0)
        return;
    const auto attempts = static_cast<int>(m_model.run().step(step).rows().size());
    const int attempt = std::clamp(m_inspector->attempt() + direction, 0, std::max(0, attempts - 1));
    m_follows = false;
    m_inspector->chooseAttempt(attempt);
}

void TracePage::zoom(double factor)
{
    m_axis.zoomAt(m_axis.cursor().value_or((m_axis.from() + m_axis.to()) / 2), factor);
}

void TracePage::refresh()
{
    leavePlayback();
    m_feed.reload();
}

} // namespace batuta::views
