// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/form_dialog.h"

#include "views/pages/run_dialog/form_pane.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace batuta::views {

FormDialog::FormDialog(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(TextStyle::Title, Ink::Primary, this))
    , m_sentence(new Label(TextStyle::Text, Ink::Secondary, this))
    , m_questions(new QVBoxLayout)
    , m_pane(new FormPane(m_form, this))
    , m_trouble(new Label(TextStyle::Small, Ink::Primary, this))
    , m_no(new Button(tr("Cancel"), QString(), Button::Variant::Normal, this))
    , m_yes(new Button(QString(), "retry", Button::Variant::Primary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 18, 0, 14);
    column->setSpacing(8);
    const auto inset = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(20, 0, 20, 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    m_title->setElide(Qt::ElideMiddle);
    m_sentence->setWordWrap(true);
    m_trouble->setStatus(Status::Failed);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    inset(m_title);
    inset(m_sentence);
    m_questions->setContentsMargins(20, 4, 20, 0);
    m_questions->setSpacing(8);
    column->addLayout(m_questions);
    column->addWidget(m_pane, 1);
    column->addStretch(0);
    inset(m_trouble);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 4, 20, 0);
    m_yes->setObjectName("confirmForm");
    foot->addStretch(1);
    foot->addWidget(m_no);
    foot->addWidget(m_yes);
    column->addLayout(foot);
    m_pane->hide();
    connect(m_no, &QAbstractButton::clicked, this, &FormDialog::declined);
    connect(m_yes, &QAbstractButton::clicked, this, &FormDialog::confirm);
    connect(m_pane, &FormPane::refused, this, &FormDialog::setTrouble);
}

void FormDialog::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void FormDialog::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
}

void FormDialog::setTrouble(const QString &text)
{
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void FormDialog::setForm(const json::Value &schema, const json::Value &values, bool mayStay)
{
    m_mayStay = mayStay;
    m_hasForm = true;
    m_form.setSchema(schema);
    m_form.fill(values);
    m_before = m_form.input();
    if (m_form.fields().empty())
        m_pane->setJson(true);
    m_pane->show();
}

bool FormDialog::isEdited() const
{
    return m_hasForm && !(m_form.input() == m_before);
}

void FormDialog::addQuestion(Label *caption, QWidget *editor)
{
    auto *row = new QHBoxLayout;
    row->addWidget(caption);
    row->addWidget(editor, editor->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding ? 1 : 0);
    if (editor->sizePolicy().horizontalPolicy() != QSizePolicy::Expanding)
        row->addStretch(1);
    m_questions->addLayout(row);
}

void FormDialog::confirm()
{
    setTrouble({});
    if (!m_hasForm || (m_mayStay && !isEdited()) || m_pane->submit())
        emit confirmed();
}

void FormDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && (event->modifiers() & Qt::ControlModifier))
        return m_yes->click();
    QWidget::keyPressEvent(event);
}

void FormDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).colors().raised);
}

} // namespace batuta::views
