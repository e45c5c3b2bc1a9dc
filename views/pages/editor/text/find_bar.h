// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace batuta::views {

class Button;
class Label;

/// Finds words in a text, or goes to a line of it. Hidden until it is asked for; Esc gives the focus back.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QPlainTextEdit &edit, QWidget *parent = nullptr);

    /// With the selection as the words to find, when it is on one line.
    void openFind();
    void openLine();
    void findNext() { find(false); }
    void findPrevious() { find(true); }
    QLineEdit *field() const { return m_field; }
    /// `3 matches`, `No match`
    QString outcome() const;

signals:
    void lineWanted(int line);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void open(bool isLine, const QString &text);
    void typed();
    void find(bool isBack);
    void close();
    void count();

    QPlainTextEdit &m_edit;
    QLineEdit *m_field;
    Label *m_outcome;
    Button *m_previous, *m_next, *m_close;
    bool m_isLine = false;
};

} // namespace batuta::views
