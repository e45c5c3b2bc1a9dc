// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a person can do on the page of metrics, and how a board is edited.
#include "views/pages/metrics/alerts_pane.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/widgets/words.h"

namespace batuta::views {
namespace {

using namespace std::chrono_literals;

} // namespace

void MetricsPage::add(CommandSpec spec)
{
    m_context.commands.add(this, std::move(spec));
}

void MetricsPage::addCommands()
{
    const auto noBoard = [this] { return m_isAlerts ? tr("No board is shown") : QString(); };
    add({"metrics.refresh", [] { return tr("Read the figures again"); }, "retry", {}, [this] { refresh(); }});
    add({"metrics.zoom_out",
         [] { return tr("Zoom out"); },
         "minus",
         {Qt::Key_Z},
         [this] { m_axis.zoomOut(SystemClock().wall()); },
         noBoard});
    add({"metrics.back",
         [] { return tr("Back to the time before"); },
         "arrowl",
         {Qt::Key_Backspace},
         [this] { m_axis.back(SystemClock().wall()); },
         [this] { return m_axis.canGoBack() ? QString() : tr("Nothing was zoomed"); }});
    add({"metrics.table",
         [] { return tr("Table of the panel's values"); },
         "grid",
         {Qt::Key_V},
         [this] { showTable(currentPanel()); },
         [this] { return currentPanel() < 0 ? tr("Select a panel first") : QString(); }});
    add({"metrics.runs",
         [] { return tr("Runs behind the panel"); },
         "runs",
         {Qt::Key_R},
         [this] { openRuns(currentPanel(), m_axis.cursor().value_or(-1), -1); },
         [this] { return currentPanel() < 0 ? tr("Select a panel first") : QString(); }});
    add({"metrics.pause",
         [this] { return m_axis.heldSince() ? tr("Resume live") : tr("Pause live"); },
         "pause",
         {Qt::Key_Space},
         [this] { m_axis.hold(!m_axis.heldSince(), SystemClock().wall()); },
         noBoard});
    add({"metrics.alerts",
         [] { return tr("Alerts"); },
         "bell",
         {Qt::Key_A},
         [this] { showAlerts(!m_isAlerts); }});
    add({"metrics.acknowledge",
         [] { return tr("Acknowledge the alert"); },
         "check",
         {Qt::Key_K},
         [this] { m_alerts->acknowledge(); },
         [this] { return m_isAlerts ? m_alerts->whyNotAcknowledge() : tr("Open the alerts first"); }});
    add({"metrics.mute",
         [] { return tr("Mute the alert, or hear it again"); },
         "bell",
         {Qt::Key_M},
         [this] { m_alerts->mute(); },
         [this] { return m_isAlerts ? m_alerts->whyNotMute() : tr("Open the alerts first"); }});
    addEditCommands();
}

void MetricsPage::addEditCommands()
{
    const auto editing = [this] {
        return m_grid->isEditing() ? QString() : tr("The board is not being edited");
    };
    add({"metrics.edit",
         [this] { return m_grid->isEditing() ? tr("Discard") : tr("Edit board"); },
         "edit",
         {Qt::Key_E},
         [this] { toggleEdit(); },
         [this] {
             return m_isAlerts || m_boards.empty() ? tr("No board is shown")
                    : m_isBoardWrong               ? tr("Mend the problems in its file first")
                                                   : QString();
         }});
    addPanelCommands();
    add({"metrics.save",
         [] { return tr("Save board"); },
         "check",
         {QKeySequence::Save},
         [this] { saveBoard(); },
         [this, editing] {
             return !editing().isEmpty()          ? editing()
                    : m_grid->undo().index() == 0 ? tr("Nothing has changed")
                                                  : QString();
         }});
    add({"metrics.undo",
         [] { return tr("Undo"); },
         "undo",
         {QKeySequence::Undo},
         [this] { m_grid->undo().undo(); },
         [this] { return m_grid->undo().canUndo() ? QString() : tr("Nothing to undo"); }});
    add({"metrics.redo",
         [] { return tr("Redo"); },
         "redo",
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
         [this] { m_grid->undo().redo(); },
         [this] { return m_grid->undo().canRedo() ? QString() : tr("Nothing to redo"); }});
}

void MetricsPage::setLast(const QString &last)
{
    const Duration hours = last == "1h" ? 1h : last == "6h" ? 6h : last == "24h" ? 24h : 24h * 7;
    m_axis.setLast(hours, SystemClock().wall());
}

void MetricsPage::setEvery(int seconds)
{
    m_every = seconds;
    m_feed.setEvery(seconds);
    showHeader();
}

void MetricsPage::setFlow(const QString &flow)
{
    m_feed.setFlow(flow);
    showHeader();
    emit addressChanged();
}

/// Leaving takes every change back.
void MetricsPage::toggleEdit()
{
    const bool wasEditing = m_grid->isEditing();
    if (wasEditing)
        m_grid->undo().setIndex(0);
    m_grid->undo().clear();
    m_grid->setEditing(!wasEditing);
    showHeader();
}

/// Only what was changed is written: everything else in the file stays as it is.
void MetricsPage::saveBoard()
{
    const auto found = std::find_if(m_boards.begin(), m_boards.end(), [this](const series::BoardText &board) {
        return QString::fromStdString(board.name) == m_board;
    });
    if (found == m_boards.end())
        return;
    const Result<BoardDraft> changed = draft();
    if (!changed)
        return emit told(errorSentence(changed.error()));
    client::Act act;
    act.verb = "save_board";
    act.subject = found->name;
    act.data = json::Object{{"text", changed->text}};
    m_context.engine.act(std::move(act), this, [this](const Result<json::Value> &saved) {
        if (!saved)
            return emit told(errorSentence(saved.error()));
        m_grid->undo().clear();
        m_grid->setEditing(false);
        emit told(tr("The board is saved."));
        m_wanted = m_board;
        loadBoards();
        showHeader();
    });
}

} // namespace batuta::views
