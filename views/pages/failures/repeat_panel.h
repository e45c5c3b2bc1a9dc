// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QWidget>

class QPlainTextEdit;

namespace batuta::views {

class Button;
class Label;

/// Asks whether the runs of a group shall be repeated, and what of their input shall be another. A panel for
/// an Overlay. The focus begins on the button that does nothing.
class RepeatPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RepeatPanel(int runs, QWidget *parent = nullptr);

signals:
    /// `change` is an object whose members replace those of the inputs, or null.
    void confirmed(const batuta::json::Value &change);
    void dismissed();

private:
    void check();

    json::Value m_change;
    QPlainTextEdit *m_text;
    Label *m_problem;
    Button *m_keep;
    Button *m_repeat;
};

} // namespace batuta::views
