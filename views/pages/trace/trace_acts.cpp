// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a person can make a run do from its page: cancel, pause, run again, answer.
#include "views/pages/trace/trace_page.h"

#include "engine/client/acts.h"
#include "engine/client/receipts.h"
#include "views/models/cloud_places.h"
#include "views/models/runs/failure_finder.h"
#include "views/models/text.h"
#include "views/models/trace/child_run.h"
#include "views/models/trace/cloud_log_link.h"
#include "views/pages/trace/answer_dialog.h"
#include "views/pages/trace/ask_pane.h"
#include "views/pages/trace/cancel_dialog.h"
#include "views/pages/trace/receipts_pane.h"
#include "views/pages/trace/rerun_dialog.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/widgets/button.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QPointer>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostChildren = 20; // sub-flows whose steps are asked for without being selected

} // namespace

QString TracePage::whyNotLive() const
{
    if (m_model.run().isEmpty())
        return tr("No run is shown.");
    if (const QString why = whyNoAct(m_context.engine); !why.isEmpty())
        return why;
    return m_model.run().hasEnded() || m_playback ? tr("The run has ended.") : QString();
}

QString TracePage::whyNotRerun() const
{
    if (m_model.run().isEmpty())
        return tr("No run is shown.");
    if (const QString why = whyNoAct(m_context.engine); !why.isEmpty())
        return why;
    return m_model.run().hasEnded() || m_playback ? QString() : tr("The run is not over yet.");
}

void TracePage::addActs()
{
    CommandRegistry &commands = m_context.commands;
    const auto isPaused = [this] { return m_model.run().record().status == "paused"; };
    commands.add(this, {"trace.cancel",
                        [] { return tr("Cancel"); },
                        "stop",
                        {},
                        [this] { askToCancel(); },
                        [this] {
                            if (const QString why = whyNotLive(); !why.isEmpty())
                                return why;
                            return m_cancelAsked ? tr("Cancel has been asked for.") : QString();
                        }});
    commands.add(this, {"trace.pause",
                        [] { return tr("Pause"); },
                        "pause",
                        {},
                        [this] { pause(true); },
                        [this, isPaused] {
                            const QString why = whyNotLive();
                            return why.isEmpty() && isPaused() ? tr("The run is paused.") : why;
                        }});
    commands.add(this, {"trace.resume",
                        [] { return tr("Resume"); },
                        "play",
                        {},
                        [this] { pause(false); },
                        [this, isPaused] {
                            const QString why = whyNotLive();
                            return why.isEmpty() && !isPaused() ? tr("The run is not paused.") : why;
                        }});
    commands.add(this, {"trace.receipts",
                        [] { return tr("What the cancel came to"); },
                        "logs",
                        {},
                        [this] { showReceipts(); },
                        [this] { return m_receipts.isNull() ? tr("Nobody cancelled it.") : QString(); }});
    const auto whyNoAsk = [this] {
        const QString why = whyNotLive();
        return why.isEmpty() && m_inspector->ask().question().isNull() ? tr("The selected step asks nothing.")
                                                                       : why;
    };
    commands.add(this, {"trace.approve",
                        [] { return tr("Approve the selected step"); },
                        "check",
                        {},
                        [this] { askAnswer(true); },
                        whyNoAsk});
    commands.add(this, {"trace.reject",
                        [] { return tr("Reject the selected step"); },
                        "x",
                        {},
                        [this] { askAnswer(false); },
                        whyNoAsk});
}

void TracePage::addReruns()
{
    m_context.commands.add(this, {"trace.retry",
                                  [] { return tr("Re-run from failed step"); },
                                  "retry",
                                  {},
                                  [this] { askRerun({}); },
                                  [this] {
                                      const QString why = whyNotRerun();
                                      const std::string &status = m_playback ? m_playback->whole().status
                                                                             : m_model.run().record().status;
                                      return why.isEmpty() && status == "success"
                                                 ? tr("No step failed: run it again from a step, or whole.")
                                                 : why;
                                  }});
    addLetter({"trace.rerunHere",
               [] { return tr("Re-run from the selected step, with edits"); },
               "retry",
               {QKeySequence("R")},
               [this] { askRerun(m_step); },
               [this] {
                   const QString why = whyNotRerun();
                   if (!why.isEmpty() || m_step.empty())
                       return why.isEmpty() ? tr("Select a step first.") : why;
                   const int step = m_model.run().find(m_step);
                   return step >= 0 && m_model.run().step(step).isFinally
                              ? tr("Steps of finally run by themselves at the end.")
                              : QString();
               }});
}

void TracePage::addLinks()
{
    addLetter({"trace.openChild",
               [] { return tr("Open the run of the sub-flow"); },
               "subflow",
               {QKeySequence("O")},
               [this] { openChild(); },
               [this] {
                   const int at = m_model.run().find(m_step);
                   return at >= 0 && m_model.run().step(at).kind == "flow" && m_model.run().step(at).hasRun()
                              ? QString()
                              : tr("The selected step has started no sub-flow.");
               }});
    m_context.commands.add(this, {"trace.openParent",
                                  [] { return tr("Open the parent run"); },
                                  "up",
                                  {},
                                  [this] {
                                      emit openRequested({"run", textOf(m_model.run().record().parent), {}});
                                  },
                                  [this] {
                                      return m_model.run().record().parent.empty()
                                                 ? tr("No other run started this one.")
                                                 : QString();
                                  }});
    addLetter({"trace.alike",
               [] { return tr("Show the runs that failed like this one"); },
               "inbox",
               {QKeySequence("F")},
               [this] { showFailures(); },
               [this] {
                   return m_model.run().picture() == Status::Failed ? QString() : tr("The run did not fail.");
               }});
    addLetter({"trace.openLogs",
               [] { return tr("Open in Logs"); },
               "logs",
               {QKeySequence("Shift+L")},
               [this] { openLogs(); },
               [this] { return m_model.run().isEmpty() ? tr("No run is shown.") : QString(); }});
    addLetter({"trace.openCloudLogs",
               [] { return tr("Open in Cloud Logging"); },
               "releases",
               {QKeySequence("Shift+G")},
               [this] { openCloudLogs(); },
               [this] {
                   return m_model.run().isEmpty() ? tr("No run is shown.")
                          : cloudPlace() == nullptr
                              ? tr("The environment of the run does not run in a cloud.")
                              : QString();
               }});
    addLetter({"trace.compare",
               [] { return tr("Compare"); },
               "compare",
               {QKeySequence("C")},
               [this] { compare(); },
               [this] { return m_model.run().isEmpty() ? tr("No run is shown.") : QString(); }});
}

void TracePage::askToCancel()
{
    const TraceRun &run = m_model.run();
    const auto running = static_cast<int>(std::count_if(run.steps().begin(), run.steps().end(),
                                                        [](const TraceStep &step) { return step.isOpen(); }));
    auto *dialog = new CancelDialog(textOf(run.record().flow), running);
    auto *overlay = new Overlay(window(), dialog, QSize(460, 190));
    connect(dialog, &CancelDialog::declined, overlay, &Overlay::close);
    connect(dialog, &CancelDialog::confirmed, this, [this, overlay] {
        overlay->close();
        cancel();
    });
    overlay->open();
}

void TracePage::cancel()
{
    const QString id = m_feed.execution();
    m_context.engine.act(client::cancelOf(ExecutionId(id.toStdString()), client::thisUser()), this,
                         [this, id](const Result<json::Value> &asked) {
                             if (id != m_feed.execution())
                                 return;
                             if (!asked) {
                                 emit told(errorSentence(asked.error()));
                                 return;
                             }
                             m_receipts = (*asked)["receipts"];
                             m_cancelAsked = SystemClock().wall();
                             updateNotice();
                         });
}

/// Of the final record: only it knows what stopped.
void TracePage::askReceipts()
{
    const QString id = m_feed.execution();
    m_context.engine.execution(id, this, [this, id](const Result<client::ExecutionRecord> &record) {
        if (id != m_feed.execution() || !record)
            return;
        m_receipts = client::receiptsOf(*record);
        updateNotice();
    });
}

void TracePage::showReceipts()
{
    auto *pane = new ReceiptsPane(m_receipts, m_context.preferences.utc());
    auto *overlay = new Overlay(window(), pane, QSize(720, 360));
    connect(pane, &ReceiptsPane::closeRequested, overlay, &Overlay::close);
    overlay->open();
}

void TracePage::pause(bool paused)
{
    client::Act act;
    act.verb = paused ? "pause" : "resume";
    act.subject = m_feed.execution().toStdString();
    act.actor = client::thisUser();
    m_context.engine.act(std::move(act), this, [this, paused](const Result<json::Value> &done) {
        if (!done)
            emit told(errorSentence(done.error()));
        else
            emit told(paused ? tr("No further step starts until it is resumed.") : tr("The run goes on."));
        m_feed.reload();
    });
}

void TracePage::askRerun(const std::string &step)
{
    const std::string from = step; // what follows may select another one
    leavePlayback();
    const client::FlowSummary *flow = m_context.engine.flow(textOf(m_model.run().record().flow));
    auto *dialog = new RerunDialog(m_model.run(), from, flow);
    auto *overlay = new Overlay(window(), dialog, QSize(640, 560));
    connect(dialog, &FormDialog::declined, overlay, &Overlay::close);
    connect(dialog, &FormDialog::confirmed, this,
            [this, dialog, overlay] { actAndOpen(dialog->act(), dialog, overlay); });
    overlay->open();
}

void TracePage::askAnswer(bool approved)
{
    const json::Value question = m_inspector->ask().question();
    if (question.isNull() || m_step.empty())
        return;
    auto *dialog = new AnswerDialog(m_step, question, approved);
    auto *overlay = new Overlay(window(), dialog, dialog->hasForm() ? QSize(640, 520) : QSize(560, 220));
    connect(dialog, &FormDialog::declined, overlay, &Overlay::close);
    connect(dialog, &FormDialog::confirmed, this, [this, dialog, overlay] {
        actAndOpen(dialog->act(m_feed.execution().toStdString()), dialog, overlay);
    });
    overlay->open();
}

/// A refusal stays in the dialog, beside what was typed; what leads to a new run opens it.
void TracePage::actAndOpen(const client::Act &act, FormDialog *dialog, Overlay *overlay)
{
    dialog->yes().setEnabled(false);
    m_context.engine.act(
        act, this,
        [this, dialog = QPointer(dialog), overlay = QPointer(overlay)](const Result<json::Value> &done) {
            if (!done) {
                if (!dialog)
                    return emit told(errorSentence(done.error()));
                dialog->yes().setEnabled(true);
                return dialog->setTrouble(errorSentence(done.error()) + ' ' + errorAdvice(done.error()));
            }
            if (overlay)
                overlay->close();
            const QString started = textOf((*done)["execution_id"].asString());
            if (!(*done)["origin"].isNull())
                emit openRequested({"run", started, {}});
            else
                m_feed.reload();
        });
}

/// The runs that failed in the same way; when no group has this one, the flow's failed runs.
void TracePage::showFailures()
{
    const client::ExecutionRecord &run = m_model.run().record();
    findFailureGroup(m_context.engine, run, this, [this, id = run.id, flow = run.flow](const QString &key) {
        if (id != m_feed.execution().toStdString())
            return;
        Address runs{"runs", {}, {}};
        runs.query.addQueryItem("flow", textOf(flow));
        if (key.isEmpty())
            runs.query.addQueryItem("status", "failed");
        else
            runs.query.addQueryItem("failure", key);
        emit openRequested(runs);
    });
}

/// All of the log about this run, or about the selected step.
void TracePage::openLogs()
{
    Address logs{"logs", {}, {}};
    logs.query.addQueryItem("execution_id", m_feed.execution());
    if (!m_step.empty())
        logs.query.addQueryItem("step", textOf(m_step));
    emit openRequested(logs);
}

/// Where the run's environment runs; null when that is no cloud.
const client::CloudPlace *TracePage::cloudPlace() const
{
    const std::string &environment = m_model.run().record().environment;
    const bool isOwn = environment == m_context.engine.info().environment;
    return m_places->find(isOwn ? QString() : textOf(environment));
}

/// What the services that it called, or that ran it, have logged about this run. The whole record is asked
/// for: it says to which trace its calls belong.
void TracePage::openCloudLogs()
{
    const client::CloudPlace *place = cloudPlace();
    if (place == nullptr)
        return;
    m_context.engine.execution(
        m_feed.execution(), this,
        [this, environment = place->environment](const Result<client::ExecutionRecord> &record) {
            emit openRequested(cloudLogsOf(record ? *record : m_model.run().record(), environment));
        });
}

/// What ran in a sub-flow is recorded as an execution of its own.
void TracePage::askChild(int at)
{
    const TraceStep &step = m_model.run().step(at);
    const bool isAnswered = m_playback || !step.items.empty() || !step.hasRun();
    if (step.kind != "flow" || isAnswered || !m_childrenAsked.insert(step.id).second)
        return;
    const QString child = childExecution(m_model.run().record().id, step.id, step.attempts.back().number);
    m_context.engine.execution(
        child, this,
        [this, id = m_feed.execution(), name = step.id](const Result<client::ExecutionRecord> &record) {
            if (id != m_feed.execution() || m_playback || !record)
                return; // nothing is known of it (any more): its step says how it ended
            if (const int now = m_model.run().find(name); now >= 0)
                m_model.setChild(now, *record);
        });
}

void TracePage::askChildren()
{
    int asked = 0;
    for (int at = 0; at < static_cast<int>(m_model.run().steps().size()) && asked < kMostChildren; ++at)
        if (m_model.run().step(at).kind == "flow") {
            askChild(at);
            ++asked;
        }
}

/// The run of the selected sub-flow, at the step that is selected in it.
void TracePage::openChild()
{
    const int at = m_model.run().find(m_step);
    if (at < 0)
        return;
    const TraceStep &step = m_model.run().step(at);
    Address child{"run", childExecution(m_model.run().record().id, step.id, step.attempts.back().number), {}};
    const int row = m_canvas->tree().currentNode().attempt;
    if (row >= 0 && row < static_cast<int>(step.items.size()))
        child.query.addQueryItem("step", textOf(step.items[static_cast<std::size_t>(row)].name));
    emit openRequested(child);
}

/// With the last run of this flow that ended well; the page finds it.
void TracePage::compare()
{
    Address address{"compare", {}, {}};
    address.query.addQueryItem("b", m_feed.execution());
    emit openRequested(address);
}

} // namespace batuta::views
