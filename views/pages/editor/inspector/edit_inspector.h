// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"
#include "engine/edit/flow_text.h"
#include "views/widgets/pane.h"

#include <functional>
#include <memory>

namespace batuta::views {

class EngineLink;
class FieldBox;
class FlowDocument;

/// The right pane of the flow editor: fields for everything that the format can say of the selected steps, or
/// of the flow when none is selected, made from the format's schema. It holds nothing itself: it shows what
/// the document's text says, and what a person does there becomes edits of that text, for all selected steps
/// at once. Lives on the window's thread; document and engine must outlive it.
class EditInspector final : public Surface
{
    Q_OBJECT

public:
    EditInspector(FlowDocument &document, EngineLink &engine, QWidget *parent = nullptr);
    ~EditInspector() override;

    /// Which keys have a value in which environment, and the flows there are, for completion and for the line
    /// under a field.
    void setSurroundings(const edit::Surroundings &surroundings);
    /// How a problem reads under its field: the words of the list of problems. Else the engine's.
    void setProblemWords(std::function<QString(const edit::Problem &problem)> words);
    /// Nothing can be changed; `why` is told on top.
    void setReadOnly(const QString &why);

    /// Shows the field that stands at the path (of the whole file: {"steps", "create", "http", "url"}), or
    /// the nearest one above it, and puts the focus there. Selects its step. False when there is none.
    bool focusField(const edit::FieldPath &path);
    /// On the label of the step, or on the title of the flow.
    void focusLabel();
    /// The path of the field that has the focus; empty when none has.
    edit::FieldPath focusedField() const;
    /// The field of that path (made when it was folded away), or null. For tests and the outline.
    FieldBox *fieldAt(const edit::FieldPath &path);

public slots:
    /// Reads the last runs of the flow again.
    void refreshRuns();

signals:
    void openKeyRequested(const QString &key); ///< an `env` or `secrets` key, to be set
    void openRunRequested(const QString &execution, const QString &step);
    void openFlowRequested(const QString &flow); ///< of a subflow
    void left();                                 ///< Esc: the canvas takes the focus
    void told(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void connectNotify(const QMetaMethod &signal) override;

private:
    struct Private;
    QWidget *makeHeader();
    void follow();
    void rebuild(const std::string &kind);
    void showHeader(const std::string &kind);
    void showNotice();
    void showProblem();
    void retranslate();

    std::unique_ptr<Private> m_private;
    QWidget *m_form = nullptr; ///< in the scroll area
};

} // namespace batuta::views
