// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/lines_body.h"

#include "views/pages/metrics/metrics_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr int kMostStretches = 400; ///< of all lines together: more gaps than that are not seen any more

} // namespace

LinesBody::LinesBody(Scene scene, QWidget *parent)
    : PanelBody(scene, parent)
    , m_view(new QChartView(this))
    , m_x(new QValueAxis(m_view))
    , m_y(new QValueAxis(m_view))
{
    QChart *chart = m_view->chart();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins({0, 0, 0, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundVisible(false);
    chart->legend()->hide();
    chart->addAxis(m_x, Qt::AlignBottom);
    chart->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QRect LinesBody::plot() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics mono(theme.font(TextStyle::MonoSmall));
    int widest = theme.scaled(24);
    for (double value = 0; value <= m_scale.top * 1.001; value += m_scale.step)
        widest = std::max(widest, mono.horizontalAdvance(axisWord(panel().unit, value, m_scale.step)));
    const int left = 14 + widest + 8;
    return {left, 8, std::max(1, width() - left - 14), std::max(1, height() - 8 - timesHeight())};
}

LinesBody::Stretch &LinesBody::stretch(int number)
{
    while (m_stretches.size() <= number) {
        Stretch made;
        QChart *chart = m_view->chart();
        made.upper = new QLineSeries(chart);
        QAbstractSeries *shown = made.upper;
        if (isStacked()) {
            made.lower = new QLineSeries(chart);
            made.area = new QAreaSeries(made.upper, made.lower);
            shown = made.area;
        }
        chart->addSeries(shown);
        shown->attachAxis(m_x);
        shown->attachAxis(m_y);
        m_stretches.append(made);
    }
    return m_stretches[number];
}

void LinesBody::showLine(int line, const QVector<QPointF> &upper, const QVector<QPointF> &lower, int number)
{
    const Colors &c = themeOf(this).colors();
    const QColor color = faded(lineColor(panel(), data(), line, c));
    Stretch &shown = stretch(number);
    constexpr int kDense = 500; // points from which on a hair is drawn: wide joins cost most of the painting
    const bool isThin = data().lines[static_cast<std::size_t>(line)].isEarlier || data().steps() > kDense;
    QPen pen(color, isThin ? 1.0 : 1.5);
    pen.setJoinStyle(isThin ? Qt::BevelJoin : Qt::RoundJoin);
    pen.setCosmetic(isThin);
    if (shown.area) {
        constexpr double kTint = 0.42;
        shown.lower->replace(lower);
        if (shown.area->pen() != pen) {
            shown.area->setPen(pen);
            shown.area->setBrush(mixed(c.panel, color, kTint));
        }
    } else if (shown.upper->pen() != pen) {
        shown.upper->setPen(pen);
    }
    shown.upper->replace(upper);
}

const std::vector<double> &LinesBody::valuesOf(int line) const
{
    const auto at = static_cast<std::size_t>(line);
    return isStacked() ? m_sums[at] : data().lines[at].values;
}

void LinesBody::dataChanged()
{
    m_sums = isStacked() ? data().stacked() : decltype(m_sums)();
    double most = data().extent(isStacked()).second;
    for (const auto &limit : {panel().objective, panel().alert})
        most = std::max(most, limit.value_or(0) * 1.15);
    m_scale = scaleFor(most, panel().unit == series::Unit::Seconds);
    const QRect area = plot();
    if (area != m_view->geometry()) { // all of the chart is laid out anew by that
        m_view->setGeometry(area);
        m_view->chart()->resize(area.size());
        m_view->chart()->setPlotArea(QRectF(QPointF(0, 0), area.size()));
    }
    m_x->setRange(-0.5, std::max(1, data().steps()) - 0.5);
    m_y->setRange(0, m_scale.top);
    int used = 0;
    const int columns = area.width() / 4; // the chart, not the eye, pays for more
    for (int line = 0; line < static_cast<int>(data().lines.size()); ++line) {
        if (data().lines[static_cast<std::size_t>(line)].isHidden)
            continue;
        const auto segments = segmentsOf(valuesOf(line), columns);
        for (const QVector<QPointF> &points : segments) {
            if (used >= kMostStretches)
                break;
            QVector<QPointF> upper = points, lower;
            if (upper.size() == 1) { // one point is seen as a short line
                upper.prepend(upper.front() - QPointF(0.3, 0));
                upper.append(upper.back() + QPointF(0.6, 0));
            }
            if (isStacked())
                for (const QPointF &point : upper) {
                    const auto step = static_cast<std::size_t>(std::max(0.0, point.x() + 0.5));
                    double below = 0;
                    for (int other = line - 1; other >= 0; --other)
                        if (const double sum = m_sums[static_cast<std::size_t>(other)][step];
                            !std::isnan(sum)) {
                            below = sum;
                            break;
                        }
                    lower.append({point.x(), below});
                }
            showLine(line, upper, lower, used++);
        }
    }
    for (; used < m_stretches.size(); ++used) {
        m_stretches[used].upper->clear();
        if (m_stretches[used].lower)
            m_stretches[used].lower->clear();
    }
}

double LinesBody::heightOf(double value) const
{
    return plot().height() * (1 - value / m_scale.top);
}

int LinesBody::lineAt(int step, double y) const
{
    int nearest = -1;
    double distance = isStacked() ? 1e9 : 14;
    for (int line = 0; line < static_cast<int>(data().lines.size()); ++line) {
        const std::vector<double> &values = valuesOf(line);
        if (step < 0 || step >= static_cast<int>(values.size()) ||
            std::isnan(values[static_cast<std::size_t>(step)]))
            continue;
        const double top = heightOf(values[static_cast<std::size_t>(step)]);
        if (isStacked() && y >= top - 2)
            return line; // the lowest area that reaches up to here
        if (!isStacked() && std::abs(top - y) < distance) {
            distance = std::abs(top - y);
            nearest = line;
        }
    }
    return nearest;
}

QVector<QPair<double, QColor>> LinesBody::marksAt(int step) const
{
    QVector<QPair<double, QColor>> marks;
    if (isStacked())
        return marks;
    for (int line = 0; line < static_cast<int>(data().lines.size()); ++line) {
        const PanelLine &own = data().lines[static_cast<std::size_t>(line)];
        if (own.isHidden || step < 0 || step >= static_cast<int>(own.values.size()))
            continue;
        if (const double value = own.values[static_cast<std::size_t>(step)]; !std::isnan(value))
            marks.append({heightOf(value), lineColor(panel(), data(), line, themeOf(this).colors())});
    }
    return marks;
}

void LinesBody::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const QRect area = plot();
    painter.setFont(theme.font(TextStyle::MonoSmall));
    const int half = theme.scaled(8);
    for (double value = 0; value <= m_scale.top * 1.001; value += m_scale.step) {
        const int y = area.y() + qRound(heightOf(value));
        painter.fillRect(QRect(area.x(), y, area.width(), 1), c.borderSubtle);
        painter.setPen(c.textTertiary);
        painter.drawText(QRect(0, y - half, area.x() - 8, 2 * half), Qt::AlignRight | Qt::AlignVCenter,
                         axisWord(panel().unit, value, m_scale.step));
    }
    if (panel().alert) {
        const int y = area.y() + qRound(heightOf(*panel().alert));
        QColor zone = c.of(Status::Failed).solid;
        zone.setAlphaF(0.16F);
        painter.fillRect(QRect(area.x(), area.y(), area.width(), std::max(0, y - area.y())), zone);
        painter.setPen(QPen(c.of(Status::Failed).fg, 1, Qt::DashLine));
        painter.drawLine(area.x(), y, area.right(), y);
        painter.setFont(theme.font(TextStyle::Caption));
        painter.drawText(QRect(area.x() + 6, y + 2, area.width() - 12, theme.scaled(16)), Qt::AlignLeft,
                         MetricsText::tr("alert above %1").arg(valueWord(panel().unit, *panel().alert)));
    }
    if (panel().objective) {
        const int y = area.y() + qRound(heightOf(*panel().objective));
        painter.setPen(QPen(c.of(Status::Failed).fg, 1.5, Qt::DashLine));
        painter.drawLine(area.x(), y, area.right(), y);
    }
    paintTimes(painter, area);
}

} // namespace batuta::views
