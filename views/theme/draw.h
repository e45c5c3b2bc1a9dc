// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/tokens.h"

#include <QPainter>

namespace batuta::views {

/// A filled rounded rectangle with a 1 px border inside `rect`. Either colour may be invalid: not drawn.
void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border);
/// The 2 px focus ring, 1 px outside `rect` (inside for fields, rows and cells).
void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const QColor &color, bool inside);
/// A down or right arrow head in the middle of `rect`.
void drawChevron(QPainter &painter, const QRectF &rect, const QColor &color, Qt::ArrowType direction);
/// A tick in a box of `rect`.
void drawTick(QPainter &painter, const QRectF &rect, const QColor &color);
/// The silhouette of an environment: hollow circle, hollow triangle, filled diamond.
void drawEnvironmentShape(QPainter &painter, const QRectF &rect, EnvironmentKind kind, const QColor &color);
/// A bar in the pattern of its state (ui.md §2.2). Without `patterns` only its colour and outline tell.
void drawStatusBar(QPainter &painter, const QRectF &rect, Status status, const Colors &colors, bool patterns);
/// The program's sign: a baton with a round head, and two arcs of its movement.
void drawBaton(QPainter &painter, const QRectF &rect, const Colors &colors);
/// `color` mixed into `base`: 0 is base, 1 is color.
QColor mixed(const QColor &base, const QColor &color, qreal share);

} // namespace batuta::views
