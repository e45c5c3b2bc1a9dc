// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/table_well.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QLayout>
#include <QPainter>

namespace batuta::views {

TableWell::TableWell(QWidget *parent)
    : QWidget(parent)
{
    connect(&themeOf(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TableWell::setSplit(int x)
{
    m_split = x;
    update();
}

void TableWell::setBadRows(QList<QWidget *> rows)
{
    m_bad = std::move(rows);
    update();
}

void TableWell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, QRectF(rect()), 4, c.canvas, c.borderStrong);
    for (int i = 1; layout() && i < layout()->count(); ++i)
        if (const QWidget *row = layout()->itemAt(i)->widget(); row && row->isVisible())
            painter.fillRect(QRect(1, row->y() - 1, width() - 2, 1), c.borderSubtle);
    for (const QWidget *row : m_bad)
        painter.fillRect(row->geometry(), c.of(Status::Failed).soft);
    if (m_split > 0)
        painter.fillRect(QRect(m_split, 1, 1, height() - 2), c.borderSubtle);
}

} // namespace batuta::views
