// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/query_field.h"

#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostOffers = 12;

/// Bytes of the query as characters of its text.
int characters(const std::string &bytes, std::size_t count)
{
    return static_cast<int>(
        QString::fromUtf8(bytes.data(), static_cast<qsizetype>(std::min(count, bytes.size()))).size());
}

} // namespace

QueryColours::QueryColours(QTextDocument *document, const QWidget &owner)
    : QSyntaxHighlighter(document)
    , m_owner(owner)
{
    connect(&themeOf(&owner), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void QueryColours::setTrouble(int begin, int length)
{
    m_begin = begin;
    m_length = length;
    rehighlight();
}

void QueryColours::highlightBlock(const QString &text)
{
    using Kind = logs::QueryToken::Kind;
    const Colors &c = themeOf(&m_owner).colors();
    const std::string bytes = text.toStdString();
    for (const logs::QueryToken &token : logs::queryTokens(bytes)) {
        const QColor ink = token.kind == Kind::Field     ? c.code.key
                           : token.kind == Kind::Value   ? c.code.string
                           : token.kind == Kind::Keyword ? c.code.keyword
                           : token.kind == Kind::Word    ? c.textPrimary
                                                         : c.code.punct;
        const int begin = characters(bytes, token.begin);
        QTextCharFormat format;
        format.setForeground(ink);
        setFormat(begin, characters(bytes, token.begin + token.length) - begin, format);
    }
    for (int i = m_begin; m_length > 0 && i < qMin(m_begin + m_length, static_cast<int>(text.size())); ++i) {
        QTextCharFormat wrong = format(i);
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(c.of(Status::Failed).fg);
        setFormat(i, 1, wrong);
    }
}

QueryField::QueryField(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_colours(new QueryColours(document(), *this))
    , m_popup(new QCompleter(new QStringListModel(this), this))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setProperty("bare", true);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
    m_popup->setWidget(this);
    m_popup->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_popup->setMaxVisibleItems(9);
    connect(m_popup, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.row()); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (std::exchange(m_shown, text()) == text())
            return; // only its colours
        emit edited();
        if (hasFocus() && !m_isChoosing)
            offer(false);
    });
    const auto dress = [this] {
        setFont(themeOf(this).font(TextStyle::Mono));
        setFixedHeight(QFontMetrics(font()).lineSpacing() + 2);
    };
    connect(&themeOf(this), &Theme::changed, this, dress);
    dress();
    setPlaceholderText(tr("Words, or fields such as severity>=WARN"));
}

void QueryField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setPlaceholderText(tr("Words, or fields such as severity>=WARN"));
    QPlainTextEdit::changeEvent(event);
}

void QueryField::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    m_isChoosing = true;
    setPlainText(text);
    moveCursor(QTextCursor::End);
    m_isChoosing = false;
}

void QueryField::setProblem(const std::optional<logs::QueryProblem> &problem)
{
    const std::string bytes = text().toStdString();
    const int begin = problem ? characters(bytes, problem->begin) : 0;
    m_colours->setTrouble(begin,
                          problem ? qMax(1, characters(bytes, problem->begin + problem->length) - begin) : 0);
}

void QueryField::setWords(QStringList fields, std::function<QStringList(const QString &)> values)
{
    m_fields = std::move(fields);
    m_values = std::move(values);
}

/// Behind an operator the values of its field, else fields and the words between parts.
void QueryField::offer(bool isAsked)
{
    const std::string bytes = text().left(textCursor().position()).toStdString();
    const std::vector<logs::QueryToken> tokens = logs::queryTokens(bytes);
    using Kind = logs::QueryToken::Kind;
    const bool touches = !tokens.empty() && tokens.back().begin + tokens.back().length == bytes.size();
    const Kind last = tokens.empty() ? Kind::Keyword : tokens.back().kind;
    const bool isBehind = !tokens.empty() && last == Kind::Operator;
    const bool isValue = isBehind || (touches && last == Kind::Value);
    const bool isWord = touches && (last == Kind::Word || last == Kind::Value || last == Kind::Keyword);
    m_from = isWord ? characters(bytes, tokens.back().begin) : textCursor().position();
    const QString typed = text().mid(m_from, textCursor().position() - m_from);
    QStringList all;
    if (isValue) {
        const std::size_t field = tokens.size() - (isBehind ? 2 : 3);
        if (tokens.size() >= (isBehind ? 2U : 3U) && m_values)
            all = m_values(QString::fromStdString(bytes.substr(tokens[field].begin, tokens[field].length)));
    } else {
        const bool isPart = !tokens.empty() && !touches && last != Kind::Keyword && last != Kind::Bracket;
        all = isPart ? QStringList{"and", "or"} + m_fields : m_fields + QStringList{"not"};
    }
    m_offers.clear();
    for (const QString &one : all)
        if (one.startsWith(typed, Qt::CaseInsensitive) && one != typed && m_offers.size() < kMostOffers)
            m_offers << (isValue ? QString::fromStdString(logs::quotedValue(one.toStdString())) : one);
    if (m_offers.isEmpty() || (typed.isEmpty() && !isAsked && !isBehind))
        return m_popup->popup()->hide();
    static_cast<QStringListModel *>(m_popup->model())->setStringList(m_offers);
    QAbstractItemView *view = m_popup->popup();
    view->setFont(themeOf(this).font(TextStyle::Mono));
    QTextCursor start = textCursor();
    start.setPosition(m_from);
    QRect place = cursorRect(start).translated(viewport()->pos());
    place.setWidth(
        std::clamp(view->sizeHintForColumn(0) + 40, themeOf(this).scaled(160), themeOf(this).scaled(460)));
    m_popup->complete(place);
    view->setCurrentIndex(m_popup->completionModel()->index(0, 0));
}

void QueryField::choose(int row)
{
    if (row < 0 || row >= m_offers.size())
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_from, QTextCursor::KeepAnchor);
    m_isChoosing = true;
    const bool isField = m_fields.contains(m_offers[row]);
    cursor.insertText(m_offers[row] + (isField ? "=" : " "));
    m_isChoosing = false;
    m_popup->popup()->hide();
    if (isField)
        offer(true);
}

void QueryField::recall(int by)
{
    if (m_history.isEmpty())
        return;
    if (m_recalled < 0)
        m_own = text();
    m_recalled = std::clamp(m_recalled + by, -1, static_cast<int>(m_history.size()) - 1);
    setText(m_recalled < 0 ? m_own : m_history[m_recalled]);
}

bool QueryField::takesKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_recalled = -1;
        emit entered();
        return true;
    case Qt::Key_Escape:
        emit left();
        return true;
    case Qt::Key_Up:
        recall(1);
        return true;
    case Qt::Key_Down:
        if (m_recalled < 0)
            emit left();
        else
            recall(-1);
        return true;
    default:
        return false;
    }
}

void QueryField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_popup->popup()->isVisible()) {
        if (key == Qt::Key_Tab) {
            choose(m_popup->popup()->currentIndex().row());
            return;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)
            return event->ignore(); // the list's own
    }
    if (key == Qt::Key_Space && event->modifiers() & Qt::ControlModifier)
        return offer(true);
    if (!takesKey(key))
        QPlainTextEdit::keyPressEvent(event);
}

/// A query is one line.
void QueryField::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().left(static_cast<qsizetype>(logs::LogQuery::kLongest)).simplified());
}

} // namespace batuta::views
