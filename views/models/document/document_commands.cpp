// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/document_commands.h"

namespace batuta::views {
namespace {

constexpr qint64 kTypingMs = 1'000;
constexpr qint64 kMovingMs = 500;

} // namespace

FlowCommand::FlowCommand(EditedFlow &flow, ChangeOrder order, qint64 mergeTime)
    : QUndoCommand(order.name)
    , m_flow(flow)
    , m_order(std::move(order))
    , m_mergeTime(mergeTime)
{
}

void FlowCommand::undo()
{
    apply(false);
    m_flow.applySelection(m_order.selection->before);
}

void FlowCommand::redo()
{
    apply(true);
    if (!m_isNew)
        m_flow.applySelection(m_order.selection->after);
    m_isNew = false;
}

bool FlowCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const FlowCommand *>(other);
    if (!next || next->id() != id() || m_order.mergeKey.isEmpty() ||
        m_order.mergeKey != next->m_order.mergeKey || next->m_order.at - m_order.at > m_mergeTime ||
        !takeIn(*next))
        return false;
    m_order.at = next->m_order.at;
    // The document goes on filling in what the newest change has selected.
    next->m_order.selection->before = m_order.selection->before;
    m_order.selection = next->m_order.selection;
    return true;
}

TextCommand::TextCommand(EditedFlow &flow, ChangeOrder order, edit::TextEdits edits)
    : FlowCommand(flow, std::move(order), kTypingMs)
    , m_edits(std::move(edits))
    , m_inverse(edit::inverseOf(flow.text(), m_edits))
{
}

void TextCommand::apply(bool forward)
{
    m_flow.applyEdits(forward ? m_edits : m_inverse);
}

bool TextCommand::takeIn(const FlowCommand &other)
{
    const auto &next = static_cast<const TextCommand &>(other);
    if (!grow(next)) {
        const std::string between = edit::applied(m_flow.text(), next.m_inverse);
        const std::string before = edit::applied(between, m_inverse);
        m_edits = edit::difference(before, m_flow.text());
        m_inverse = edit::inverseOf(before, m_edits);
    }
    setObsolete(m_edits.empty());
    return true;
}

/// Typing changes what was just typed, or what stands beside it: nothing else of the text is looked at.
bool TextCommand::grow(const TextCommand &next)
{
    if (m_edits.size() != 1 || next.m_edits.size() != 1)
        return false;
    edit::TextEdit &typed = m_edits.front();
    edit::TextEdit &back = m_inverse.front();
    const edit::TextEdit &more = next.m_edits.front();
    const std::size_t from = typed.range.from;
    if (typed.text.empty() && more.text.empty() && more.range.to == from) { // one backspace after the other
        typed.range.from = more.range.from;
        back = {{more.range.from, more.range.from}, next.m_inverse.front().text + back.text};
        return true;
    }
    if (more.range.from < from || more.range.to > from + typed.text.size())
        return false;
    typed.text.replace(more.range.from - from, more.range.size(), more.text);
    back.range.to = from + typed.text.size();
    if (typed.text == back.text) {
        m_edits.clear();
        m_inverse.clear();
    }
    return true;
}

PlacesCommand::PlacesCommand(EditedFlow &flow, ChangeOrder order, StepPlaces before, StepPlaces after)
    : FlowCommand(flow, std::move(order), kMovingMs)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void PlacesCommand::apply(bool forward)
{
    m_flow.applyPlaces(forward ? m_after : m_before);
}

bool PlacesCommand::takeIn(const FlowCommand &other)
{
    m_after = static_cast<const PlacesCommand &>(other).m_after;
    setObsolete(m_after == m_before);
    return true;
}

int textChangesIn(const QUndoCommand &command)
{
    int changes = dynamic_cast<const TextCommand *>(&command) ? 1 : 0;
    for (int i = 0; i < command.childCount(); ++i)
        changes += textChangesIn(*command.child(i));
    return changes;
}

} // namespace batuta::views
