// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"
#include "views/pages/editor/text/text_mirror.h"

#include <QColor>
#include <QPlainTextEdit>

#include <QSet>

#include <memory>
#include <optional>

namespace batuta::views {

class YamlColours;
class YamlCompleter;

/// The text of a flow document as lines with numbers. What is typed is a change of the document, whose undo
/// it uses; the step of the caret is the document's selection; problems are underlined and told when pointed
/// at. It never parses: it asks the document.
class YamlEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit YamlEdit(FlowDocument &document, QWidget *parent = nullptr);
    ~YamlEdit() override;

    /// Byte of the caret.
    std::size_t caretByte() const;
    void showPlace(edit::Range range);
    void goToLine(int line); ///< counts from 1
    /// Of the lines of the selection: `# ` in front, or away when all have one.
    void toggleComment();
    YamlCompleter &completer() const { return *m_completer; }
    /// The problem at a byte, or null.
    const edit::Problem *problemAt(std::size_t byte) const;
    /// Width of the column of numbers, and its painting.
    int numbersWidth() const;
    void paintNumbers(QPaintEvent *event);

signals:
    void caretMoved(); ///< or the text has changed before it

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void typed(int position, int removed, int added);
    void documentChanged(const edit::TextEdits &edits);
    void load();
    void followCaret();
    void followSelection();
    void markProblems();
    void showMarks();
    void placeNumbers();
    void dress();
    int positionOf(std::size_t byte) const;
    std::size_t byteOf(int position) const;
    void breakLine();
    void shiftLines(bool isBack);
    void showHint(const QPoint &at, const QPoint &global);
    void colourVisible();
    QString mergeKeyFor(const edit::TextEdit &edit);

    FlowDocument &m_flow;
    TextMirror m_mirror;
    YamlColours *m_colours;
    QWidget *m_numbers;
    std::unique_ptr<YamlCompleter> m_completer;
    bool m_isFollowing = false; ///< the document is being shown, nobody types
    bool m_isTyping = false;
    bool m_isSelecting = false;
    bool m_isCaretPending = false; ///< its step is asked for once the text is read
    bool m_isSelectionPending = false;
    int m_run = 0; ///< counts runs of typing that undo takes back at once
    std::optional<std::size_t> m_runEnd;
    QList<QTextEdit::ExtraSelection> m_marks;
    QSet<int> m_errorLines; ///< from 0
    QColor m_colour;        ///< of the theme that the lines have their colours of
};

} // namespace batuta::views
