// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of OverviewPage that is done by keys: going between sections, opening, acknowledging, undoing.
#include "views/pages/overview/overview_page.h"
#include "views/pages/overview/section_list.h"
#include "views/widgets/button.h"
#include "views/widgets/words.h"

namespace batuta::views {
namespace {

constexpr int kHour = 60; // minutes

} // namespace

void OverviewPage::addCommands()
{
    const auto add = [this](const char *id, auto text, const char *icon, QKeySequence key, auto run,
                            std::function<QString()> whyNot) {
        return m_context.commands.add(this, {id, text, icon, {key}, run, std::move(whyNot)});
    };
    add(
        "overview.next", [] { return tr("Next section"); }, "down", Qt::Key_J, [this] { moveSection(1); },
        {});
    add(
        "overview.previous", [] { return tr("Section before"); }, "up", Qt::Key_K,
        [this] { moveSection(-1); }, {});
    QAction *open = add(
        "overview.open", [] { return tr("Open what was chosen"); }, "arrow", Qt::Key_Return,
        [this] {
            for (const Section &section : m_sections)
                if (section.list->hasFocus())
                    section.list->openCurrent();
        },
        {});
    open->setShortcutContext(Qt::WidgetShortcut); // Enter on a button is the button's
    for (const Section &section : m_sections)
        section.list->addAction(open);
    add(
        "overview.acknowledge",
        [] { return tr("Acknowledge: mute the alert, or mark the failure as addressed"); }, "check",
        Qt::Key_A, [this] { acknowledge(); },
        [this] {
            const Cause *cause = chosenCause();
            return !cause                     ? tr("Choose what needs attention first.")
                   : !cause->canAcknowledge() ? tr("It goes when it has been dealt with.")
                                              : QString();
        });
    add(
        "overview.undo", [] { return tr("Undo the acknowledgement"); }, "undo", QKeySequence::Undo,
        [this] { undo(); }, [this] { return m_done.empty() ? tr("Nothing was acknowledged.") : QString(); });
    add(
        "overview.refresh", [] { return tr("Read the overview again"); }, "retry", {}, [this] { refresh(); },
        {});
}

/// The next section that has lines, round and round.
void OverviewPage::moveSection(int by)
{
    const int count = static_cast<int>(m_sections.size());
    int at = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (m_sections[static_cast<std::size_t>(i)].list->hasFocus())
            at = i;
    for (int tried = 1; tried <= count; ++tried) {
        SectionList *list = m_sections[static_cast<std::size_t>((at + by * tried + 2 * count) % count)].list;
        if (list->count() > 0)
            return list->setFocus(Qt::ShortcutFocusReason);
    }
}

const Cause *OverviewPage::chosenCause()
{
    const int row = m_sections[0].list->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_causes.size()) ? &m_causes[static_cast<std::size_t>(row)]
                                                               : nullptr;
}

void OverviewPage::acknowledge()
{
    const Cause *cause = chosenCause();
    if (!cause || !cause->canAcknowledge())
        return;
    const bool isAlert = cause->kind == Cause::Kind::Alert;
    std::vector<Act> acts;
    for (const std::string &key : cause->keys)
        acts.emplace_back(isAlert ? "mute_alert" : "note_failure", key);
    act(acts, false, isAlert ? tr("Muted for an hour.") : tr("Addressed until it comes again."));
}

void OverviewPage::undo()
{
    const std::vector<Act> acts = std::exchange(m_done, {});
    m_undo->hide();
    act(acts, true, tr("It needs attention again."));
}

/// Says what came of it once, after the last of the answers.
void OverviewPage::act(const std::vector<Act> &acts, bool isUndo, const QString &done)
{
    struct Progress
    {
        std::size_t open;
        std::vector<Act> good;
        std::optional<Error> trouble;
    };
    const auto progress = std::make_shared<Progress>(acts.size());
    for (const Act &one : acts) {
        client::Act act;
        std::tie(act.verb, act.subject) = one;
        act.data = act.verb == "mute_alert" ? json::Value(json::Object{{"minutes", isUndo ? 0 : kHour}})
                                            : json::Value(json::Object{{"addressed", !isUndo}});
        m_context.engine.act(std::move(act), this,
                             [this, progress, one, isUndo, done](const Result<json::Value> &answer) {
                                 if (answer)
                                     progress->good.push_back(one);
                                 else
                                     progress->trouble = answer.error();
                                 if (--progress->open > 0)
                                     return;
                                 if (!isUndo && !progress->good.empty()) {
                                     m_done = progress->good;
                                     m_undo->show();
                                 }
                                 emit told(progress->trouble ? errorSentence(*progress->trouble) : done);
                                 m_context.commands.update();
                                 m_feed->refresh();
                             });
    }
}

} // namespace batuta::views
