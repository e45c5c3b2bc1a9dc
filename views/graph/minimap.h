// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPixmap>
#include <QWidget>

namespace batuta::views {

class FlowView;

/// The whole graph of a view, 152 × 82, with a frame around what the view shows; dragging the frame pans.
/// Not for the keyboard: the view's own keys do the same. Hides itself while there is nothing to show.
class Minimap final : public QWidget
{
    Q_OBJECT

public:
    /// `view` must outlive it.
    explicit Minimap(FlowView &view, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// Where the view's frame stands in the map.
    QRectF frame() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void follow();
    QRectF room() const;
    QTransform toMap() const;
    void moveTo(const QPointF &at);

    FlowView &m_view;
    QPointF m_hold; ///< from the frame's middle to the pointer
};

} // namespace batuta::views
