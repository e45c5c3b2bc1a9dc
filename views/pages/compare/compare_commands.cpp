// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a person can do on the page of a comparison.
#include "views/pages/compare/compare_page.h"

#include "engine/json/json.h"
#include "views/pages/compare/compare_words.h"
#include "views/pages/compare/difference_table.h"
#include "views/pages/compare/run_card.h"
#include "views/pages/compare/value_panel.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTabBar>

namespace batuta::views {
namespace {

constexpr std::size_t kMostOthers = 20; // runs that a menu offers

} // namespace

QAction *ComparePage::addLetter(CommandSpec spec)
{
    QAction *action = m_context.commands.add(this, std::move(spec));
    action->setProperty("letter", true); // moved to the tables once they are there
    removeAction(action);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void ComparePage::addCommands()
{
    const auto noRuns = [this] { return m_runs.isEmpty() ? tr("Two runs are needed.") : QString(); };
    const auto letter = [&](const char *id, std::function<QString()> name, const char *icon, const char *key,
                            std::function<void()> run) {
        addLetter({id, std::move(name), icon, {QKeySequence(key)}, std::move(run), noRuns});
    };
    letter(
        "compare.next", [] { return tr("Next difference"); }, "", "N", [this] { goDifference(1); });
    letter(
        "compare.previous", [] { return tr("Previous difference"); }, "", "Shift+N",
        [this] { goDifference(-1); });
    letter(
        "compare.swap", [] { return tr("Swap A and B"); }, "compare", "X", [this] { swap(); });
    letter(
        "compare.openA", [] { return tr("Open run A"); }, "ext", "1", [this] { openRun(true); });
    addLetter({"compare.openB",
               [] { return tr("Open run B"); },
               "ext",
               {QKeySequence("2")},
               [this] { openRun(false); },
               [this] { return m_b.isEmpty() ? tr("Two runs are needed.") : QString(); }});
    letter(
        "compare.align", [] { return tr("Align at the start or at the step"); }, "", "A",
        [this] {
            const QString how = m_align->value() == "start" ? "step" : "start";
            m_align->setValue(how);
            align(how);
        });
    letter(
        "compare.texts", [] { return tr("Show both texts side by side"); }, "split", "T",
        [this] { showTexts(); });
    letter(
        "compare.copy", [] { return tr("Copy summary"); }, "copy", "Ctrl+C", [this] { copySummary(); });
    m_context.commands.add(this, {"compare.reload",
                                  [] { return tr("Read both runs again"); },
                                  "retry",
                                  {},
                                  [this] { refresh(); },
                                  {}});
    m_context.commands.add(this, {"compare.runs",
                                  [] { return tr("Go to Runs"); },
                                  "runs",
                                  {},
                                  [this] {
                                      emit openRequested({"runs", {}, {}});
                                  },
                                  {}});
}

void ComparePage::swap()
{
    std::swap(m_a, m_b);
    m_wanted = m_table->step() >= 0 ? stepName(m_runs, m_table->step()) : QString();
    load();
}

void ComparePage::goDifference(int direction)
{
    const int step = m_runs.next(m_table->step(), direction);
    if (step >= 0)
        m_table->setStep(step);
    else
        emit told(tr("There is no other difference in this direction."));
}

void ComparePage::copySummary()
{
    QApplication::clipboard()->setText(summaryMarkdown(m_runs, m_environment));
    emit told(tr("The summary was copied as Markdown."));
}

void ComparePage::openRun(bool isA)
{
    Address run{"run", isA ? m_a : m_b, {}};
    if (!m_runs.isEmpty() && m_table->step() >= 0)
        run.query.addQueryItem("step", stepName(m_runs, m_table->step()));
    emit openRequested(run);
}

/// The newest runs of the flow: another one takes the place of A or B.
void ComparePage::chooseOther(bool isA)
{
    m_others->clear();
    const bool utc = m_context.preferences.utc();
    std::size_t offered = 0;
    for (const client::ExecutionRecord &run : m_past.runs()) {
        const QString id = QString::fromStdString(run.id);
        if (id == m_a || id == m_b || !isEnded(run.status))
            continue;
        if (++offered > kMostOthers)
            break;
        const QString subject = QString::fromStdString(run.userId);
        m_others->addAction(tr("%1 · %2 · %3 · %4", "start, state, duration, subject")
                                .arg(dayAndTime(run.startedAt, utc), statusWord(run.status),
                                     secondsWord(run.duration),
                                     subject.isEmpty() ? shortId(run.id) : subject),
                            this, [this, isA, id] {
                                (isA ? m_a : m_b) = id;
                                load();
                            });
    }
    if (offered == 0)
        m_others->addAction(tr("No other run of this flow is kept."))->setEnabled(false);
    Button &button = (isA ? m_cardA : m_cardB)->change();
    m_others->popup(button.mapToGlobal(QPoint(0, button.height() + 2)));
}

void ComparePage::align(const QString &how)
{
    m_model->setAligned(how == "step" ? m_table->step() : -1);
    if (how == "step" && m_model->aligned() < 0) {
        m_align->setValue("start");
        emit told(tr("Choose a step that ran in both."));
    }
}

/// Of the tab that is open, whole: what a table cuts.
void ComparePage::showTexts()
{
    const int step = m_table->step();
    const auto tab = static_cast<Tab>(m_tabs->currentIndex());
    if (tab == Tab::Step && step < 0)
        return emit told(tr("Choose a step first."));
    const auto sideOf = [&](bool isA) {
        const client::ExecutionRecord &run = (isA ? m_runs.a() : m_runs.b()).record();
        if (tab == Tab::Step)
            return m_runs.toldOf(step, isA);
        if (tab != Tab::Run)
            return tab == Tab::Input ? run.input : run.output;
        json::Object facts;
        for (const ComparedFact &fact : m_runs.facts())
            facts.append(fact.name, isA ? fact.a : fact.b);
        for (const EnvKeyDifference &key : m_environment)
            if (const auto &value = isA ? key.a : key.b)
                facts.append("env." + key.key, *value);
        return json::Value(std::move(facts));
    };
    const QString title = tab == Tab::Step ? stepName(m_runs, step) : m_tabs->tabText(m_tabs->currentIndex());
    auto *panel = new ValuePanel(title, QString::fromStdString(json::writePretty(sideOf(true))),
                                 QString::fromStdString(json::writePretty(sideOf(false))));
    auto *overlay = new Overlay(window(), panel, QSize(1200, 760));
    connect(panel, &ValuePanel::closeRequested, overlay, &Overlay::close);
    overlay->open();
}

/// Key by key, when the fingerprints say that something differs.
void ComparePage::askEnvironment()
{
    m_environment.clear();
    const client::ExecutionRecord &a = m_runs.a().record(), &b = m_runs.b().record();
    if (a.environment == b.environment && a.environmentFingerprint == b.environmentFingerprint)
        return;
    askEnvDifferences(m_context.engine.info().workspace, {a.environment, a.startedAt},
                      {b.environment, b.startedAt}, this,
                      [this, question = m_question](std::vector<EnvKeyDifference> found) {
                          if (question != m_question)
                              return;
                          m_environment = std::move(found);
                          updateDifferences();
                      });
}

} // namespace batuta::views
