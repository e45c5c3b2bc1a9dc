// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/input/input_form.h"

#include <QWidget>

namespace batuta::views {

/// The control that fills one field of a form. It shows what the form holds, and writes into the form what a
/// person does; it keeps nothing itself.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// Longer text is edited as JSON.
    static constexpr int kLongestLine = 65'536;
    static constexpr qsizetype kLongestJson = 1'000'000;

    FieldEditor(InputForm &form, InputField field, QWidget *parent);

    /// Shows what the form holds now.
    virtual void refresh() = 0;
    /// Takes over what is typed but not yet entered.
    virtual void commit() {}
    virtual void retranslate() {}
    /// The control that has the focus, and the name for a screen reader.
    virtual QWidget *control() const = 0;
    /// The border says that something is wrong.
    virtual void setInvalid(bool invalid);

    const InputField &field() const { return m_field; }
    std::string_view name() const { return m_field.name; }

signals:
    void edited();                    ///< by a person
    void refused(const QString &why); ///< something was not taken over

protected:
    void changeEvent(QEvent *event) override;
    InputForm &form() { return m_form; }
    const InputForm &form() const { return m_form; }
    /// Places the control in the row.
    void setControl(QWidget *control);
    /// What stands in an empty line: the default, null, or what the field is for.
    QString hint() const;

private:
    InputForm &m_form;
    InputField m_field;
};

FieldEditor *makeFieldEditor(InputForm &form, const InputField &field, QWidget *parent);

} // namespace batuta::views
