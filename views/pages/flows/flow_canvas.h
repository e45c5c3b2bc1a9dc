// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QWidget>

namespace batuta::views {

class FlowView;
class Label;
class Minimap;
class ZoomBar;

/// The view of a graph with what floats on it: zoom buttons, map, and what the graph is made of.
class FlowCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowCanvas(QWidget *parent = nullptr);
    FlowView &view() const { return *m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void place();
    void showHint();

    FlowView *m_view;
    ZoomBar *m_zoomBar;
    Minimap *m_map;
    Label *m_hint;
};

} // namespace batuta::views
