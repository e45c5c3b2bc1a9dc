// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace batuta::views {

/// Tab inside a pane whose fields come and go: the focus goes from one field to the next as they are read,
/// row by row and from left to right, whenever they were made. Behind the last (before the first) it leaves
/// to what Qt has behind the pane. False when nothing takes the focus.
bool moveFocusAsRead(QWidget &pane, bool isForward);

} // namespace batuta::views
