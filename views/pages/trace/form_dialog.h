// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/input_form.h"

#include <QWidget>

class QVBoxLayout;

namespace batuta::views {

class Button;
class FormPane;
class Label;

/// A panel for an Overlay that asks for values by a JSON Schema, and does something with them: title,
/// sentence, more questions, form, two buttons. Whoever makes it adds the questions.
class FormDialog : public QWidget
{
    Q_OBJECT

public:
    explicit FormDialog(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSentence(const QString &sentence);
    /// What went wrong when it was confirmed; "" for nothing.
    void setTrouble(const QString &text);
    /// Shows a form; without this call there is none. `mayStay`: values that nobody edited need not fit.
    void setForm(const json::Value &schema, const json::Value &values, bool mayStay);
    bool hasForm() const { return m_hasForm; }
    InputForm &form() { return m_form; }
    /// The form holds other values than at its beginning.
    bool isEdited() const;
    Button &yes() { return *m_yes; }
    Button &no() { return *m_no; }

signals:
    void confirmed(); ///< the form, when there is one, holds no problem
    void declined();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    /// A caption with its editor, between sentence and form.
    void addQuestion(Label *caption, QWidget *editor);

private:
    void confirm();

    InputForm m_form;
    json::Value m_before;
    bool m_hasForm = false;
    bool m_mayStay = false;
    Label *m_title;
    Label *m_sentence;
    QVBoxLayout *m_questions;
    FormPane *m_pane;
    Label *m_trouble;
    Button *m_no;
    Button *m_yes;
};

} // namespace batuta::views
