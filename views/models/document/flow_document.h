// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/edit/check_flow.h"
#include "engine/edit/flow_text.h"

#include <QObject>
#include <QPointF>
#include <QUndoStack>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// Where steps stand on the canvas, by id, in pixels of the scene; steps that are not in it are placed by the
/// layout.
using StepPlaces = std::map<std::string, QPointF>;

/// One flow that is edited: its YAML text, and everything that is derived from it. Graph, YAML pane,
/// inspector and problems are views of it, with one selection and one undo stack. A change of the text is
/// read and checked on a worker; `flow` follows within 300 ms, and stays the last valid one while the text
/// cannot be read. Lives on the window's thread; touches no file.
class FlowDocument final : public QObject
{
    Q_OBJECT

public:
    /// `file` is what problems name: `flows/ml/update_profile.yaml`.
    FlowDocument(std::string file, std::string text, StepPlaces places = {}, QObject *parent = nullptr);
    ~FlowDocument() override;

    const std::string &file() const;
    const std::string &text() const;
    /// Counts changes of the text; what a worker says of an older one is dropped.
    quint64 revision() const;
    /// Ranges of the text as it is now; null while its YAML cannot be read. Good until the text changes. It
    /// is read here when nobody has read it since the last change.
    const edit::FlowText *flowText() const;
    /// flowText() holds nobody up. Otherwise who follows each key press waits for flowChanged().
    bool isReadAtOnce() const;
    /// The last valid flow, as the graph draws it; no value before the first.
    const std::optional<client::FlowSummary> &flow() const;
    /// False while `flow` is older than the text, because the text has errors.
    bool isFlowCurrent() const;
    /// The line that keeps the YAML from being read; 0 when it can be read, also with errors in the flow.
    int brokenLine() const;
    const edit::Problems &problems() const;
    bool isChecking() const; ///< problems, their ranges and their fixes are of an older text
    int errors() const;
    void setSurroundings(edit::Surroundings surroundings); ///< checks again

    QUndoStack &undoStack() { return m_undo; }
    /// Applies edits of the present text as one undoable step. Edits with the same `mergeKey` that follow
    /// each other within a second become one ("" never merges).
    void change(const QString &name, const edit::TextEdits &edits, const QString &mergeKey = {});
    /// The same, made from the present flow text. Nothing happens when it cannot be read or the change is
    /// refused; then the answer is why, and refused() tells it.
    using Make = std::function<Result<edit::TextEdits>(const edit::FlowText &text)>;
    batuta::Status change(const QString &name, const Make &make, const QString &mergeKey = {});
    /// The whole text at once, as one undoable step.
    void replaceText(const QString &name, std::string text);
    /// The text that a save or a publish wrote; isChanged() is false at it.
    void setBase(std::string text);
    const std::string &base() const;
    bool isChanged() const; ///< the text differs from the base
    int changesSinceBase() const;

    /// Steps that are selected, in the order of the selection; empty: the flow itself.
    const std::vector<std::string> &selection() const;
    bool isSelected(const std::string &step) const;
    void select(std::vector<std::string> steps);
    /// Selects a place in the text (of a problem, of a field), and the step that it belongs to. The YAML pane
    /// shows it.
    void selectPlace(edit::Range range);

    const StepPlaces &places() const;
    /// Undoable; never marks the flow as changed.
    void setPlaces(const QString &name, StepPlaces places, const QString &mergeKey = {});

signals:
    /// After the text has changed; `edits` lead from the text before to the present one.
    void textChanged(const batuta::edit::TextEdits &edits);
    /// The present text was read: `flow`, isFlowCurrent() or brokenLine() may be others.
    void flowChanged();
    void problemsChanged();
    void selectionChanged();
    void placeSelected(batuta::edit::Range range);
    void placesChanged();
    /// Another base, or changed against it.
    void changedChanged();
    void refused(const batuta::Error &why);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
    QUndoStack m_undo;
};

} // namespace batuta::views
