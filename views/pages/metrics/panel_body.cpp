// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/panel_body.h"

#include "views/pages/metrics/bars_body.h"
#include "views/pages/metrics/breakers_body.h"
#include "views/pages/metrics/heat_body.h"
#include "views/pages/metrics/lines_body.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {

PanelBody::PanelBody(Scene scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
{
    connect(&themeOf(this), &Theme::changed, this, &PanelBody::showAgain);
}

void PanelBody::show(const series::Panel &panel, const PanelData &data, bool isStale)
{
    m_panel = panel;
    m_data = data;
    m_isStale = isStale;
    showAgain();
}

void PanelBody::showAgain()
{
    dataChanged();
    update();
    emit plotChanged();
}

int PanelBody::lineAt(int, double) const
{
    return -1;
}

QVector<QPair<double, QColor>> PanelBody::marksAt(int) const
{
    return {};
}

void PanelBody::resizeEvent(QResizeEvent *)
{
    dataChanged();
    emit plotChanged();
}

QColor PanelBody::faded(const QColor &color) const
{
    constexpr double kStale = 0.4;
    return m_isStale ? mixed(themeOf(this).colors().panel, color, kStale) : color;
}

int PanelBody::timesHeight() const
{
    return themeOf(this).scaled(20);
}

void PanelBody::paintTimes(QPainter &painter, const QRect &plot) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(theme.colors().textTertiary);
    const Duration range = m_scene.axis.to() - m_scene.axis.from();
    const int half = theme.scaled(40);
    for (const WallTime at : timeTicks(m_scene.axis, plot.width(), theme.scaled(72), m_scene.utc)) {
        const int x = plot.x() + qRound(m_scene.axis.toPixel(at, plot.width()));
        const int left = qBound(0, x - half, qMax(0, plot.right() - 2 * half)); // no label leaves the panel
        const int align = left < x - half   ? Qt::AlignRight
                          : left > x - half ? Qt::AlignLeft
                                            : Qt::AlignHCenter;
        painter.drawText(QRect(left, plot.bottom() + 4, 2 * half, timesHeight() - 4),
                         align | Qt::AlignVCenter, timeWord(at, range, m_scene.utc));
    }
}

PanelBody *makeBody(series::PanelKind kind, const PanelBody::Scene &scene, QWidget *parent)
{
    switch (kind) {
    case series::PanelKind::Heat:
        return new HeatBody(scene, parent);
    case series::PanelKind::Breakers:
        return new BreakersBody(scene, parent);
    case series::PanelKind::Bars:
        return new BarsBody(scene, false, parent);
    case series::PanelKind::Table:
        return new BarsBody(scene, true, parent);
    case series::PanelKind::Lines:
    case series::PanelKind::Stacked:
        break;
    }
    return new LinesBody(scene, parent);
}

} // namespace batuta::views
