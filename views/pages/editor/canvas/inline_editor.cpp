// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/inline_editor.h"

#include <QKeyEvent>

#include <utility>

namespace batuta::views {

InlineEditor::InlineEditor(QWidget *parent)
    : QLineEdit(parent)
{
    hide();
}

void InlineEditor::open(const QRect &place, const QString &name, const QString &text, Done done)
{
    finish(true);
    m_done = std::move(done);
    setAccessibleName(name);
    setPlaceholderText(name);
    setText(text);
    selectAll();
    setGeometry(place);
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void InlineEditor::finish(bool isTaken)
{
    const Done done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    hide();
    if (isTaken)
        done(text().trimmed());
    emit closed();
}

void InlineEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish(true);
    else
        QLineEdit::keyPressEvent(event);
}

void InlineEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

} // namespace batuta::views
