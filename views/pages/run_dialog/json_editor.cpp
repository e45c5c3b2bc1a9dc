// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/json_editor.h"

#include "views/theme/theme.h"
#include "views/widgets/code_view.h"
#include "views/widgets/words.h"

#include <QLayout>

#include <algorithm>

namespace batuta::views {

JsonEditor::JsonEditor(InputForm &form, const InputField &field, QWidget *parent)
    : FieldEditor(form, field, parent)
    , m_text(new CodeView(this))
{
    m_text->setEditable(kLongestJson);
    m_text->setCode({}, CodeView::Language::Json);
    setControl(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_text->toPlainText();
        if (text == m_last)
            return;
        m_last = text;
        m_isWriting = true;
        this->form().setText(name(), text);
        m_isWriting = false;
        grow();
        emit edited();
    });
    connect(m_text, &CodeView::pasteRefused, this, [this](qsizetype size) {
        emit refused(
            tr("%1 is too much to paste here; up to %2 fits.").arg(sizeWord(size), sizeWord(kLongestJson)));
    });
    connect(&themeOf(this), &Theme::changed, this, &JsonEditor::grow);
    grow();
}

void JsonEditor::refresh()
{
    m_text->setPlaceholderText(hint());
    const json::Value *value = form().value(name());
    // Writing a large value out again takes longer than seeing that it is the same.
    const bool isSame = value && m_shown && *value == *m_shown;
    m_shown = value ? std::optional(*value) : std::nullopt;
    if (m_isWriting || isSame)
        return;
    const QString text = form().text(name());
    if (m_text->toPlainText() == text)
        return;
    m_last = text;
    m_text->setPlainText(text);
    grow();
}

QWidget *JsonEditor::control() const
{
    return m_text;
}

void JsonEditor::grow()
{
    const int lines = std::clamp(m_text->document()->blockCount(), 2, 8);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + themeOf(this).scaled(20));
}

} // namespace batuta::views
