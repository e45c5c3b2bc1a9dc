// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_canvas.h"

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/minimap.h"
#include "views/graph/zoom_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"

#include <QEvent>

namespace batuta::views {
namespace {

constexpr int kEdge = 12; // between what floats and the edge of the canvas

} // namespace

FlowCanvas::FlowCanvas(QWidget *parent)
    : QWidget(parent)
    , m_view(new FlowView(this))
    , m_zoomBar(new ZoomBar(*m_view, this))
    , m_map(new Minimap(*m_view, this))
    , m_hint(new Label(TextStyle::Caption, Ink::Tertiary, this))
{
    m_view->viewport()->setFocusPolicy(Qt::NoFocus); // the view itself has the focus, and the name
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusProxy(m_view);
    connect(m_zoomBar, &ZoomBar::resized, this, &FlowCanvas::place);
    connect(m_view, &FlowView::laidOut, this, [this] {
        showHint();
        place();
    });
    connect(&themeOf(this), &Theme::changed, this, &FlowCanvas::place);
    retranslate();
}

void FlowCanvas::showHint()
{
    const FlowGraph &graph = m_view->flowScene().graph();
    const auto branches = static_cast<int>(graph.groups.size());
    const QString steps = tr("%n step(s)", nullptr, graph.stepCount());
    m_hint->setText(branches == 0 ? steps : tr("%1, %2").arg(steps, tr("%n branch(es)", nullptr, branches)));
    m_hint->setVisible(m_view->isLaidOut());
    place();
}

void FlowCanvas::place()
{
    m_view->setGeometry(rect());
    const auto put = [](QWidget *widget, QPoint at) { widget->setGeometry(QRect(at, widget->sizeHint())); };
    put(m_zoomBar, {kEdge, kEdge});
    const QSize map = m_map->sizeHint();
    put(m_map, {width() - map.width() - kEdge, height() - map.height() - kEdge});
    put(m_hint, {kEdge + 2, height() - m_hint->sizeHint().height() - kEdge});
}

void FlowCanvas::resizeEvent(QResizeEvent *)
{
    place();
}

void FlowCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FlowCanvas::retranslate()
{
    m_view->setAccessibleDescription(tr("Arrow keys move along the edges between steps."));
    showHint();
}

} // namespace batuta::views
