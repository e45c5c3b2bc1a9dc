// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QStackedLayout;
class QTimer;

namespace batuta::views {

class Button;
class Label;

/// The strip at the top of a pane: what failed or is stale, what still works, and up to two buttons.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Info };

    explicit Notice(Kind kind, QWidget *parent = nullptr);
    void setKind(Kind kind);
    void setText(const QString &strong, const QString &text);
    Button *addButton(const QString &text, const QString &icon = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    Label *m_strong;
    Label *m_text;
    QHBoxLayout *m_row;
};

/// One sentence, one action, no picture: what a pane shows instead of nothing.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setText(const QString &sentence);
    void setAction(QAction *action);

private:
    Label *m_sentence;
    Button *m_button;
};

/// Shows a pane's content, or what stands for it. Loading shows nothing for 150 ms, then skeleton rows.
class StatePane final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePane(QWidget *content, QWidget *parent = nullptr);
    void showContent();
    void showLoading();
    void showEmpty(const QString &sentence, QAction *action = nullptr);
    /// `retry` may be null.
    void showError(const QString &strong, const QString &text, QAction *retry);

private:
    QStackedLayout *m_stack;
    QWidget *m_content;
    QWidget *m_skeleton;
    EmptyState *m_empty;
    EmptyState *m_error;
    QTimer *m_delay;
};

} // namespace batuta::views
