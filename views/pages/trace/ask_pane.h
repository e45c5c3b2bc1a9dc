// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Label;

/// What a step asks of a person, and the two answers. Hidden while nothing is asked.
class AskPane final : public QWidget
{
    Q_OBJECT

public:
    explicit AskPane(QWidget *parent = nullptr);
    /// `id` tells one question from another. Null hides it.
    void setQuestion(const std::string &id, const json::Value &question);
    const json::Value &question() const { return m_question; }
    /// Why nobody can answer now; "" when it can be done.
    void setWhyNot(const QString &why);
    Button &approve() { return *m_approve; }
    Button &reject() { return *m_reject; }

signals:
    void answerRequested(bool approved);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::string m_id;
    json::Value m_question;
    Label *m_text;
    Label *m_facts;
    Button *m_approve;
    Button *m_reject;
};

} // namespace batuta::views
