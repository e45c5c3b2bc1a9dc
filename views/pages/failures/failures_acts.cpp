// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of FailuresPage that does something with a group: commands, notes, repeating.
#include "views/models/runs/run_repeater.h"
#include "views/pages/failures/failure_list.h"
#include "views/pages/failures/failure_pane.h"
#include "views/pages/failures/failures_page.h"
#include "views/pages/failures/repeat_panel.h"
#include "views/widgets/choice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

namespace batuta::views {

void FailuresPage::addCommands()
{
    const auto whyNoGroup = [this] {
        return m_pane->key().isEmpty() ? tr("Choose a failure first.") : QString();
    };
    const auto whyNoChange = [this, whyNoGroup] {
        return m_pane->key().isEmpty() ? whyNoGroup() : whyNoAct(m_context.engine);
    };
    const auto add = [this](const char *id, auto text, const char *icon, QKeySequence key, auto run,
                            std::function<QString()> whyNot) {
        QAction *action = m_context.commands.add(this, {id, text, icon, {key}, run, std::move(whyNot)});
        if (!key.isEmpty()) {
            action->setShortcutContext(Qt::WidgetShortcut);
            m_list->addAction(action);
        }
        return action;
    };
    add(
        "failures.open", [] { return tr("Open what was chosen"); }, "trace", Qt::Key_Return,
        [this] { openCurrent(); }, {});
    add(
        "failures.runs", [] { return tr("Show the runs of the failure"); }, "runs", Qt::Key_F,
        [this] { openRuns(m_pane->key()); }, whyNoGroup);
    add(
        "failures.repeat", [] { return tr("Repeat the runs of the failure"); }, "retry", Qt::Key_R,
        [this] { askRepeat(m_pane->key()); }, whyNoChange);
    add(
        "failures.addressed", [] { return tr("Mark the failure as addressed"); }, "check", Qt::Key_E,
        [this] {
            note(m_pane->key(), json::Object{{"addressed", true}}, tr("Addressed until it comes again."));
        },
        whyNoChange);
    add(
        "failures.refresh", [] { return tr("Read the failures again"); }, "retry", {}, [this] { refresh(); },
        {});
    m_widen = new QAction(this);
    connect(m_widen, &QAction::triggered, this, [this] {
        m_range->setValue("0");
        m_feed->setHours(0);
    });
}

void FailuresPage::openCurrent()
{
    const QString key = m_list->currentKey();
    if (m_model->shown() != FailureListModel::Show::Waiting)
        return key.isEmpty() ? void() : openRuns(key);
    const QString execution = key.section('/', 0, 0), step = key.section('/', 1);
    QUrlQuery query;
    query.addQueryItem("step", step);
    if (!execution.isEmpty())
        emit openRequested({"run", execution, query});
}

void FailuresPage::openRuns(const QString &key)
{
    QUrlQuery query;
    query.addQueryItem("failure", key);
    emit openRequested({"runs", {}, query});
}

void FailuresPage::note(const QString &key, json::Value noted, const QString &done)
{
    client::Act act;
    act.verb = "note_failure";
    act.subject = key.toStdString();
    act.data = std::move(noted);
    m_context.engine.act(std::move(act), this, [this, done](const Result<json::Value> &answer) {
        emit told(answer ? done : errorSentence(answer.error()));
        m_feed->refresh();
    });
}

void FailuresPage::askRepeat(const QString &key)
{
    const client::FailureGroup *group = m_feed->group(key.toStdString());
    if (!group || m_overlay)
        return;
    if (m_repeater)
        return emit told(tr("The last repetition is not finished yet."));
    auto *panel = new RepeatPanel(static_cast<int>(std::min<std::int64_t>(group->count, RunRepeater::kMost)));
    m_overlay = new Overlay(window(), panel, {520, 320});
    connect(panel, &RepeatPanel::dismissed, m_overlay, &Overlay::close);
    connect(panel, &RepeatPanel::confirmed, this, [this, key](const json::Value &change) {
        m_overlay->close();
        repeat(key, change);
    });
    m_overlay->open();
}

void FailuresPage::repeat(const QString &key, const json::Value &change)
{
    client::ExecutionQuery query;
    query.failure = key.toStdString();
    if (m_feed->hours() > 0)
        query.since = SystemClock().wall() - std::chrono::hours(m_feed->hours());
    m_repeater =
        new RunRepeater(m_context.engine, change, tr("repeated from the failure inbox").toStdString(), this);
    connect(m_repeater, &RunRepeater::progressed, this, [this, key](int done, int all) {
        if (m_pane->key() == key)
            m_pane->setProgress(tr("%1 of %Ln run(s)", nullptr, all).arg(done));
    });
    connect(m_repeater, &RunRepeater::finished, this, [this](int repeated, int refused, const QString &why) {
        const QString done = tr("%Ln run(s) were repeated.", nullptr, repeated);
        const QString report =
            refused == 0 ? done
                         : tr("%1 %2").arg(done, tr("%Ln were refused: %1", nullptr, refused).arg(why));
        m_pane->setProgress(report);
        emit told(report);
        m_feed->refresh();
    });
    m_repeater->start(std::move(query));
}

} // namespace batuta::views
