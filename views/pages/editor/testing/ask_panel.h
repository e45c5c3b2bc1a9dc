// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/widgets/button.h"

#include <QWidget>

class QVBoxLayout;

namespace batuta::views {

class Label;

/// A small panel for an Overlay: a title, a sentence, fields, what is wrong with them, and its answers. The
/// first answer only closes it.
class AskPanel final : public QWidget
{
    Q_OBJECT

public:
    AskPanel(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    /// Closes the panel when `act` gives ""; otherwise that is shown as what is wrong.
    Button *addAnswer(const QString &text, Button::Variant variant, std::function<QString()> act);
    /// Ctrl+Enter anywhere in it does that answer; never for one that acts on production.
    void setDefault(Button *answer) { m_default = answer; }
    Button *refusal() const { return m_no; }
    /// Closes by itself when `about` goes away.
    void show(QWidget *window, QSize size, const QObject &about);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Enter never acts on production
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell(const QString &problem);

    QVBoxLayout *m_body;
    Label *m_problem;
    QWidget *m_answers;
    Button *m_no;
    Button *m_default = nullptr;
};

} // namespace batuta::views
