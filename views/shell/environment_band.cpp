// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/environment_band.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {

EnvironmentBand::EnvironmentBand(QWidget *parent)
    : QWidget(parent)
{
    setEnvironment(EnvironmentKind::Dev);
}

void EnvironmentBand::setEnvironment(EnvironmentKind kind)
{
    m_kind = kind;
    setFixedHeight(kind == EnvironmentKind::Production ? 4 : 2);
    update();
}

void EnvironmentBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Role &role = themeOf(this).colors().of(m_kind);
    painter.fillRect(rect(), role.solid);
    if (m_kind != EnvironmentKind::Production)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(role.solid, Qt::black, 0.42), 6));
    for (int x = -10; x < width() + 10; x += 20)
        painter.drawLine(x, height() + 2, x + height() + 4, -2);
}

} // namespace batuta::views
