// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of MetricsPage that changes, adds and removes the panels of a board that is edited.
#include "views/models/metrics/board_edit.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/pages/metrics/panel_dialog.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QLocale>
#include <QUndoCommand>

namespace batuta::views {
namespace {

constexpr QSize kDialogSize(640, 560);

class ChangeBoard final : public QUndoCommand
{
public:
    using Show = std::function<void(const std::string &)>;

    ChangeBoard(const QString &text, Show show, std::string before, std::string after)
        : QUndoCommand(text)
        , m_show(std::move(show))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }

private:
    Show m_show;
    std::string m_before, m_after;
};

} // namespace

void MetricsPage::addPanelCommands()
{
    const auto noPanel = [this] {
        return !m_grid->isEditing() ? tr("The board is not being edited")
               : currentPanel() < 0 ? tr("Select a panel first")
                                    : QString();
    };
    add({"metrics.panel.edit",
         [] { return tr("Change the panel"); },
         "edit",
         {Qt::Key_F2},
         [this] { editPanel(currentPanel()); },
         noPanel});
    add({"metrics.panel.add",
         [] { return tr("Add a panel"); },
         "plus",
         {Qt::Key_Insert},
         [this] { editPanel(-1); },
         [this] { return m_grid->isEditing() ? QString() : tr("The board is not being edited"); }});
    add({"metrics.panel.remove",
         [] { return tr("Remove the panel"); },
         "trash",
         {QKeySequence::Delete},
         [this] { removePanel(currentPanel()); },
         noPanel});
}

/// The text of the board as it is shown now, with the panels where they have been put.
Result<BoardDraft> MetricsPage::draft() const
{
    Result<std::string> text = withPlaces(m_draft, m_board.toStdString(), m_grid->places());
    if (!text)
        return text.error();
    return BoardDraft{std::move(*text), m_board.toStdString(), QLocale().language() == QLocale::Portuguese};
}

/// -1: a new one.
void MetricsPage::editPanel(int panel)
{
    const Result<BoardDraft> before = draft();
    if (!before)
        return emit told(errorSentence(before.error()));
    const bool isNew = panel < 0;
    PanelForm form;
    if (isNew)
        form.series = "- {metric: batuta_executions_total, function: per_minute, by: [flow]}";
    else
        form = formOf(*before, static_cast<std::size_t>(panel));
    const QString title = isNew ? tr("New panel") : tr("Change the panel");
    auto *dialog = new PanelDialog(
        title, form,
        [this, panel, isNew, title, draft = *before](const PanelForm &entered) -> std::optional<Error> {
            const Result<std::string> after =
                isNew ? withNewPanel(draft, entered)
                      : withPanel(draft, static_cast<std::size_t>(panel), entered);
            if (!after)
                return after.error();
            changeBoard(title, draft.text, *after);
            return std::nullopt;
        });
    m_overlay = new Overlay(window(), dialog, kDialogSize);
    connect(dialog, &PanelDialog::closeRequested, m_overlay, &Overlay::close);
    m_overlay->open();
}

void MetricsPage::removePanel(int panel)
{
    const Result<BoardDraft> before = draft();
    if (!before)
        return emit told(errorSentence(before.error()));
    const Result<std::string> after = withoutPanel(*before, static_cast<std::size_t>(panel));
    if (!after)
        return emit told(errorSentence(after.error()));
    changeBoard(tr("Remove the panel"), before->text, *after);
    emit told(tr("The panel is removed."));
}

void MetricsPage::changeBoard(const QString &what, const std::string &before, const std::string &after)
{
    if (before == after)
        return;
    m_grid->undo().push(new ChangeBoard(
        what, [this](const std::string &text) { showDraft(text); }, before, after));
}

/// A board that is being edited; it has no errors.
void MetricsPage::showDraft(const std::string &text)
{
    const int focused = currentPanel();
    m_draft = text;
    m_feed.setBoard(series::readBoard(text, m_board.toStdString()).board);
    if (PanelFrame *frame = m_grid->frame(std::min(focused, m_grid->panels() - 1)); frame && focused >= 0)
        frame->setFocus();
    m_context.commands.update();
}

} // namespace batuta::views
