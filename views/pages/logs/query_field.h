// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_query.h"

#include <QPlainTextEdit>
#include <QStringList>
#include <QSyntaxHighlighter>

#include <functional>
#include <optional>

class QCompleter;

namespace batuta::views {

/// Colours a query, and underlines what is wrong with it.
class QueryColours final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    QueryColours(QTextDocument *document, const QWidget &owner);
    /// In characters; a length of 0 for nothing.
    void setTrouble(int begin, int length);

protected:
    void highlightBlock(const QString &text) override;

private:
    const QWidget &m_owner;
    int m_begin = 0, m_length = 0;
};

/// One line in which a query is written: coloured, completed with the fields and values that lines have, with
/// the queries before it (Up and Down).
class QueryField final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit QueryField(QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    void setText(const QString &text);
    void setProblem(const std::optional<logs::QueryProblem> &problem);
    void setHistory(const QStringList &newestFirst) { m_history = newestFirst; }
    /// Names of fields, and the values that a field has.
    void setWords(QStringList fields, std::function<QStringList(const QString &)> values);
    /// What would be offered where the caret is.
    QStringList offers() const { return m_offers; }
    void choose(int row);

signals:
    void edited(); ///< by anybody
    void entered();
    void left(); ///< Esc, or down into the lines

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    void offer(bool isAsked);
    bool takesKey(int key);
    void recall(int by);

    QueryColours *m_colours;
    QCompleter *m_popup;
    QStringList m_fields, m_offers, m_history;
    std::function<QStringList(const QString &)> m_values;
    int m_from = 0;      ///< where the word that is completed begins
    int m_recalled = -1; ///< which of the history is shown
    QString m_shown;
    QString m_own; ///< what was written before
    bool m_isChoosing = false;
};

} // namespace batuta::views
