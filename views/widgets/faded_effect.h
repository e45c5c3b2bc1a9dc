// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QGraphicsEffect>

namespace batuta::views {

/// Takes most of the colour from a widget: it shows old data. Text keeps its contrast.
class FadedEffect final : public QGraphicsEffect
{
    Q_OBJECT

public:
    using QGraphicsEffect::QGraphicsEffect;

protected:
    void draw(QPainter *painter) override;
};

} // namespace batuta::views
