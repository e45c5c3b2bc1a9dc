// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/yaml_pane.h"

#include "views/pages/editor/text/find_bar.h"
#include "views/pages/editor/text/yaml_completer.h"
#include "views/pages/editor/text/yaml_edit.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace batuta::views {

YamlPane::YamlPane(FlowDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_file(new Label(TextStyle::MonoSmall, Ink::Secondary, this))
    , m_caret(new Label(TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_edit(new YamlEdit(document, this))
    , m_find(new FindBar(*m_edit, this))
{
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_file, 1);
    bar->row()->addWidget(m_caret);
    m_file->setElide(Qt::ElideMiddle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_find);
    column->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    connect(m_edit, &YamlEdit::caretMoved, this, [this] { m_caret->setText(caretText()); });
    connect(m_find, &FindBar::lineWanted, m_edit, &YamlEdit::goToLine);
    retranslate();
}

void YamlPane::retranslate()
{
    m_title->setText(tr("YAML"));
    m_file->setText(QString::fromStdString(m_document.file()));
    m_caret->setText(caretText());
}

QString YamlPane::caretText() const
{
    const QTextCursor cursor = m_edit->textCursor();
    return tr("Ln %1, Col %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1);
}

void YamlPane::setSurroundings(const edit::Surroundings &surroundings)
{
    m_edit->completer().setSurroundings(surroundings);
}

void YamlPane::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    m_edit->setTextInteractionFlags(readOnly ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                             : Qt::TextEditorInteraction);
}

void YamlPane::find()
{
    m_find->openFind();
}

void YamlPane::findNext()
{
    m_find->findNext();
}

void YamlPane::findPrevious()
{
    m_find->findPrevious();
}

void YamlPane::goToLine()
{
    m_find->openLine();
}

void YamlPane::toggleComment()
{
    m_edit->toggleComment();
}

void YamlPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Keys that the text does not take itself.
void YamlPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        find();
    else if (event->key() == Qt::Key_F3)
        event->modifiers() & Qt::ShiftModifier ? findPrevious() : findNext();
    else if (event->key() == Qt::Key_G && event->modifiers() == Qt::ControlModifier)
        goToLine();
    else
        QWidget::keyPressEvent(event);
}

} // namespace batuta::views
