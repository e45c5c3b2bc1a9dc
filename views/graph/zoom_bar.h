// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace batuta::views {

class Button;
class FlowView;

/// A frame around a few controls that float on a canvas.
class ToolFrame final : public QWidget
{
    Q_OBJECT

public:
    explicit ToolFrame(QWidget *parent = nullptr);
    QHBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
};

/// Zoom out, 100 %, in, and fit, for a view. Its size changes with the figure: resized() then.
class ZoomBar final : public QWidget
{
    Q_OBJECT

public:
    /// `view` must outlive it.
    explicit ZoomBar(FlowView &view, QWidget *parent = nullptr);

signals:
    void resized();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showZoom();

    FlowView &m_view;
    Button *m_out, *m_reset, *m_in, *m_fit;
};

} // namespace batuta::views
