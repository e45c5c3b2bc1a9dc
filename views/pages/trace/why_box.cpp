// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/why_box.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace batuta::views {

WhyBox::WhyBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(TextStyle::Body, Ink::Primary, this))
    , m_link(new Button(QString(), "runs", Button::Variant::Ghost, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 10, 24, 20);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_text);
    column->addWidget(m_link, 0, Qt::AlignLeft);
    m_link->setSmall(true);
    m_link->hide();
    connect(m_link, &QAbstractButton::clicked, this, &WhyBox::linkClicked);
    hide();
}

void WhyBox::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setAccessibleName(text);
    m_link->setVisible(!text.isEmpty());
    m_link->updateGeometry();
}

void WhyBox::setSentence(const QString &text, Status status)
{
    m_status = status;
    m_text->setText(text);
    setVisible(!text.isEmpty());
    setAccessibleName(text);
    update();
}

QString WhyBox::sentence() const
{
    return m_text->text();
}

void WhyBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Role &role = themeOf(this).colors().of(m_status);
    drawBox(painter, QRectF(rect()).adjusted(14, 2, -14, -12), 4, role.soft, role.softBorder);
}

} // namespace batuta::views
