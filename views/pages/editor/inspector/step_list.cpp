// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/step_list.h"

namespace batuta::views {
namespace {

Result<edit::FlowText> after(const edit::FlowText &text, const Result<edit::TextEdits> &edits)
{
    if (!edits)
        return edits.error();
    return edit::FlowText::read(edit::applied(text.text(), *edits), {});
}

} // namespace

Result<edit::TextEdits> moveToList(const edit::FlowText &text, const std::string &step, edit::StepList list)
{
    edit::FieldPath needs = text.stepPath(step);
    needs.push_back("needs");
    const Result<edit::FlowText> alone =
        text.memberRange(needs) ? after(text, text.removeField(needs)) : Result<edit::FlowText>(text);
    if (!alone)
        return alone.error();
    const std::string yaml = alone->copySteps({step});
    const Result<edit::FlowText> without = after(text, text.removeSteps({step}, true));
    if (!without)
        return without.error();
    const std::vector<std::string> there = without->steps(list);
    const char *const key = list == edit::StepList::Finally ? "finally" : "steps";
    const Result<edit::FlowText> with = after(
        *without, there.empty() ? without->setRaw({key}, yaml) : without->pasteSteps(yaml, there.back()));
    if (!with)
        return with.error();
    return edit::difference(text.text(), with->text());
}

} // namespace batuta::views
