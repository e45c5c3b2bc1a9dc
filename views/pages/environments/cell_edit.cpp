// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/cell_edit.h"

#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostLines = 12;
constexpr qsizetype kCellLongest = 1 << 16;

} // namespace

CellEdit::CellEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(themeOf(parent).font(TextStyle::Mono));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setUndoRedoEnabled(true);
    document()->setDocumentMargin(themeOf(parent).scaled(3));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CellEdit::fit);
}

void CellEdit::place(const QRect &cell)
{
    m_cell = cell;
    fit();
}

void CellEdit::fit()
{
    const int lines = std::clamp(blockCount(), 1, kMostLines);
    const int margin = 2 * (static_cast<int>(document()->documentMargin()) + frameWidth());
    QRect wanted = m_cell;
    wanted.setHeight(std::max(m_cell.height(), lines * fontMetrics().lineSpacing() + margin));
    if (const QWidget *around = parentWidget(); around && wanted.bottom() > around->height())
        wanted.moveBottom(std::max(wanted.height() - 1, around->height()));
    setVerticalScrollBarPolicy(lines < blockCount() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setGeometry(wanted);
}

void CellEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)))
        return emit committed();
    if (isEnter) // the other Enter is a character of its own otherwise, and not a line break of the file
        return insertPlainText("\n");
    QPlainTextEdit::keyPressEvent(event);
}

/// A whole line that was copied somewhere brings its end along, which nobody means.
void CellEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text().left(kCellLongest);
    text.replace("\r\n", "\n");
    if (text.count('\n') == 1 && text.endsWith('\n'))
        text.chop(1);
    insertPlainText(text);
}

} // namespace batuta::views
