// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/field_editor.h"

namespace batuta::views {

class Label;

/// One line of the form: name with its star, type and limits under it, the editor, and under that what is
/// wrong once the person has touched it.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kInset = 9; ///< left of the name

    /// `form` must outlive the row.
    FieldRow(InputForm &form, const InputField &field, QWidget *parent);

    FieldEditor *editor() const { return m_editor; }
    void refresh();
    /// From now on problems show, as after an edit.
    void touch();
    /// A problem that the engine found; until the next edit.
    void showRefusal(const InputProblem &problem);

signals:
    void refused(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void dress();

    const InputForm &m_form;
    InputField m_field;
    Label *m_name;
    Label *m_star = nullptr;
    Label *m_kind;
    Label *m_problem;
    FieldEditor *m_editor;
    QWidget *m_left;
    std::optional<InputProblem> m_refusal;
    bool m_isTouched = false;
};

} // namespace batuta::views
