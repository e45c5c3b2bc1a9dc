// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/stage_chart.h"

#include "views/pages/releases/deploy_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kChartWidth = 320, kChartHeight = 140, kAxis = 40, kBelow = 24, kAbove = 14, kChartRight = 14;
constexpr double kDiamond = 5;

double minutesOf(Duration length)
{
    return std::chrono::duration<double, std::ratio<60>>(length).count();
}

} // namespace

StageChart::StageChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize StageChart::sizeHint() const
{
    return {themeOf(this).scaled(kChartWidth), themeOf(this).scaled(kChartHeight)};
}

QSize StageChart::minimumSizeHint() const
{
    return {themeOf(this).scaled(kChartWidth * 2 / 3), themeOf(this).scaled(kChartHeight)};
}

void StageChart::setStages(std::vector<client::RolloutStage> stages)
{
    m_stages = std::move(stages);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_stages.size()) - 1));
    describe();
    update();
}

void StageChart::describe()
{
    QStringList words;
    for (const client::RolloutStage &stage : m_stages)
        words << tr("%1 % for %2").arg(stage.percent).arg(minutesWord(stage.length));
    words << tr("then 100 %");
    setAccessibleName(tr("Share of the new revision over time"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

QRectF StageChart::plot() const
{
    const Theme &theme = themeOf(this);
    return QRectF(rect()).adjusted(theme.scaled(kAxis), theme.scaled(kAbove), -theme.scaled(kChartRight),
                                   -theme.scaled(kBelow));
}

/// The whole, and a fifth more in which it has everything.
double StageChart::wholeMinutes() const
{
    double all = 0;
    for (const client::RolloutStage &stage : m_stages)
        all += minutesOf(stage.length);
    return std::max(1.0, all * 1.25);
}

QPointF StageChart::pointOf(double minutes, double percent) const
{
    const QRectF room = plot();
    return {room.left() + room.width() * minutes / wholeMinutes(),
            room.bottom() - room.height() * percent / 100};
}

/// Where a stage ends.
QPointF StageChart::diamond(int stage) const
{
    double minutes = 0;
    for (int i = 0; i <= stage; ++i)
        minutes += minutesOf(m_stages[static_cast<std::size_t>(i)].length);
    return pointOf(minutes, m_stages[static_cast<std::size_t>(stage)].percent);
}

void StageChart::paintAxes(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const QRectF room = plot();
    painter.setFont(theme.font(TextStyle::MonoSmall));
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = pointOf(0, percent).y();
        painter.setPen(c.borderSubtle);
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(c.textSecondary);
        painter.drawText(QRectF(0, y - 10, room.left() - 6, 20), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(percent));
    }
    double minutes = 0, free = -1e9;
    const auto put = [&](double at, const QString &text) {
        const double x = pointOf(at, 0).x();
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 6;
        if (x - wide / 2 < free || x + wide / 2 > width())
            return;
        painter.drawText(QRectF(x - wide / 2, room.bottom() + 4, wide, 18), Qt::AlignCenter, text);
        free = x + wide / 2 + 4;
    };
    painter.setPen(c.textSecondary);
    put(0, QStringLiteral("0"));
    for (const client::RolloutStage &stage : m_stages) {
        minutes += minutesOf(stage.length);
        put(minutes, minutesWord(Duration(static_cast<std::int64_t>(minutes * 60'000'000))));
    }
}

void StageChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = themeOf(this).colors();
    paintAxes(painter);
    QPainterPath line(pointOf(0, m_stages.empty() ? 100 : 0));
    double minutes = 0;
    for (const client::RolloutStage &stage : m_stages) {
        line.lineTo(pointOf(minutes, stage.percent));
        minutes += minutesOf(stage.length);
        line.lineTo(pointOf(minutes, stage.percent));
    }
    line.lineTo(pointOf(minutes, 100));
    line.lineTo(pointOf(wholeMinutes(), 100));
    QPainterPath area = line;
    area.lineTo(pointOf(wholeMinutes(), 0));
    area.lineTo(pointOf(0, 0));
    painter.fillPath(area, c.accent.soft);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.accent.fg, 2));
    painter.drawPath(line);
    const bool isSeen = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    for (int i = 0; i < static_cast<int>(m_stages.size()); ++i) {
        const QPointF at = diamond(i);
        painter.setPen(QPen(c.accent.fg, 1.5));
        painter.setBrush(isSeen && i == m_current ? c.accent.solid : c.panel);
        painter.drawPolygon(QPolygonF{at + QPointF(0, -kDiamond), at + QPointF(kDiamond, 0),
                                      at + QPointF(0, kDiamond), at + QPointF(-kDiamond, 0)});
    }
    if (isSeen)
        drawFocusRing(painter, rect(), 4, c.focus, true);
}

void StageChart::keyPressEvent(QKeyEvent *event)
{
    if (m_stages.empty())
        return QWidget::keyPressEvent(event);
    const client::RolloutStage &stage = m_stages[static_cast<std::size_t>(m_current)];
    const int points = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : 5;
    const Duration minute = std::chrono::minutes(1);
    switch (event->key()) {
    case Qt::Key_Space:
        m_current = (m_current + 1) % static_cast<int>(m_stages.size());
        return update();
    case Qt::Key_Up:
        return emit percentWished(m_current, std::min(99, stage.percent + points));
    case Qt::Key_Down:
        return emit percentWished(m_current, std::max(1, stage.percent - points));
    case Qt::Key_Right:
        return emit lengthWished(m_current, stage.length + minute);
    case Qt::Key_Left:
        return emit lengthWished(m_current, std::max(minute, stage.length - minute));
    default:
        return QWidget::keyPressEvent(event);
    }
}

void StageChart::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < static_cast<int>(m_stages.size()); ++i)
        if ((diamond(i) - event->position()).manhattanLength() < 4 * kDiamond)
            m_current = i;
    update();
}

} // namespace batuta::views
