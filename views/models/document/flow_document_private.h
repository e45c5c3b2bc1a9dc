// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/document_commands.h"
#include "views/models/document/flow_check.h"

#include <QElapsedTimer>
#include <QTimer>

namespace batuta::views {

/// What a FlowDocument knows. Text, places and selection change through EditedFlow, so that undo and redo
/// take the same way as the change itself.
struct FlowDocument::Private final : EditedFlow
{
    Private(FlowDocument &document, std::string file, std::string text, StepPlaces places);

    const std::string &text() const override { return m_text; }
    void applyEdits(const edit::TextEdits &edits) override;
    void applyPlaces(const StepPlaces &places) override;
    void applySelection(const std::vector<std::string> &steps) override;

    ChangeOrder order(const QString &name, const QString &mergeKey);
    const edit::FlowText *readText();
    void checkSoon(int ms);
    void check();
    void checked(CheckAnswer answer);
    /// Selection and places follow the steps to their new names; selected steps that are gone are dropped.
    void follow(const edit::FlowText &text);
    void tellChanged();

    FlowDocument &q;
    std::string file;
    std::string m_text;
    std::string base;
    quint64 revision = 1;

    quint64 readRevision = 0; ///< of the text that `read` is of
    std::optional<edit::FlowText> read;
    Error readError;

    quint64 generation = 1; ///< of the text and the surroundings
    quint64 checkedGeneration = 0;
    edit::Surroundings surroundings;
    std::optional<client::FlowSummary> flow;
    bool isFlowCurrent = true;
    int brokenLine = 0;
    edit::Problems problems;

    std::vector<std::string> steps; ///< of the last text that could be read
    std::vector<std::string> selection;
    StepPlaces places;
    std::shared_ptr<ChangeSelection> fresh; ///< of the change that was made in this turn of the window

    bool isChanged = false;
    int changes = 0;

    QElapsedTimer clock;
    QTimer later;
    FlowCheck worker;
};

} // namespace batuta::views
