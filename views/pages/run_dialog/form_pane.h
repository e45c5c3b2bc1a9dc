// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/field_row.h"

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace batuta::views {

class Button;
class CodeView;
class EmptyState;
class Label;
class Segmented;

/// The left side of the dialog: the fields of a form, optional secrets and other keys folded away, or the
/// same input as one JSON text.
class FormPane final : public QWidget
{
    Q_OBJECT

public:
    /// `form` must outlive the pane.
    FormPane(InputForm &form, QWidget *parent);

    /// Shows a sentence instead of fields; "" shows the fields.
    void setMessage(const QString &sentence);
    /// Other keys choose what happens (routes): their field is open from the start.
    void setOthersMatter(bool matter);
    bool isJson() const;
    void setJson(bool json);
    /// The JSON text undoes its own typing.
    bool isTypingJson() const;

    /// On the first required field that is empty, else on the first field.
    void focusFirst();
    /// Takes over what is half typed. Shows all problems, and puts the focus on the first one; false when
    /// there is one.
    bool submit();
    /// What the engine refused: on the fields that it names. False when it names none.
    bool showRefusals(const std::vector<InputProblem> &problems);

signals:
    void refused(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A heading that folds the rows under it.
    struct Group
    {
        Button *heading = nullptr;
        QWidget *body = nullptr;
        bool isOpen = false;
    };

    void build();
    void addRow(const InputField &field, QVBoxLayout *to);
    Group makeGroup(QVBoxLayout *column);
    void refresh();
    void retranslate();
    void setOpen(Group &group, bool open);
    void refreshJson();
    void focusOn(FieldRow *row);
    FieldRow *row(std::string_view name) const;

    InputForm &m_form;
    Segmented *m_mode;
    Label *m_caption;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    CodeView *m_json;
    Label *m_jsonProblem;
    EmptyState *m_empty;
    std::vector<FieldRow *> m_rows; ///< children of the scroll area's widget
    Group m_secrets, m_others;
    QString m_lastJson; ///< a change of colours is announced like one of the text
    bool m_othersMatter = false;
    bool m_isWriting = false;
    bool m_isTouched = false;
};

} // namespace batuta::views
