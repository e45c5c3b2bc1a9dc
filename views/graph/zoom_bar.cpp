// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/zoom_bar.h"

#include "views/graph/flow_view.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>

namespace batuta::views {

ToolFrame::ToolFrame(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(2, 2, 2, 2);
    m_row->setSpacing(0);
}

void ToolFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, QRectF(rect()), 4, c.panel, c.borderStrong);
}

ZoomBar::ZoomBar(FlowView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_out(new Button({}, "minus", Button::Variant::Ghost, this))
    , m_reset(new Button({}, {}, Button::Variant::Ghost, this))
    , m_in(new Button({}, "plus", Button::Variant::Ghost, this))
    , m_fit(new Button({}, "fit", Button::Variant::Ghost, this))
{
    auto *frame = new ToolFrame(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(frame);
    for (Button *button : {m_out, m_reset, m_in, m_fit}) {
        button->setSmall(true);
        frame->row()->addWidget(button);
    }
    connect(m_out, &QAbstractButton::clicked, &view, &FlowView::zoomOut);
    connect(m_reset, &QAbstractButton::clicked, &view, &FlowView::resetZoom);
    connect(m_in, &QAbstractButton::clicked, &view, &FlowView::zoomIn);
    connect(m_fit, &QAbstractButton::clicked, &view, &FlowView::fit);
    connect(&view, &FlowView::zoomChanged, this, &ZoomBar::showZoom);
    connect(&view, &FlowView::laidOut, this, &ZoomBar::showZoom);
    retranslate();
}

void ZoomBar::showZoom()
{
    const qreal zoom = m_view.zoom();
    m_reset->setText(QLocale().toString(qRound(zoom * 100)) + QChar(0x2009) + QLocale().percent());
    m_reset->setAccessibleName(tr("Zoom, %1").arg(m_reset->text()));
    m_out->setEnabled(zoom > FlowView::kSmallestZoom);
    m_in->setEnabled(zoom < FlowView::kLargestZoom);
    emit resized();
}

void ZoomBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ZoomBar::retranslate()
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
    showZoom();
}

} // namespace batuta::views
