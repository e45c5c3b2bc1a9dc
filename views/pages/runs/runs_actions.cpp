// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of RunsPage that does something with a run: commands, menus, cancelling, running again.
#include "views/models/runs/run_figures.h"
#include "views/pages/runs/cancel_panel.h"
#include "views/pages/runs/filter_line.h"
#include "views/pages/runs/runs_page.h"
#include "views/pages/runs/runs_table.h"
#include "views/pages/runs/runs_words.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>

namespace batuta::views {
namespace {

json::Value rowJson(const RunRow &run)
{
    json::Array steps;
    for (const RunStep &step : run.steps)
        steps.push_back(
            json::Object{{"step", step.name}, {"status", step.status}, {"attempts", step.attempts}});
    return json::Object{{"execution_id", run.id},
                        {"flow", run.flow},
                        {"status", run.status},
                        {"error", run.error.empty() ? json::Value() : json::Value(run.error)},
                        {"trigger", run.trigger},
                        {"environment", run.environment},
                        {"user_id", run.userId},
                        {"session_id", run.sessionId},
                        {"correlation_id", run.correlationId},
                        {"started_at", isoTime(run.startedAt)},
                        {"ended_at", run.isEnded() ? json::Value(isoTime(run.endedAt)) : json::Value()},
                        {"duration_ms", static_cast<double>(run.lasted(SystemClock().wall()).count()) / 1000},
                        {"steps", std::move(steps)}};
}

/// Without the members that are masked: the mask is no value to run with. Whether there were any.
bool dropMasked(json::Value &input)
{
    std::vector<std::string> masked;
    for (const auto &[name, value] : input.asObject())
        if (value.asString().find(json::kMask) != std::string::npos)
            masked.push_back(name);
    for (const std::string &name : masked)
        input.object().erase(name);
    return !masked.empty();
}

QString columnFilter(int column)
{
    switch (column) {
    case RunsModel::StatusColumn:
        return "status";
    case RunsModel::FlowColumn:
        return "flow";
    case RunsModel::SubjectColumn:
        return "user_id";
    case RunsModel::SessionColumn:
        return "session_id";
    case RunsModel::CorrelationColumn:
        return "correlation_id";
    default:
        return {};
    }
}

} // namespace

QAction *RunsPage::runFlowCommand()
{
    QAction *command = m_context.commands.action("app.run");
    return command ? command : m_runFlow;
}

void RunsPage::addCommands()
{
    m_runFlow = new QAction(this);
    m_runFlow->setProperty("iconName", "play");
    connect(m_runFlow, &QAction::triggered, this, [this] { emit runRequested({}, {}); });
    m_clear = new QAction(this);
    connect(m_clear, &QAction::triggered, this, [this] {
        RunFilter none;
        none.order = m_model->filter().order;
        setFilter(none);
        m_table->setFocus();
    });
    addRunCommands();
    addListCommands();
    listCommand({"runs.pause",
                 [this] { return m_model->isPaused() ? tr("Resume") : tr("Pause"); },
                 "pause",
                 {Qt::Key_Space},
                 [this] { m_model->setPaused(!m_model->isPaused()); },
                 {}});
    m_context.commands.add(
        this,
        {"runs.refresh", [] { return tr("Read the runs again"); }, "retry", {}, [this] { refresh(); }, {}});
    m_context.commands.add(this, {"runs.filter",
                                  [] { return tr("Filter the runs"); },
                                  "filter",
                                  {QKeySequence(Qt::CTRL | Qt::Key_F)},
                                  [this] { m_filters->field()->setFocus(); },
                                  {}});
}

void RunsPage::addRunCommands()
{
    const auto whyNoRun = [this] { return this->whyNoRun(); };
    listCommand({"runs.open",
                 [] { return tr("Open the run"); },
                 "trace",
                 {Qt::Key_Return, Qt::Key_Enter},
                 [this] { openSelected(); },
                 whyNoRun});
    listCommand({"runs.again",
                 [] { return tr("Run again"); },
                 "retry",
                 {Qt::Key_R},
                 [this] { runAgain(); },
                 [this] { return whyNotAgain(); }});
    listCommand({"runs.cancel",
                 [] { return tr("Cancel the run"); },
                 "stop",
                 {Qt::Key_X},
                 [this] { askCancel(); },
                 [this] { return whyNotCancel(); }});
    listCommand({"runs.copy_id",
                 [] { return tr("Copy the execution ID"); },
                 "copy",
                 {QKeySequence(Qt::CTRL | Qt::Key_C)},
                 [this] { copyText(QString::fromStdString(selectedRun()->id)); },
                 whyNoRun});
    listCommand({"runs.copy_row",
                 [] { return tr("Copy the row as JSON"); },
                 "braces",
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
                 [this] { copyRow(); },
                 whyNoRun});
}

/// A command whose keys act only while the list itself has the focus.
QAction *RunsPage::listCommand(CommandSpec spec)
{
    QAction *action = m_context.commands.add(this, std::move(spec));
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

const RunRow *RunsPage::selectedRun() const
{
    return m_model->run(m_table->currentRow());
}

QString RunsPage::whyNoRun() const
{
    return selectedRun() ? QString() : tr("Select a run first.");
}

QString RunsPage::whyNotAgain() const
{
    if (!selectedRun())
        return whyNoRun();
    return whyNoAct(m_context.engine);
}

QString RunsPage::whyNotCancel() const
{
    const RunRow *run = selectedRun();
    if (!run)
        return whyNoRun();
    if (m_table->selectedCount() > 1)
        return m_many ? tr("The last act on several runs is not finished yet.") : QString();
    if (run->isEnded())
        return tr("This run has ended.");
    return whyNoAct(m_context.engine);
}

void RunsPage::openSelected()
{
    if (const RunRow *run = selectedRun())
        emit openRequested({"run", QString::fromStdString(run->id), {}});
}

void RunsPage::runAgain()
{
    if (const RunRow *run = selectedRun())
        m_context.engine.execution(QString::fromStdString(run->id), this,
                                   [this](const auto &record) { runAgainCame(record); });
}

void RunsPage::runAgainCame(const Result<client::ExecutionRecord> &record)
{
    if (!record) {
        emit told(errorSentence(record.error()));
        return;
    }
    json::Value input = record->input;
    if (dropMasked(input))
        emit told(tr("Secrets in the input of this run were masked. Type them again before you run it."));
    emit runRequested(QString::fromStdString(record->flow), QString::fromStdString(json::writePretty(input)));
}

void RunsPage::askCancel()
{
    if (m_table->selectedCount() > 1)
        return actOnMany("cancel");
    const RunRow *run = selectedRun();
    if (!run || m_overlay)
        return;
    auto *panel = new CancelPanel(*run);
    m_overlay = new Overlay(window(), panel, {460, 190});
    connect(panel, &CancelPanel::dismissed, m_overlay, &Overlay::close);
    connect(panel, &CancelPanel::confirmed, this, [this, id = QString::fromStdString(run->id)] {
        m_overlay->close();
        cancel(id);
    });
    m_overlay->open();
}

/// Says what is true: asked, or why there was nothing to ask. The row says what became of it.
void RunsPage::cancel(const QString &execution)
{
    m_context.engine.cancel(execution, this, [this, execution](const Result<void> &asked) {
        const QString id = shortId(execution.toStdString());
        if (asked)
            emit told(tr("Run %1 was asked to stop.").arg(id));
        else if (asked.error().code == ErrorCode::ExecutionEnded)
            emit told(tr("Run %1 had already ended.").arg(id));
        else
            emit told(errorSentence(asked.error()));
    });
}

void RunsPage::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    emit told(tr("Copied"));
}

void RunsPage::copyRow()
{
    if (const RunRow *run = selectedRun())
        copyText(QString::fromStdString(json::writePretty(rowJson(*run))));
}

void RunsPage::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = RunsModel::StartedColumn; column < RunsModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_words->columnName(column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            emit m_table->columnsChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset the columns")), &QAction::triggered, this, [this] {
        m_table->setColumns({});
        emit m_table->columnsChanged();
    });
    menu->popup(at);
}

void RunsPage::showCellMenu(const QPoint &at)
{
    const QModelIndex cell = m_table->indexAt(at);
    const RunRow *run = cell.isValid() ? m_model->run(cell.row()) : nullptr;
    if (!run)
        return;
    m_table->setCurrentIndex(cell);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_context.commands.action("runs.open"));
    const QString key = columnFilter(cell.column());
    const QString value = key == "status" ? QString::fromStdString(run->status) : cell.data().toString();
    if (!key.isEmpty() && !value.isEmpty() && RunFilter().set(key, value))
        connect(menu->addAction(tr("Filter: %1").arg(filterWords(key, value))), &QAction::triggered, this,
                [this, key, value] { setFilterValue(key, value); });
    if (!value.isEmpty() && RunFilter::canExclude(key))
        connect(menu->addAction(tr("Filter: %1").arg(filterWords(key, '!' + value))), &QAction::triggered,
                this, [this, key, value] { toggleExcluded(key, value); });
    menu->addSeparator();
    if (const QString text = cell.data(Qt::ToolTipRole).toString(); !text.isEmpty())
        connect(menu->addAction(tr("Copy the value")), &QAction::triggered, this,
                [this, text] { copyText(text); });
    for (const char *id : {"runs.copy_id", "runs.copy_row", "", "runs.again", "runs.cancel"})
        *id == 0 ? static_cast<void>(menu->addSeparator()) : menu->addAction(m_context.commands.action(id));
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void RunsPage::refresh()
{
    m_model->reload();
    m_figures->refresh();
}

} // namespace batuta::views
