// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/faded_effect.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace batuta::views {
namespace {

constexpr qreal kColour = 0.2; // share of the colour that stays

} // namespace

void FadedEffect::draw(QPainter *painter)
{
    QPoint offset;
    const QPixmap source = sourcePixmap(Qt::LogicalCoordinates, &offset);
    QImage whole(source.size(), QImage::Format_RGB32);
    whole.setDevicePixelRatio(source.devicePixelRatio());
    whole.fill(themeOf(qobject_cast<const QWidget *>(parent())).colors().panel);
    QPainter(&whole).drawPixmap(0, 0, source); // what nobody has painted shows the ground, not black
    QImage grey = whole.convertToFormat(QImage::Format_Grayscale8);
    grey.setDevicePixelRatio(source.devicePixelRatio());
    painter->drawImage(offset, grey);
    painter->save();
    painter->setOpacity(kColour);
    painter->drawImage(offset, whole);
    painter->restore();
}

} // namespace batuta::views
