// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/canvas/canvas_marks.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Chip;

/// Which figure of recorded runs stands on the steps, and of which environment they are. Shows why it cannot
/// be chosen while there is none.
class OverlayChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit OverlayChooser(QWidget *parent = nullptr);

    CanvasOverlay overlay() const { return m_overlay; }
    /// Does not emit chosen().
    void setOverlay(CanvasOverlay overlay);
    /// Whether there are figures, and of which environment; "" for an unknown one.
    void setSource(bool hasFigures, const QString &environment);

signals:
    void chosen(batuta::views::CanvasOverlay overlay);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void openMenu();
    static QString word(CanvasOverlay overlay);

    Button *m_button;
    Chip *m_environment;
    CanvasOverlay m_overlay = CanvasOverlay::None;
    bool m_hasFigures = false;
};

} // namespace batuta::views
