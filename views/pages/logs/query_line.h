// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;

namespace batuta::views {

class Button;
class Label;
class QueryField;

/// What is looked for among the lines, beside the query: a word and how many times it is there.
class FindBox final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBox(QWidget *parent = nullptr);
    QLineEdit &field() { return *m_field; }
    void setOutcome(const QString &text);

signals:
    void changed(const QString &text);
    void next(bool forward);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();

    Label *m_word;
    QLineEdit *m_field;
    Label *m_outcome;
    Button *m_close;
};

/// The query with its frame, what is found beside it, and how many lines it leaves.
class QueryLine final : public QWidget
{
    Q_OBJECT

public:
    explicit QueryLine(QWidget *parent = nullptr);
    QueryField &field() { return *m_field; }
    FindBox &find() { return *m_find; }
    void setOutcome(const QString &text);
    void setWrong(bool isWrong);
    void showFind(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QueryField *m_field;
    FindBox *m_find;
    Label *m_outcome;
    bool m_isWrong = false;
};

} // namespace batuta::views
