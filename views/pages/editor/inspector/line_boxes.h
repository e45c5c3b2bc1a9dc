// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/expression_edit.h"
#include "views/pages/editor/inspector/field_box.h"

#include <QLineEdit>

class QComboBox;

namespace batuta::views {

class Label;
class KeyLine;
class Segmented;
class Switch;

/// A line of text that leaves undo and redo to the window.
class PlainLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PlainLine(QWidget *parent);
    /// A cell of a table: no border.
    void setBare(bool bare);
    /// Words for people rather than names: in the font of texts.
    void setProse();
    /// Keeps the caret when the text is the same. Without the focus the beginning is seen.
    void showText(const QString &text);

signals:
    void stepped(int steps); ///< Up and Down

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();
    void showBeginning();
    bool m_isBare = false;
    bool m_isProse = false;
    bool m_isAtBeginning = false; ///< the caret is there for the eye only: what is typed goes on at the end
};

/// A name, a number, a duration or a size.
class LineBox final : public FieldBox
{
    Q_OBJECT

public:
    LineBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override { return m_line; }
    int span() const override;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    PlainLine *m_line;
};

/// A text with expressions, a condition, or lines; with the value it has in the last run, and where the keys
/// of the environment that it uses have a value.
class ExpressionBox final : public FieldBox
{
    Q_OBJECT

public:
    ExpressionBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override { return m_edit; }
    ExpressionEdit *edit() const { return m_edit; }
    /// What is shown of the last run; for tests.
    QString valueLine() const;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    void tryOut();

    ExpressionEdit *m_edit;
    Label *m_value;
    KeyLine *m_keys;
    int m_tried = 0; ///< answers to older texts count nothing
};

/// One of a few: segments when they fit, else a list. What is not in the file shows its default.
class ChoiceBox final : public FieldBox
{
    Q_OBJECT

public:
    ChoiceBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override;
    int span() const override;
    void focusAt(const edit::FieldPath &path) override;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    void choose(const QString &value);

    Segmented *m_segments = nullptr;
    QComboBox *m_list = nullptr;
};

/// On or off.
class SwitchBox final : public FieldBox
{
    Q_OBJECT

public:
    SwitchBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    Switch *m_switch;
};

/// What completion may offer for expressions of the scope's step.
CompletionSource completionSource(const FieldScope &scope);

} // namespace batuta::views
