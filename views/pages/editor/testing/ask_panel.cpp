// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/ask_panel.h"

#include "views/widgets/label.h"
#include "views/widgets/overlay.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace batuta::views {

AskPanel::AskPanel(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_body(new QVBoxLayout)
    , m_problem(new Label(TextStyle::Small, Ink::Critical, this))
    , m_answers(new QWidget(this))
    , m_no(new Button(tr("Cancel"), QString(), Button::Variant::Normal, m_answers))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    auto *head = new Label(title, TextStyle::Title, Ink::Primary, this);
    head->setElide(Qt::ElideMiddle);
    auto *text = new Label(sentence, TextStyle::Text, Ink::Secondary, this);
    text->setWordWrap(true);
    m_body->setSpacing(8);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(head);
    column->addWidget(text);
    column->addLayout(m_body, 1);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout(m_answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(m_no);
    column->addWidget(m_answers);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

Button *AskPanel::addAnswer(const QString &text, Button::Variant variant, std::function<QString()> act)
{
    auto *answer = new Button(text, QString(), variant, m_answers);
    m_answers->layout()->addWidget(answer);
    if (variant == Button::Variant::Production)
        answer->installEventFilter(this);
    connect(answer, &QAbstractButton::clicked, this, [this, act = std::move(act)] {
        if (const QString problem = act(); !problem.isEmpty())
            return tell(problem);
        m_no->click();
    });
    return answer;
}

void AskPanel::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setAccessibleName(problem);
    m_problem->show();
}

void AskPanel::show(QWidget *window, QSize size, const QObject &about)
{
    auto *overlay = new Overlay(window, this, size);
    connect(m_no, &QAbstractButton::clicked, overlay, &Overlay::close);
    connect(&about, &QObject::destroyed, overlay, &Overlay::close);
    overlay->open();
}

bool AskPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    return key == Qt::Key_Return || key == Qt::Key_Enter || QWidget::eventFilter(watched, event);
}

void AskPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) && m_default != nullptr)
        return m_default->click();
    QWidget::keyPressEvent(event);
}

} // namespace batuta::views
