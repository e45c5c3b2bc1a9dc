// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::tests {

/// Compares a picture of `widget` with tests/goldens/<name>.png: at most one pixel in 400 may differ by more
/// than a shade (24 of 255 in a channel), so that another build of the font library passes and a moved
/// control does not.
/// "" when they agree, else what differs; the picture that was drawn is then left in the build's goldens
/// folder. With BATUTA_UPDATE_GOLDENS set, the picture becomes the new golden.
QString compareWithGolden(QWidget &widget, const QString &name);

/// Pins the fonts of this process; call it before the QApplication is made.
void pinFonts();

} // namespace batuta::tests
