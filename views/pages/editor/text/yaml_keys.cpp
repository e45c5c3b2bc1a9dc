// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What keys do in the YAML text: indents, comments, new lines, undo.
#include "views/pages/editor/text/indent.h"
#include "views/pages/editor/text/yaml_completer.h"
#include "views/pages/editor/text/yaml_edit.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

namespace batuta::views {
namespace {

constexpr int kIndent = 2;
constexpr int kMostLines = 30'000; ///< of a text in which words are offered unasked
constexpr qsizetype kMostPasted = 6'000'000;

/// The blocks that the selection touches; a selection that ends at the start of a line does not touch it.
std::pair<QTextBlock, QTextBlock> touched(const QTextCursor &cursor)
{
    const QTextDocument &document = *cursor.document();
    const QTextBlock first = document.findBlock(cursor.selectionStart());
    QTextBlock last = document.findBlock(cursor.selectionEnd());
    if (last != first && last.position() == cursor.selectionEnd())
        last = last.previous();
    return {first, last};
}

/// Keys that mean something in a text, whatever they mean around it.
bool isOwnKey(const QKeyEvent &key)
{
    const bool isCtrl = key.modifiers() == Qt::ControlModifier;
    return key.matches(QKeySequence::Find) || key.key() == Qt::Key_F3 ||
           (isCtrl && (key.key() == Qt::Key_G || key.key() == Qt::Key_Slash || key.key() == Qt::Key_Space));
}

template <class Act> void eachTouched(const QTextCursor &cursor, const Act &act)
{
    const auto [first, last] = touched(cursor);
    const int end = last.blockNumber();
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= end; block = block.next())
        act(block);
}

} // namespace

bool YamlEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // and not a command of the page with the same keys
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showHint(viewport()->mapFrom(this, help->pos()), help->globalPos());
        return true;
    }
    return QPlainTextEdit::event(event);
}

void YamlEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (m_completer->takes(*event))
        return event->ignore(); // its popup does it
    if (event->matches(QKeySequence::Undo))
        return m_flow.undoStack().undo();
    if (event->matches(QKeySequence::Redo))
        return m_flow.undoStack().redo();
    if (isReadOnly())
        return QPlainTextEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Backtab || (event->key() == Qt::Key_Tab && isPlain))
        return shiftLines(event->key() == Qt::Key_Backtab);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isPlain)
        return breakLine();
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier)
        return toggleComment();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return m_completer->offer(true);
    const QString text = event->text();
    QPlainTextEdit::keyPressEvent(event);
    const bool isWord = !text.isEmpty() && (text.front().isLetterOrNumber() || text == "_" || text == ".");
    const bool isLarge = blockCount() > kMostLines; // what is around the caret is looked for line by line
    if (!isLarge && (isWord || event->key() == Qt::Key_Backspace))
        m_completer->offer(false);
    else if (!text.isEmpty())
        m_completer->hide();
}

/// The indent of the line goes on; one deeper behind a key that opens a block.
void YamlEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int indent = indentOf(before);
    const QString text = before.trimmed();
    const bool isComment = text.startsWith('#');
    if (text.startsWith("- ") && !isComment)
        indent += kIndent;
    if (!isComment && (text.endsWith(':') || text.endsWith('|') || text.endsWith('>')))
        indent += kIndent;
    cursor.insertText('\n' + QString(indent, ' '));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void YamlEdit::shiftLines(bool isBack)
{
    QTextCursor cursor = textCursor();
    const auto [first, last] = touched(cursor);
    if (!isBack && first == last && !cursor.hasSelection()) {
        cursor.insertText(QString(kIndent - cursor.positionInBlock() % kIndent, ' '));
        return;
    }
    cursor.beginEditBlock();
    eachTouched(cursor, [&](const QTextBlock &block) {
        QTextCursor line(block);
        if (!isBack && !block.text().isEmpty())
            line.insertText(QString(kIndent, ' '));
        for (int i = 0; isBack && i < kIndent && block.text().startsWith(' '); ++i)
            line.deleteChar();
    });
    cursor.endEditBlock();
}

void YamlEdit::toggleComment()
{
    if (isReadOnly())
        return;
    QTextCursor cursor = textCursor();
    bool areAll = true;
    int indent = -1;
    eachTouched(cursor, [&](const QTextBlock &block) {
        const QString text = block.text();
        if (text.trimmed().isEmpty())
            return;
        areAll = areAll && text.trimmed().startsWith('#');
        indent = indent < 0 ? indentOf(text) : std::min(indent, indentOf(text));
    });
    if (indent < 0)
        return;
    cursor.beginEditBlock();
    eachTouched(cursor, [&](const QTextBlock &block) {
        const QString text = block.text();
        if (text.trimmed().isEmpty())
            return;
        QTextCursor line(block);
        line.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor,
                          areAll ? indentOf(text) : indent);
        if (!areAll) {
            line.insertText("# ");
            return;
        }
        line.deleteChar();
        if (block.text().mid(indentOf(text)).startsWith(' '))
            line.deleteChar();
    });
    cursor.endEditBlock();
}

void YamlEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
    colourVisible();
}

void YamlEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text().left(kMostPasted);
    text.replace("\r\n", "\n");
    insertPlainText(text);
}

} // namespace batuta::views
