// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/line_boxes.h"

class QVBoxLayout;

namespace batuta::views {

class Button;
class ItemChip;

/// A list of names as chips, with completion: `needs`, what is retried, what is passed on. Enter or comma
/// adds; Backspace in the empty line takes the last one away.
class ChipsBox final : public FieldBox
{
    Q_OBJECT

public:
    ChipsBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override { return m_line; }

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::vector<QString> offered() const;
    void add(const QString &text);
    void removeAt(std::size_t index);
    void arrange();
    void offer();

    QWidget *m_field;
    PlainLine *m_line;
    QCompleter *m_completer;
    std::vector<ItemChip *> m_chips; ///< children of the field
    std::vector<QString> m_shown;
};

/// A list of texts with expressions, one under the other: a command and its arguments.
class RowsBox final : public FieldBox
{
    Q_OBJECT

public:
    RowsBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override;
    void focusAt(const edit::FieldPath &path) override;
    edit::FieldPath pathInFocus() const override;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    ExpressionEdit *addRow(std::size_t at);
    void setRow(std::size_t at, const QString &text);
    void removeRow(std::size_t at);

    QVBoxLayout *m_rows;
    std::vector<ExpressionEdit *> m_edits;
    Button *m_add;
    QWidget *m_well;
};

} // namespace batuta::views
