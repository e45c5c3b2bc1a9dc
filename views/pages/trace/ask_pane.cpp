// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/ask_pane.h"

#include "engine/base/text.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace batuta::views {

AskPane::AskPane(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(TextStyle::Body, Ink::Primary, this))
    , m_facts(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_approve(new Button(QString(), "check", Button::Variant::Primary, this))
    , m_reject(new Button(QString(), "x", Button::Variant::Danger, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 10, 24, 22);
    column->setSpacing(6);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new QHBoxLayout;
    m_approve->setObjectName("approve");
    m_reject->setObjectName("reject");
    row->addWidget(m_approve);
    row->addWidget(m_reject);
    row->addStretch(1);
    column->addWidget(m_text);
    column->addWidget(m_facts);
    column->addLayout(row);
    connect(m_approve, &QAbstractButton::clicked, this, [this] { emit answerRequested(true); });
    connect(m_reject, &QAbstractButton::clicked, this, [this] { emit answerRequested(false); });
    retranslate();
    hide();
}

void AskPane::setQuestion(const std::string &id, const json::Value &question)
{
    if (id == m_id && question == m_question)
        return;
    m_id = id;
    m_question = question;
    retranslate();
    setVisible(!question.isNull());
}

void AskPane::setWhyNot(const QString &why)
{
    for (Button *button : {m_approve, m_reject}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
}

void AskPane::retranslate()
{
    const std::string &message = m_question["message"].asString();
    const std::string &role = m_question["role"].asString();
    m_text->setText(message.empty() ? tr("This step waits for an approval.")
                                    : QString::fromStdString(message));
    QStringList facts;
    if (!role.empty())
        facts << tr("It takes the role %1.").arg(QString::fromStdString(role));
    WallTime expires{};
    if (parseIsoTime(m_question["expires_at"].asString(), expires))
        facts << tr("It expires at %1.").arg(dayAndTime(expires, false));
    m_facts->setText(facts.join(' '));
    m_facts->setVisible(!facts.isEmpty());
    m_approve->setText(tr("Approve…"));
    m_reject->setText(tr("Reject…"));
    for (Button *button : {m_approve, m_reject}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
    setAccessibleName(m_text->text());
}

void AskPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AskPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Role &role = themeOf(this).colors().of(Status::Waiting);
    drawBox(painter, QRectF(rect()).adjusted(14, 2, -14, -12), 4, role.soft, role.softBorder);
}

} // namespace batuta::views
