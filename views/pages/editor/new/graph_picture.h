// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace batuta::views {

class FlowView;

// The whole graph of a canvas as a picture, in the theme that is shown, with all its texts whatever the zoom.
// Each answers "" or what went wrong. On the window's thread.

QString writeSvg(const FlowView &canvas, const QString &path);
/// Twice as large as on the screen; less when it would be more than 60 million pixels.
QString writePng(const FlowView &canvas, const QString &path);

} // namespace batuta::views
