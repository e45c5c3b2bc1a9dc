// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/field_editor.h"

class QLineEdit;

namespace batuta::views {

class Button;

/// One line of text. A tick stands at its end when a rule was met that could have been broken.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(InputForm &form, const InputField &field, QWidget *parent);

    void refresh() override;
    QWidget *control() const override;

protected:
    QLineEdit *line() const { return m_line; }
    void write(const QString &text);

private:
    void dress();
    void showTick();

    QLineEdit *m_line;
    QAction *m_tick = nullptr;
};

/// A secret: masked, and shown only while its button is held.
class SecretEditor final : public LineEditor
{
    Q_OBJECT

public:
    SecretEditor(InputForm &form, const InputField &field, QWidget *parent);
    void retranslate() override;

private:
    Button *m_reveal;
};

/// A date and time in ISO 8601, typed, picked from a calendar, or now.
class DateTimeEditor final : public LineEditor
{
    Q_OBJECT

public:
    DateTimeEditor(InputForm &form, const InputField &field, QWidget *parent);
    void refresh() override;
    void retranslate() override;

private:
    void pick();

    Button *m_now;
    Button *m_pick;
};

} // namespace batuta::views
