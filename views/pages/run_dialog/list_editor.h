// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/field_editor.h"

class QLineEdit;

namespace batuta::views {

class ItemChip;

/// An array of texts or numbers as chips in a field. Enter, comma and a paste of several lines add; Backspace
/// in the empty line takes the last one away. Above 200 items only the JSON view edits it.
class ListEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ListEditor(InputForm &form, const InputField &field, QWidget *parent);

    void refresh() override;
    void commit() override;
    void retranslate() override;
    QWidget *control() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    json::Array items() const;
    json::Value itemOf(const QString &text) const;
    void add(const QString &text);
    void removeAt(std::size_t index);
    void arrange();
    void dress();

    QLineEdit *m_line;
    std::vector<ItemChip *> m_chips; ///< children of this
    json::Array m_shown;
};

} // namespace batuta::views
