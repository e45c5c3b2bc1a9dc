// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/expression_edit.h"

#include "engine/expr/expression.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QSyntaxHighlighter>

#include <algorithm>
#include <set>

namespace batuta::views {
namespace {

constexpr int kMostRows = 9; // of the completions
constexpr qsizetype kMostText = 200'000;

/// Colours expressions: names, functions, texts and numbers inside `${{ }}`.
class ExpressionColours final : public QSyntaxHighlighter
{
public:
    ExpressionColours(QTextDocument *document, const QWidget &owner, ExpressionEdit::Language language)
        : QSyntaxHighlighter(document)
        , m_owner(owner)
        , m_language(language)
    {
    }

protected:
    void highlightBlock(const QString &line) override
    {
        if (m_language == ExpressionEdit::Language::Plain || line.size() > 10'000)
            return;
        const Colors::Code &code = themeOf(&m_owner).colors().code;
        // An expression may go on in the next line: state 1.
        const bool isWhole =
            m_language == ExpressionEdit::Language::Condition && !document()->toPlainText().contains("${{");
        setCurrentBlockState(0);
        qsizetype at = 0;
        bool isInside = isWhole || previousBlockState() == 1;
        while (at < line.size()) {
            const qsizetype next = line.indexOf(isInside ? QStringLiteral("}}") : QStringLiteral("${{"), at);
            const bool ends = isInside && !isWhole && next >= 0;
            const qsizetype to = isWhole || next < 0 ? line.size() : next;
            if (isInside)
                inside(line, at, to, code);
            else
                setFormat(static_cast<int>(at), static_cast<int>(to - at), code.string);
            if (isWhole || next < 0)
                break;
            const int mark = ends ? 2 : 3;
            setFormat(static_cast<int>(next), mark, code.punct);
            at = next + mark;
            isInside = !isInside;
        }
        if (isInside && !isWhole)
            setCurrentBlockState(1);
    }

private:
    void inside(const QString &line, qsizetype from, qsizetype to, const Colors::Code &code)
    {
        static const QRegularExpression part(
            R"('(?:[^']|'')*'|\b\d+(?:\.\d+)?\b|\b(?:true|false|null)\b|[A-Za-z_][\w-]*\s*\(|[A-Za-z_][\w.*-]*|[!=<>&|(),\[\]]+)");
        auto matches = part.globalMatch(line.mid(from, to - from));
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString word = match.captured();
            const QChar first = word.front();
            const QColor color = first == '\''                                         ? code.string
                                 : first.isDigit()                                     ? code.number
                                 : word == "true" || word == "false" || word == "null" ? code.keyword
                                 : word.endsWith('(') && first.isLetter()              ? code.keyword
                                 : first.isLetter() || first == '_'                    ? code.variable
                                                                                       : code.punct;
            setFormat(static_cast<int>(from + match.capturedStart()),
                      static_cast<int>(match.capturedLength()), color);
        }
    }

    const QWidget &m_owner;
    ExpressionEdit::Language m_language;
};

} // namespace

bool isUndoKey(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

ExpressionEdit::ExpressionEdit(Language language, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_language(language)
    , m_completer(new QCompleter(new QStandardItemModel(this), this))
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::StyledPanel);
    setProperty("field", true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    new ExpressionColours(document(), *this, language); // the document owns it
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kMostRows);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { insertCompletion(index.row()); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const QString now = toPlainText();
        if (m_isSetting || now == m_last)
            return;
        m_last = now;
        grow();
        emit edited(now);
        complete(false);
    });
    connect(&themeOf(this), &Theme::changed, this, &ExpressionEdit::dress);
    dress();
}

void ExpressionEdit::setManyLines(bool many, int leastLines, int mostLines)
{
    m_mostLines = mostLines;
    m_manyLines = many;
    m_leastLines = leastLines;
    grow();
}

void ExpressionEdit::setBare(bool bare)
{
    m_isBare = bare;
    setFrameShape(bare ? QFrame::NoFrame : QFrame::StyledPanel);
    setProperty("field", !bare);
    dress();
}

void ExpressionEdit::dress()
{
    const Theme &theme = themeOf(this);
    setFont(theme.font(TextStyle::Mono));
    QPalette own = palette();
    own.setColor(QPalette::Base, m_isBare ? theme.colors().canvas : theme.colors().panel);
    own.setColor(QPalette::Text, theme.colors().textPrimary);
    own.setColor(QPalette::PlaceholderText, theme.colors().textTertiary);
    setPalette(own);
    const int room =
        std::max(0, theme.scaled(m_isBare ? 25 : 28) - 2 * (m_isBare ? 0 : 1) - fontMetrics().lineSpacing());
    setViewportMargins(m_isBare ? 7 : 6, room / 2, m_isBare ? 3 : 4, room - room / 2);
    m_completer->popup()->setFont(theme.font(TextStyle::Mono));
    if (auto *colours = document()->findChild<QSyntaxHighlighter *>(QString(), Qt::FindDirectChildrenOnly))
        colours->rehighlight();
    grow();
}

void ExpressionEdit::setText(const QString &text)
{
    if (text == m_last && toPlainText() == text)
        return;
    m_isSetting = true;
    setPlainText(text);
    m_last = text;
    m_isSetting = false;
    grow();
}

QSize ExpressionEdit::sizeHint() const
{
    return {themeOf(this).scaled(120), height()};
}

QSize ExpressionEdit::minimumSizeHint() const
{
    return {themeOf(this).scaled(40), height()};
}

void ExpressionEdit::grow()
{
    int lines = 0;
    // Keys are long, and have no words.
    const bool isOneExpression = m_last.startsWith("${{") && m_last.indexOf("${{", 3) < 0;
    setWordWrapMode(isOneExpression ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (QTextBlock block = document()->begin(); block.isValid() && lines < m_mostLines; block = block.next())
        lines += block.layout() && block.layout()->lineCount() > 0 ? block.layout()->lineCount() : 1;
    lines = std::clamp(lines, m_leastLines, m_mostLines);
    const int wanted = themeOf(this).scaled(m_isBare ? 25 : 28) + (lines - 1) * fontMetrics().lineSpacing();
    if (height() != wanted || minimumHeight() != wanted)
        setFixedHeight(wanted);
    const bool isCut = lines >= m_mostLines;
    setVerticalScrollBarPolicy(isCut ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (!isCut) // it had scrolled to the caret while there was one line less of room
        verticalScrollBar()->setValue(0);
}

void ExpressionEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
}

bool ExpressionEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndoKey(event)) {
        event->ignore(); // the document's undo
        return false;
    }
    return QPlainTextEdit::event(event);
}

void ExpressionEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isUndoKey(event))
        return event->ignore();
    if (m_completer->popup()->isVisible() &&
        (isEnter || key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Backtab))
        return event->ignore(); // the completer does it
    if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return complete(true);
    if (key == Qt::Key_Escape)
        return event->ignore();
    if (isEnter && !m_manyLines) {
        emit entered();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ExpressionEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text().left(kMostText);
    if (!m_manyLines)
        text.replace(QRegularExpression("\\s*[\\r\\n]+\\s*"), " ");
    insertPlainText(text);
}

void ExpressionEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
    update();
    emit focusGot();
}

void ExpressionEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || m_completer->popup()->isVisible())
        return;
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection()) {
        cursor.clearSelection();
        setTextCursor(cursor);
    }
    verticalScrollBar()->setValue(0); // its beginning is what tells it from others
    viewport()->update();
    emit focusLeft();
}

void ExpressionEdit::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (!m_isBare || !(hasFocus() || property("invalid").toBool()))
        return;
    QPainter painter(viewport());
    const Colors &c = themeOf(this).colors();
    const bool isBad = property("invalid").toBool();
    painter.fillRect(QRect(0, viewport()->height() - 2, viewport()->width(), 2),
                     isBad ? c.of(Status::Failed).solid : c.focus);
}

void ExpressionEdit::complete(bool isAsked)
{
    QAbstractItemView *popup = m_completer->popup();
    if (!m_source || m_language == Language::Plain || isReadOnly() || !(hasFocus() || popup->isVisible()))
        return popup->hide();
    m_offered = completionsAt(toPlainText(), textCursor().position(), m_language == Language::Condition,
                              isAsked, m_source());
    if (m_offered.items.empty())
        return popup->hide();
    auto *model = static_cast<QStandardItemModel *>(m_completer->model());
    model->clear();
    for (const Completion &item : m_offered.items) {
        auto *row = new QStandardItem(item.detail.isEmpty() ? item.text : item.text + "  " + item.detail);
        row->setData(item.text, Qt::UserRole);
        row->setToolTip(item.detail);
        model->appendRow(row);
    }
    QRect place = cursorRect().translated(viewport()->pos());
    const int wide = popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 16;
    place.setWidth(std::clamp(wide, themeOf(this).scaled(160), themeOf(this).scaled(420)));
    m_completer->complete(place);
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ExpressionEdit::insertCompletion(int row)
{
    if (row < 0 || row >= static_cast<int>(m_offered.items.size()))
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(m_offered.from), QTextCursor::KeepAnchor);
    const QString &chosen = m_offered.items[static_cast<std::size_t>(row)].text;
    cursor.insertText(m_offered.before + chosen + m_offered.after);
    if (!m_offered.after.isEmpty()) // the caret stays inside the braces
        cursor.setPosition(cursor.position() - static_cast<int>(m_offered.after.size()));
    setTextCursor(cursor);
}

} // namespace batuta::views
