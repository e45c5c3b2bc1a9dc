// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/faded_effect.h"

#include <QPainter>

namespace batuta::views {
namespace {

constexpr qreal kColour = 0.2; // share of the colour that stays

} // namespace

void FadedEffect::draw(QPainter *painter)
{
    QPoint offset;
    const QPixmap source = sourcePixmap(Qt::LogicalCoordinates, &offset);
    QImage grey = source.toImage().convertToFormat(QImage::Format_Grayscale8);
    grey.setDevicePixelRatio(source.devicePixelRatio());
    painter->drawImage(offset, grey);
    painter->save();
    painter->setOpacity(kColour);
    painter->drawPixmap(offset, source);
    painter->restore();
}

} // namespace batuta::views
