// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/completion.h"

#include <QPlainTextEdit>

#include <functional>

class QCompleter;

namespace batuta::views {

/// A field for a text with expressions, a condition, or plain lines. It is as high as its text, up to a
/// number of lines; colours what is in `${{ }}`; completes while typing and on Ctrl+Space. Undo is left to
/// the window.
class ExpressionEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Language { Template, Condition, Plain };

    explicit ExpressionEdit(Language language, QWidget *parent = nullptr);

    /// Enter makes a new line; else it is ignored.
    void setManyLines(bool many, int leastLines = 1, int mostLines = 6);
    /// Without a border: a cell of a table.
    void setBare(bool bare);
    /// Asked for each time that something is completed.
    void setSource(std::function<CompletionSource()> source) { m_source = std::move(source); }
    QString text() const { return toPlainText(); }
    /// Keeps the caret where it is when the text is the same.
    void setText(const QString &text);
    QCompleter *completer() const { return m_completer; }
    void complete(bool isAsked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void edited(const QString &text); ///< by a person
    void entered();                   ///< Enter, where it makes no line
    void focusGot();
    void focusLeft();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void dress();
    void grow();
    void insertCompletion(int row);

    Language m_language;
    bool m_manyLines = false;
    bool m_isBare = false;
    int m_leastLines = 1;
    int m_mostLines = 6;
    bool m_isSetting = false;
    QString m_last; ///< a change of colours is announced like one of the text
    QCompleter *m_completer;
    Completions m_offered;
    std::function<CompletionSource()> m_source;
};

/// One line of plain text that leaves undo to the window.
bool isUndoKey(const QEvent *event);

} // namespace batuta::views
