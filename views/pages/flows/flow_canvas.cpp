// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_canvas.h"

#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/minimap.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kEdge = 12; // between what floats and the edge of the canvas

/// A frame around a few buttons.
class ToolFrame final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        drawBox(painter, QRectF(rect()), 4, c.panel, c.borderStrong);
    }
};

} // namespace

FlowCanvas::FlowCanvas(QWidget *parent)
    : QWidget(parent)
    , m_view(new FlowView(this))
    , m_zoomBar(new ToolFrame(this))
    , m_out(new Button({}, "minus", Button::Variant::Ghost, m_zoomBar))
    , m_reset(new Button({}, {}, Button::Variant::Ghost, m_zoomBar))
    , m_in(new Button({}, "plus", Button::Variant::Ghost, m_zoomBar))
    , m_fit(new Button({}, "fit", Button::Variant::Ghost, m_zoomBar))
    , m_map(new Minimap(*m_view, this))
    , m_hint(new Label(TextStyle::Caption, Ink::Tertiary, this))
{
    m_view->viewport()->setFocusPolicy(Qt::NoFocus); // the view itself has the focus, and the name
    auto *row = new QHBoxLayout(m_zoomBar);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    for (Button *button : {m_out, m_reset, m_in, m_fit}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusProxy(m_view);
    connect(m_out, &QAbstractButton::clicked, m_view, &FlowView::zoomOut);
    connect(m_reset, &QAbstractButton::clicked, m_view, &FlowView::resetZoom);
    connect(m_in, &QAbstractButton::clicked, m_view, &FlowView::zoomIn);
    connect(m_fit, &QAbstractButton::clicked, m_view, &FlowView::fit);
    connect(m_view, &FlowView::zoomChanged, this, &FlowCanvas::showZoom);
    connect(m_view, &FlowView::laidOut, this, [this] {
        showZoom(m_view->zoom());
        showHint();
        place();
    });
    connect(&themeOf(this), &Theme::changed, this, &FlowCanvas::place);
    retranslate();
}

void FlowCanvas::showZoom(qreal zoom)
{
    m_reset->setText(QLocale().toString(qRound(zoom * 100)) + QChar(0x2009) + QLocale().percent());
    m_reset->setAccessibleName(tr("Zoom, %1").arg(m_reset->text()));
    m_out->setEnabled(zoom > FlowView::kSmallestZoom);
    m_in->setEnabled(zoom < FlowView::kLargestZoom);
    place();
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
    const auto name = [](Button *button, const QString &text) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(text);
        button->setIconOnly(true);
    };
    name(m_out, tr("Zoom out"));
    name(m_in, tr("Zoom in"));
    name(m_fit, tr("Fit the whole graph"));
    m_reset->setToolTip(tr("Zoom to 100 %"));
    m_view->setAccessibleDescription(tr("Arrow keys move along the edges between steps."));
    showZoom(m_view->zoom());
    showHint();
}

} // namespace batuta::views
