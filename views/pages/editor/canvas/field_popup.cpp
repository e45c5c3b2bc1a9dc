// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/field_popup.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace batuta::views {

FieldPopup::FieldPopup(qreal radius, QWidget *parent)
    : QWidget(parent)
    , m_radius(radius)
    , m_field(new QLineEdit(this))
{
    m_field->installEventFilter(this);
    hide();
}

void FieldPopup::openField(Qt::FocusReason reason)
{
    show();
    raise();
    m_field->selectAll();
    m_field->setFocus(reason);
}

void FieldPopup::leave()
{
    if (isHidden())
        return;
    hide();
    emit closed();
}

bool FieldPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        focusLeft();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (key.key() != Qt::Key_Escape)
        return takeKey(key);
    leave();
    return true;
}

void FieldPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, QRectF(rect()), m_radius, c.raised, c.borderStrong);
}

void FieldPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
