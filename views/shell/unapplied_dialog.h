// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

/// Asks what becomes of edits of env files that nobody has applied when the window is to close. A panel for
/// an Overlay.
class UnappliedDialog final : public QWidget
{
    Q_OBJECT

public:
    explicit UnappliedDialog(int changes, QWidget *parent = nullptr);

signals:
    void stayChosen();
    void discardChosen();
    void keepChosen();
};

} // namespace batuta::views
