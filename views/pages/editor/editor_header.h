// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

class QAction;

namespace batuta::views {

class Bar;
class Button;
class Chip;
class Label;
class Segmented;

/// What the header says of the flow that is edited.
struct EditorFacts
{
    QString system; ///< as in the file: `ml_orchestrator`
    QString name;
    QString version; ///< `Draft of v15`, `v14`; "" while nothing is open
    QString versionHint;
    QString saved; ///< `3 edits, saved 14:06`
};

/// The header of the editor: where one is, what state the draft is in, undo and redo, the three modes, and
/// what can be done with the flow.
class EditorHeader final : public QWidget
{
    Q_OBJECT

public:
    /// Commands that become its buttons; they must outlive it.
    struct Commands
    {
        QAction *undo, *redo, *more, *compare, *publish, *run;
    };
    explicit EditorHeader(Commands commands, QWidget *parent = nullptr);

    void present(const EditorFacts &facts);
    /// `graph`, `split` or `yaml`.
    void setMode(const QString &mode);

signals:
    void modeChosen(const QString &mode);
    void flowsWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fit();
    QWidget *arrow();

    Bar *m_bar;
    Button *m_flows;
    Label *m_system, *m_name;
    Chip *m_version;
    Label *m_saved;
    QWidget *m_systemArrow;
    Button *m_undo, *m_redo;
    Segmented *m_modes;
    Button *m_more, *m_compare, *m_publish, *m_run;
    EditorFacts m_facts;
};

} // namespace batuta::views
