// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"

#include <QWidget>

namespace batuta::views {

class FindBar;
class Label;
class YamlEdit;

/// The YAML of the flow that is edited, under its file's name and the place of the caret. Ctrl+F finds, F3
/// goes on, Ctrl+G goes to a line; Ctrl+Space completes.
class YamlPane final : public QWidget
{
    Q_OBJECT

public:
    explicit YamlPane(FlowDocument &document, QWidget *parent = nullptr);

    /// For the completion of environment keys and secrets.
    void setSurroundings(const edit::Surroundings &surroundings);
    void setReadOnly(bool readOnly);
    void find();
    void findNext();
    void findPrevious();
    void goToLine();
    void toggleComment();
    YamlEdit *edit() const { return m_edit; }
    FindBar *findBar() const { return m_find; }
    QString caretText() const; ///< `Ln 65, Col 24`

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    FlowDocument &m_document;
    Label *m_title, *m_file, *m_caret;
    YamlEdit *m_edit;
    FindBar *m_find;
};

} // namespace batuta::views
