// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/field_scope.h"
#include "views/pages/editor/inspector/flow_schema.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace batuta::views {

class Button;
class Label;

/// One field of the inspector: its caption, the control, and under it what is wrong and how to mend it. It
/// shows what the scope's text says, and writes there what a person does; it keeps nothing itself. Scope and
/// model must outlive it.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    /// `path` is from the step (or the file) on.
    FieldBox(FieldScope &scope, const FieldModel &field, edit::FieldPath path, QWidget *parent);

    const edit::FieldPath &path() const { return m_path; }
    const FieldModel &field() const { return m_field; }
    QString caption() const { return m_caption; }
    void setCaption(const QString &caption);
    void hideCaption();
    /// Without it what is around it would not be valid. What a mapping needs nobody needs without the
    /// mapping.
    bool isNeeded() const;
    /// It only tells, and changes nothing.
    void setLocked(bool locked) { m_isLocked = locked; }
    /// What takes the focus.
    virtual QWidget *control() const = 0;
    /// The box at this path: this one, or one inside it. Null when the path is elsewhere.
    virtual FieldBox *boxAt(const edit::FieldPath &path);
    /// The path that the focus is at.
    virtual edit::FieldPath pathInFocus() const { return m_path; }
    /// The path, or the row of this box that shows it, gets the focus.
    virtual void focusAt(const edit::FieldPath &path);
    /// It shows itself which of its parts is wrong.
    virtual bool tellsProblems() const { return false; }
    /// Columns of six that it wants beside others.
    virtual int span() const { return 6; }
    /// What is wrong and how to mend it: below the control, unless a narrow field's grid shows it.
    QWidget *trouble() const { return m_trouble; }
    void takeTroubleBack();
    void refresh();

protected:
    virtual void present(const std::optional<json::Value> &value, bool isMixed) = 0;
    /// Below the control.
    void setControl(QWidget *control);
    QVBoxLayout *column() const { return m_column; }
    QHBoxLayout *head() const { return m_head; }
    FieldScope &scope() const { return m_scope; }
    bool canEdit() const { return m_scope.canEdit() && !m_isLocked; }
    /// What undo says.
    QString undoName() const;
    /// The text as the field's value; empty text takes the field away, or leaves "" where it is required.
    void write(const QString &text);
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// What this control knows to be wrong before the checks do.
    void setOwnProblem(const QString &sentence);
    static QString mixedWord();

private:
    void showProblem();
    bool isOfFlat() const;
    void reset();

    FieldScope &m_scope;
    const FieldModel &m_field;
    edit::FieldPath m_path;
    QString m_caption;
    QString m_ownProblem;
    bool m_isLocked = false;
    QVBoxLayout *m_column;
    QHBoxLayout *m_head;
    Label *m_label;
    Label *m_star = nullptr;
    QWidget *m_trouble;
    Label *m_problem;
    Button *m_mend;
};

/// A mapping whose fields stand among those around it, without a switch.
bool isFlat(const std::string &key);

/// The box that fits the field's type.
FieldBox *makeFieldBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path,
                       QWidget *parent);

} // namespace batuta::views
