// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/time_ruler.h"

#include "views/pages/trace/trace_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr double kMilli = 1e3;
constexpr double kSecond = 1e6;
constexpr qreal kGrip = 6; // px around an edge that catch the pointer

/// With three digits more than the ticks have, at most milliseconds below a minute.
QString cursorWord(double time, double step)
{
    if (step >= 100 * kMilli)
        return QLocale().toString(time / kSecond, 'f', 3) + QChar(0x2009) + 's';
    return QLocale().toString(time / kMilli, 'f', 3) + QChar(0x2009) + "ms";
}

} // namespace

QString tickWord(double time, double step)
{
    const auto number = [](double value, double unit, double of) {
        const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(of / unit) - 1e-9)), 0, 3);
        return QLocale().toString(value / unit, 'f', decimals);
    };
    if (step >= 60 * kSecond) {
        const auto seconds = static_cast<qint64>(std::llround(time / kSecond));
        return seconds % 60 == 0 ? TraceText::tr("%1 m").arg(seconds / 60)
                                 : TraceText::tr("%1 m %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    if (step >= 100 * kMilli)
        return number(time, kSecond, step) + QChar(0x2009) + 's';
    return number(time, kMilli, step) + QChar(0x2009) + "ms";
}

TimeRuler::TimeRuler(TimeAxis &axis, QWidget *parent)
    : QWidget(parent)
    , m_axis(axis)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&axis, &TimeAxis::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&axis, &TimeAxis::cursorChanged, this, qOverload<>(&QWidget::update));
    connect(&themeOf(this), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize TimeRuler::sizeHint() const
{
    return {200, themeOf(this).scaled(24)};
}

void TimeRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    const double step = m_axis.majorStep(width(), theme.scaled(100));
    for (const TimeAxis::Tick &tick : m_axis.ticks(width(), theme.scaled(100))) {
        const auto x = static_cast<int>(m_axis.toPixel(tick.time, width()));
        const int tall = tick.isMajor ? 8 : 4;
        painter.fillRect(QRect(x, height() - tall, 1, tall), c.borderStrong);
        if (!tick.isMajor)
            continue;
        const QString word = tickWord(tick.time, step);
        if (x + 5 + painter.fontMetrics().horizontalAdvance(word) > width())
            continue; // half a figure would be another figure
        painter.setPen(c.textTertiary);
        painter.drawText(QRect(x + 5, 0, 120, height() - 2), Qt::AlignVCenter, word);
    }
    if (!m_axis.cursor())
        return;
    const QString text = cursorWord(*m_axis.cursor(), step);
    const int wide = painter.fontMetrics().horizontalAdvance(text) + 8;
    const auto x = static_cast<int>(m_axis.toPixel(*m_axis.cursor(), width()));
    const QRect box(std::clamp(x - wide / 2, 0, std::max(0, width() - wide)), 2, wide, height() - 6);
    drawBox(painter, box, 2, c.accent.solid, {});
    painter.setPen(c.accent.onSolid);
    painter.drawText(box, Qt::AlignCenter, text);
}

TimeBrush::TimeBrush(TraceModel &model, TimeAxis &axis, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_axis(axis)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&axis, &TimeAxis::viewChanged, this, [this] {
        if (m_drawnSpan != m_axis.span())
            m_picture = {};
        tellView();
        update();
    });
    const auto redraw = [this] {
        m_picture = {};
        updateGeometry();
        update();
    };
    connect(&model, &TraceModel::picturesChanged, this, redraw);
    connect(&themeOf(this), &Theme::changed, this, redraw);
    retranslate();
}

QSize TimeBrush::sizeHint() const
{
    return {200, themeOf(this).scaled(28)};
}

void TimeBrush::retranslate()
{
    setAccessibleName(tr("Overview of the whole time"));
    tellView();
}

void TimeBrush::tellView()
{
    setAccessibleDescription(tr("In view: from %1 to %2.")
                                 .arg(spokenSeconds(Duration(std::llround(m_axis.from()))),
                                      spokenSeconds(Duration(std::llround(m_axis.to())))));
}

void TimeBrush::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

double TimeBrush::toTime(qreal x) const
{
    return std::clamp(x / std::max(1, width()), 0.0, 1.0) * m_axis.span();
}

qreal TimeBrush::toPixel(double time) const
{
    return time / m_axis.span() * width();
}

/// A line of 2 px for each step, in their order from top to bottom.
void TimeBrush::paintBars(QPainter &painter) const
{
    const TraceRun &run = m_model.run();
    const Colors &c = themeOf(this).colors();
    std::vector<int> ran;
    for (int i = 0; i < static_cast<int>(run.steps().size()); ++i)
        if (run.step(i).hasRun())
            ran.push_back(i);
    const qreal room = height() - 8;
    const qreal gap = std::min(3.0, room / static_cast<qreal>(std::max<std::size_t>(1, ran.size())));
    const qreal tall = std::min(2.0, std::max(1.0, gap));
    QRectF joined; // neighbours that touch are one rectangle: many thousand steps share each line
    Status status = Status::Queued;
    const auto flush = [&] {
        if (!joined.isEmpty())
            painter.fillRect(joined, c.of(status).solid);
    };
    for (std::size_t i = 0; i < ran.size(); ++i) {
        const TraceStep &step = run.step(ran[i]);
        const qreal left = toPixel(static_cast<double>(run.offset(step.startedAt).count()));
        const qreal right = toPixel(static_cast<double>(run.offset(step.end(m_model.now())).count()));
        qreal top = 4 + static_cast<qreal>(i) * gap;
        if (gap < 1)
            top = std::floor(top);
        const QRectF rect(left, top, std::max(2.0, right - left), tall);
        const Status picture = step.picture();
        if (picture == status && joined.top() == top && left <= joined.right() && right >= joined.left()) {
            joined |= rect;
            continue;
        }
        flush();
        joined = rect;
        status = picture;
    }
    flush();
}

void TimeBrush::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    const qreal ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.size() != size() * ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(c.raised);
        m_drawnSpan = m_axis.span();
        QPainter bars(&m_picture);
        paintBars(bars);
    }
    painter.drawPixmap(0, 0, m_picture);
    const auto from = static_cast<int>(toPixel(m_axis.from())), to = static_cast<int>(toPixel(m_axis.to()));
    QColor outside = c.canvas;
    outside.setAlphaF(0.72F);
    painter.fillRect(QRect(0, 0, from, height()), outside);
    painter.fillRect(QRect(to, 0, width() - to, height()), outside);
    painter.setPen(c.borderStrong);
    painter.drawRect(QRect(from, 0, std::max(1, to - from - 1), height() - 1));
    const int tall = height() / 3;
    for (const int x : {from, to - 3})
        painter.fillRect(QRect(std::clamp(x, 0, width() - 3), (height() - tall) / 2, 3, tall), c.accent.fg);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), 2, c.focus, true);
}

TimeBrush::Grip TimeBrush::gripAt(qreal x) const
{
    const qreal from = toPixel(m_axis.from()), to = toPixel(m_axis.to());
    if (std::abs(x - from) <= kGrip)
        return Grip::From;
    if (std::abs(x - to) <= kGrip)
        return Grip::To;
    return x > from && x < to && m_axis.zoom() > 1.001 ? Grip::Middle : Grip::New;
}

void TimeBrush::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = gripAt(event->position().x());
    m_heldAt = toTime(event->position().x());
    m_before = {m_axis.from(), m_axis.to()};
}

void TimeBrush::mouseMoveEvent(QMouseEvent *event)
{
    const double time = toTime(event->position().x());
    const auto [from, to] = m_before;
    switch (m_grip) {
    case Grip::None:
        switch (gripAt(event->position().x())) {
        case Grip::From:
        case Grip::To:
            return setCursor(Qt::SizeHorCursor);
        case Grip::Middle:
            return setCursor(Qt::OpenHandCursor);
        default:
            return setCursor(Qt::ArrowCursor);
        }
    case Grip::From:
        return m_axis.slide(std::min(time, to - 20), to);
    case Grip::To:
        return m_axis.slide(from, std::max(time, from + 20));
    case Grip::Middle:
        return m_axis.slide(from + time - m_heldAt, to + time - m_heldAt);
    case Grip::New:
        if (std::abs(toPixel(time) - toPixel(m_heldAt)) > 3)
            m_axis.slide(std::min(time, m_heldAt), std::max(time, m_heldAt));
    }
}

void TimeBrush::mouseReleaseEvent(QMouseEvent *)
{
    if (m_grip == Grip::None)
        return;
    m_grip = Grip::None;
    const std::pair<double, double> chosen{m_axis.from(), m_axis.to()};
    if (chosen == m_before)
        return;
    m_axis.slide(m_before.first, m_before.second); // so that a step back leads to what was before the drag
    m_axis.show(chosen.first, chosen.second);
}

void TimeBrush::mouseDoubleClickEvent(QMouseEvent *)
{
    m_axis.fit();
}

void TimeBrush::keyPressEvent(QKeyEvent *event)
{
    const double width = m_axis.to() - m_axis.from();
    switch (event->key()) {
    case Qt::Key_Left:
        return m_axis.slide(m_axis.from() - width / 10, m_axis.to() - width / 10);
    case Qt::Key_Right:
        return m_axis.slide(m_axis.from() + width / 10, m_axis.to() + width / 10);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_axis.zoomAt(m_axis.from() + width / 2, 1.25);
    case Qt::Key_Minus:
        return m_axis.zoomAt(m_axis.from() + width / 2, 0.8);
    case Qt::Key_Home:
        return m_axis.fit();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace batuta::views
