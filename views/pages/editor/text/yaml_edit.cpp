// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/yaml_edit.h"

#include "views/pages/editor/text/problem_words.h"
#include "views/pages/editor/text/yaml_colours.h"
#include "views/pages/editor/text/yaml_completer.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostMarks = 500;
constexpr int kTextInset = 8;

/// The column of line numbers. The editor paints it.
class Numbers final : public QWidget
{
public:
    explicit Numbers(YamlEdit *edit)
        : QWidget(edit)
        , m_edit(*edit)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit.paintNumbers(event); }

private:
    YamlEdit &m_edit;
};

Status statusOf(edit::Severity severity)
{
    return severity == edit::Severity::Error ? Status::Failed : Status::Waiting;
}

} // namespace

YamlEdit::YamlEdit(FlowDocument &flow, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_flow(flow)
    , m_colours(new YamlColours(document(), *this))
    , m_numbers(new Numbers(this))
    , m_completer(std::make_unique<YamlCompleter>(*this, flow))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setCenterOnScroll(false);
    setAccessibleName(tr("YAML of the flow"));
    connect(document(), &QTextDocument::contentsChange, this, &YamlEdit::typed);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showMarks();
        followCaret();
        emit caretMoved();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { placeNumbers(); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, area.y(), m_numbers->width(), area.height());
        colourVisible();
    });
    connect(&flow, &FlowDocument::textChanged, this, &YamlEdit::documentChanged);
    connect(&flow, &FlowDocument::problemsChanged, this, [this] {
        markProblems();
        if (m_isCaretPending)
            followCaret();
        if (m_isSelectionPending)
            followSelection();
    });
    connect(&flow, &FlowDocument::selectionChanged, this, &YamlEdit::followSelection);
    connect(&flow, &FlowDocument::placeSelected, this, &YamlEdit::showPlace);
    connect(&themeOf(this), &Theme::changed, this, &YamlEdit::dress);
    load();
    dress();
}

YamlEdit::~YamlEdit() = default;

void YamlEdit::load()
{
    m_isFollowing = true;
    m_mirror.setText(m_flow.text());
    m_colours->setPartial(m_flow.text().size() > static_cast<std::size_t>(YamlColours::kMostWhole));
    setPlainText(m_mirror.shown());
    m_isFollowing = false;
    markProblems();
    colourVisible();
}

int YamlEdit::positionOf(std::size_t byte) const
{
    const Spot spot = m_mirror.spotOf(byte);
    const QTextBlock block = document()->findBlockByNumber(spot.line);
    return block.isValid() ? block.position() + std::min(spot.column, block.length() - 1)
                           : std::max(0, document()->characterCount() - 1);
}

std::size_t YamlEdit::byteOf(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    return m_mirror.byteOf({block.blockNumber(), position - block.position()});
}

std::size_t YamlEdit::caretByte() const
{
    return byteOf(textCursor().position());
}

/// What a person did to the widget's text becomes a change of the document. The start of it is the same place
/// before and after.
void YamlEdit::typed(int position, int removed, int added)
{
    if (m_isFollowing)
        return;
    const int last = document()->characterCount() - 1; // the mark of the end is no text
    const QTextBlock block = document()->findBlock(position);
    QTextCursor cursor(document());
    cursor.setPosition(std::min(position, last));
    cursor.setPosition(std::min(position + added, last), QTextCursor::KeepAnchor);
    QString now = cursor.selectedText();
    now.replace(QChar::ParagraphSeparator, '\n');
    const edit::TextEdits edits =
        m_mirror.replacing({block.blockNumber(), position - block.position()}, removed, now);
    if (edits.empty())
        return;
    m_isTyping = true;
    m_flow.change(tr("Typing"), edits, mergeKeyFor(edits.front()));
    m_isTyping = false;
    if (m_mirror.text().size() != m_flow.text().size()) // it was refused
        QTimer::singleShot(0, this, &YamlEdit::load);
}

QString YamlEdit::mergeKeyFor(const edit::TextEdit &edit)
{
    constexpr std::size_t kTyped = 8;
    const bool isNext = m_runEnd == edit.range.from || m_runEnd == edit.range.to;
    const bool isWord = edit.text.size() <= kTyped && edit.text.find('\n') == std::string::npos;
    if (!isNext || !isWord)
        ++m_run;
    m_runEnd = edit.range.from + edit.text.size();
    return isWord ? QStringLiteral("yaml%1").arg(m_run) : QString();
}

void YamlEdit::documentChanged(const edit::TextEdits &edits)
{
    if (m_isTyping) {
        m_mirror.apply(edits);
        return;
    }
    m_runEnd.reset();
    m_isFollowing = true;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        cursor.setPosition(positionOf(edit->range.from));
        cursor.setPosition(positionOf(edit->range.to), QTextCursor::KeepAnchor);
        cursor.insertText(TextMirror(edit->text).shown());
    }
    cursor.endEditBlock();
    m_mirror.apply(edits);
    if (hasFocus() && !edits.empty()) { // an undo of what was typed here: the caret goes with it
        cursor.setPosition(positionOf(edits.front().range.from + edits.front().text.size()));
        setTextCursor(cursor);
    }
    m_isFollowing = false;
    emit caretMoved();
}

void YamlEdit::followCaret()
{
    if (m_isFollowing)
        return;
    m_isCaretPending = m_flow.isChecking();
    const edit::FlowText *text = m_isCaretPending ? nullptr : m_flow.flowText();
    if (!text)
        return;
    const std::string step = text->stepAt(caretByte());
    m_isSelecting = true;
    m_flow.select(step.empty() ? std::vector<std::string>() : std::vector<std::string>{step});
    m_isSelecting = false;
}

void YamlEdit::followSelection()
{
    if (m_isSelecting || m_flow.selection().size() != 1)
        return;
    m_isSelectionPending = m_flow.isChecking();
    const edit::FlowText *text = m_isSelectionPending ? nullptr : m_flow.flowText();
    if (!text || text->stepAt(caretByte()) == m_flow.selection().front())
        return;
    if (const auto key = text->keyRange(text->stepPath(m_flow.selection().front())))
        showPlace({key->from, key->from});
}

void YamlEdit::showPlace(edit::Range range)
{
    m_isFollowing = true;
    QTextCursor cursor = textCursor();
    cursor.setPosition(positionOf(range.to));
    cursor.setPosition(positionOf(range.from), QTextCursor::KeepAnchor);
    const bool wasVisible = rect().contains(cursorRect(cursor).center());
    setTextCursor(cursor);
    if (!wasVisible)
        centerCursor();
    m_isFollowing = false;
    colourVisible();
}

void YamlEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    QTextCursor cursor(block);
    setTextCursor(cursor);
    centerCursor();
}

const edit::Problem *YamlEdit::problemAt(std::size_t byte) const
{
    const edit::Problem *found = nullptr;
    for (const edit::Problem &problem : m_flow.problems())
        if (byte >= problem.range.from && byte <= problem.range.to &&
            (!found || problem.severity < found->severity))
            found = &problem;
    return found;
}

void YamlEdit::markProblems()
{
    const Colors &colors = themeOf(this).colors();
    m_marks.clear();
    m_errorLines.clear();
    QList<QTextEdit::ExtraSelection> lines;
    for (const edit::Problem &problem : m_flow.problems()) {
        if (m_marks.size() >= kMostMarks)
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(positionOf(problem.range.from));
        mark.cursor.setPosition(positionOf(problem.range.to), QTextCursor::KeepAnchor);
        if (!mark.cursor.hasSelection())
            mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        const bool isNote = problem.severity == edit::Severity::Note;
        mark.format.setUnderlineStyle(isNote ? QTextCharFormat::DotLine : QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(isNote ? colors.textTertiary
                                             : colors.of(statusOf(problem.severity)).fg);
        m_marks.push_back(mark);
        if (problem.severity != edit::Severity::Error)
            continue;
        QTextEdit::ExtraSelection line;
        line.cursor = mark.cursor;
        line.cursor.setPosition(mark.cursor.selectionStart());
        line.format.setBackground(colors.of(Status::Failed).soft);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        lines.push_back(line);
        m_errorLines.insert(line.cursor.blockNumber());
    }
    m_marks = lines + m_marks;
    showMarks();
    m_numbers->update();
}

void YamlEdit::showMarks()
{
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    const Colors &colors = themeOf(this).colors();
    const bool isError = m_errorLines.contains(line.cursor.blockNumber());
    line.format.setBackground(isError ? colors.of(Status::Failed).soft : colors.active);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    setExtraSelections(QList<QTextEdit::ExtraSelection>{line} + m_marks);
    m_numbers->update();
}

void YamlEdit::dress()
{
    const Theme &theme = themeOf(this);
    setFont(theme.font(TextStyle::Code));
    document()->setDocumentMargin(4);
    QPalette own = palette();
    own.setColor(QPalette::Base, theme.colors().canvas);
    own.setColor(QPalette::Window, theme.colors().canvas);
    own.setColor(QPalette::Text, theme.colors().textPrimary);
    setPalette(own);
    placeNumbers();
    const QColor present = theme.colors().code.key;
    if (m_colour.isValid() && m_colour != present) // all lines have their colours already, of another theme
        m_colours->rehighlight();
    m_colour = present;
    markProblems();
}

void YamlEdit::colourVisible()
{
    if (!m_colours->isPartial() || m_isFollowing)
        return;
    const int first = firstVisibleBlock().blockNumber();
    const int shown = viewport()->height() / std::max(1, fontMetrics().lineSpacing()) + 2;
    m_isFollowing = true; // colours are no change of the text
    m_colours->setVisible(first, first + shown);
    m_isFollowing = false;
}

int YamlEdit::numbersWidth() const
{
    const int digits = std::max<int>(3, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance('9') * digits + 2 * themeOf(this).scaled(kTextInset + 4);
}

void YamlEdit::placeNumbers()
{
    const int width = numbersWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), width, area.height());
}

void YamlEdit::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    const Colors &colors = themeOf(this).colors();
    painter.fillRect(event->rect(), colors.canvas);
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    const int inset = themeOf(this).scaled(kTextInset + 4);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        const int number = block.blockNumber();
        const bool isError = m_errorLines.contains(number);
        const QRectF line(0, area.top(), m_numbers->width(), area.height());
        if (isError)
            painter.fillRect(line, colors.of(Status::Failed).soft);
        painter.setPen(isError             ? colors.of(Status::Failed).fg
                       : number == current ? colors.textPrimary
                                           : colors.textTertiary);
        painter.drawText(line.adjusted(0, 0, -inset, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(number + 1));
    }
    painter.setPen(colors.borderSubtle);
    painter.drawLine(m_numbers->width() - 1, 0, m_numbers->width() - 1, m_numbers->height());
}

void YamlEdit::showHint(const QPoint &at, const QPoint &global)
{
    const QTextCursor cursor = cursorForPosition(at);
    const edit::Problem *problem = m_flow.isChecking() ? nullptr : problemAt(byteOf(cursor.position()));
    if (problem)
        QToolTip::showText(global, problemMessage(*problem) + '\n' + problemAdvice(*problem), this);
    else
        QToolTip::hideText();
}

} // namespace batuta::views
