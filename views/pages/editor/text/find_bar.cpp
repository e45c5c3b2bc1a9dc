// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/find_bar.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace batuta::views {
namespace {

constexpr int kMostCounted = 9999;

} // namespace

FindBar::FindBar(QPlainTextEdit &edit, QWidget *parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_field(new QLineEdit(this))
    , m_outcome(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_previous(new Button(QString(), QStringLiteral("up"), Button::Variant::Ghost, this))
    , m_next(new Button(QString(), QStringLiteral("down"), Button::Variant::Ghost, this))
    , m_close(new Button(QString(), QStringLiteral("x"), Button::Variant::Ghost, this))
{
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->addWidget(m_field, 1);
    bar->row()->addWidget(m_outcome);
    for (Button *button : {m_previous, m_next, m_close}) {
        button->setIconOnly(true);
        button->setSmall(true);
        bar->row()->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::typed);
    connect(m_previous, &QAbstractButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QAbstractButton::clicked, this, &FindBar::findNext);
    connect(m_close, &QAbstractButton::clicked, this, &FindBar::close);
    retranslate();
    hide();
}

void FindBar::retranslate()
{
    m_previous->setText(tr("Previous match"));
    m_next->setText(tr("Next match"));
    m_close->setText(tr("Close"));
    const QString what = m_isLine ? tr("Go to line") : tr("Find in the text");
    m_field->setPlaceholderText(what);
    m_field->setAccessibleName(what);
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FindBar::open(bool isLine, const QString &text)
{
    m_isLine = isLine;
    m_previous->setVisible(!isLine);
    m_next->setVisible(!isLine);
    retranslate();
    m_field->setText(text);
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    count();
}

void FindBar::openFind()
{
    const QString selected = m_edit.textCursor().selectedText();
    const bool isWord = !selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator);
    open(false, isWord ? selected : m_isLine ? QString() : m_field->text());
}

void FindBar::openLine()
{
    open(true, QString::number(m_edit.textCursor().blockNumber() + 1));
}

void FindBar::typed()
{
    if (m_isLine) {
        if (const int line = m_field->text().toInt(); line > 0)
            emit lineWanted(line);
        return;
    }
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(cursor.selectionStart()); // a longer word goes on where the shorter one was found
    m_edit.setTextCursor(cursor);
    find(false);
}

void FindBar::find(bool isBack)
{
    const QString words = m_field->text();
    if (m_isLine || words.isEmpty())
        return count();
    const QTextDocument::FindFlags flags = isBack ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_edit.document()->find(words, m_edit.textCursor(), flags);
    if (found.isNull()) { // around the end
        QTextCursor end(m_edit.document());
        end.movePosition(isBack ? QTextCursor::End : QTextCursor::Start);
        found = m_edit.document()->find(words, end, flags);
    }
    if (!found.isNull()) {
        m_edit.setTextCursor(found);
        m_edit.ensureCursorVisible();
    }
    count();
}

void FindBar::count()
{
    m_outcome->setVisible(!m_isLine && !m_field->text().isEmpty());
    m_outcome->setText(outcome());
}

QString FindBar::outcome() const
{
    int matches = 0;
    const QString words = m_field->text();
    for (QTextBlock block = m_edit.document()->begin();
         block.isValid() && matches < kMostCounted && !words.isEmpty(); block = block.next())
        matches += static_cast<int>(block.text().count(words, Qt::CaseInsensitive));
    return matches == 0 ? tr("No match") : tr("%Ln match(es)", nullptr, matches);
}

void FindBar::close()
{
    hide();
    m_edit.setFocus(Qt::ShortcutFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape || (isEnter && m_isLine))
        close();
    else if (isEnter)
        find(event->modifiers() & Qt::ShiftModifier);
    else
        QWidget::keyPressEvent(event);
}

} // namespace batuta::views
