// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"

#include <QUndoCommand>

namespace batuta::views {

/// What the commands of a document change. They live in its undo stack, and it outlives them.
class EditedFlow
{
public:
    virtual ~EditedFlow() = default;
    virtual const std::string &text() const = 0;
    virtual void applyEdits(const edit::TextEdits &edits) = 0;
    virtual void applyPlaces(const StepPlaces &places) = 0;
    virtual void applySelection(const std::vector<std::string> &steps) = 0;
};

/// What was selected before a change, and what its maker has selected after it; the document fills in the
/// second until the window's next turn.
struct ChangeSelection
{
    std::vector<std::string> before;
    std::vector<std::string> after;
};

/// What a change is called, and with which it may become one.
struct ChangeOrder
{
    QString name;
    QString mergeKey; ///< "" never merges
    qint64 at = 0;    ///< milliseconds of a steady clock
    std::shared_ptr<ChangeSelection> selection;
};

class FlowCommand : public QUndoCommand
{
public:
    void undo() final;
    void redo() final;
    bool mergeWith(const QUndoCommand *other) final;

protected:
    FlowCommand(EditedFlow &flow, ChangeOrder order, qint64 mergeTime);

    virtual void apply(bool forward) = 0;
    /// Takes in a change that was just made; false when it cannot.
    virtual bool takeIn(const FlowCommand &other) = 0;

    EditedFlow &m_flow;

private:
    ChangeOrder m_order;
    qint64 m_mergeTime;
    bool m_isNew = true; ///< what a push does keeps the selection
};

/// A change of the text.
class TextCommand final : public FlowCommand
{
public:
    /// `edits` are of the present text.
    TextCommand(EditedFlow &flow, ChangeOrder order, edit::TextEdits edits);

    int id() const override { return 1; }

private:
    void apply(bool forward) override;
    bool takeIn(const FlowCommand &other) override;
    bool grow(const TextCommand &next);

    edit::TextEdits m_edits;
    edit::TextEdits m_inverse;
};

/// Steps that move on the canvas.
class PlacesCommand final : public FlowCommand
{
public:
    PlacesCommand(EditedFlow &flow, ChangeOrder order, StepPlaces before, StepPlaces after);

    int id() const override { return 2; }

private:
    void apply(bool forward) override;
    bool takeIn(const FlowCommand &other) override;

    StepPlaces m_before;
    StepPlaces m_after;
};

/// How many changes of the text a command of the stack holds; macros hold several.
int textChangesIn(const QUndoCommand &command);

} // namespace batuta::views
