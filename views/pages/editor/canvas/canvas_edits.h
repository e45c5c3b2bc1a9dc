// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/graph/edit_view.h"
#include "views/models/document/flow_document.h"

#include <QCoreApplication>

namespace batuta::views {

struct StepKind;

/// Everything that the canvas changes in a document, each one step of its undo stack. What is refused is told
/// by FlowDocument::refused. Lives on the window's thread.
class CanvasEdits
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::CanvasEdits)

public:
    explicit CanvasEdits(FlowDocument &document)
        : m_document(document)
    {
    }

    /// Why nothing can be changed now; "" when it can.
    QString whyNot() const;
    /// Why the selected steps cannot be changed, `least` of them at least.
    QString whyNotSelection(std::size_t least = 1) const;

    /// Behind all selected steps, or at the end. Selects it and answers its id; "" when it was refused.
    std::string add(const StepKind &kind, std::optional<QPointF> place = {});
    std::string addBetween(const StepKind &kind, const EdgeEnds &edge);
    /// `bridge`: what needed a removed step then needs what that one needed.
    void remove(bool bridge);
    void disconnect(const EdgeEnds &edge);
    void connect(const EdgeEnds &edge);
    void reconnect(const EdgeEnds &edge, const EdgeEnds &instead);
    void duplicate();
    /// The selected steps as YAML.
    QString copied() const;
    void paste(const QString &yaml);
    static bool isSteps(const QString &yaml);

    QString titleOf(const std::string &step) const; ///< as written, in the language of the window
    void setTitle(const std::string &step, const QString &title);
    /// Their label `domain`; "" takes it away.
    void setGroup(const QString &name);
    QString groupName() const; ///< of the first selected step

    void move(const QString &name, const StepPlaces &moved, const QString &mergeKey = {});
    /// All of them stand where the layout puts them again; all steps when nothing is selected.
    void autoLayout();

private:
    using Part = std::function<Result<edit::TextEdits>(const edit::FlowText &)>;
    using Place = std::function<void(StepPlaces &places, const std::vector<std::string> &added)>;
    /// Text and places change as one step; what it added is selected.
    std::vector<std::string> change(const QString &name, const Part &make, const Place &place = {});

    FlowDocument &m_document;
};

} // namespace batuta::views
