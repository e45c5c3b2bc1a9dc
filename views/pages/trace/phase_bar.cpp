// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/phase_bar.h"

#include "views/pages/trace/trace_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kPhaseBar = 10; // px

} // namespace

PhaseBar::PhaseBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
    connect(&themeOf(this), &Theme::changed, this, &QWidget::updateGeometry);
}

void PhaseBar::setPhases(std::optional<Phases> phases)
{
    m_phases = phases;
    setVisible(phases.has_value());
    describe();
    update();
}

void PhaseBar::describe()
{
    setAccessibleName(tr("Time of the call by phase"));
    const QString text = m_phases ? phasesText(*m_phases) : QString();
    setAccessibleDescription(text);
    setToolTip(text);
}

void PhaseBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

QSize PhaseBar::sizeHint() const
{
    return {300, themeOf(this).scaled(70)};
}

std::vector<PhaseBar::Part> PhaseBar::parts() const
{
    if (!m_phases)
        return {};
    return {{tr("wait"), m_phases->wait, 4},
            {tr("dns"), m_phases->dns, 1},
            {tr("connect"), m_phases->connect, 2},
            {tr("tls"), m_phases->tls, 3},
            {tr("first byte"), m_phases->firstByte, 0},
            {tr("transfer"), m_phases->transfer, 5}};
}

void PhaseBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    const std::vector<Part> all = parts();
    Duration sum{};
    for (const Part &part : all)
        sum += part.duration;
    const qreal left = 14, room = width() - 28;
    const QRectF bar(left, theme.scaled(9), room, theme.scaled(kPhaseBar));
    drawBox(painter, bar, 2, c.active, {});
    qreal x = left;
    for (const Part &part : all) {
        const qreal wide = sum > Duration{} ? room * static_cast<double>(part.duration.count()) /
                                                  static_cast<double>(sum.count())
                                            : 0;
        if (wide >= 0.5)
            painter.fillRect(QRectF(x, bar.top(), std::max(1.0, wide - 0.5), bar.height()),
                             c.series[static_cast<std::size_t>(part.series)]);
        x += wide;
    }
    const qreal cell = room / 3;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRectF at(left + cell * static_cast<qreal>(i % 3),
                        theme.scaled(25 + 20 * static_cast<int>(i / 3)), cell - 6, theme.scaled(18));
        painter.fillRect(QRectF(at.left(), at.center().y() - 3, 6, 6),
                         c.series[static_cast<std::size_t>(all[i].series)]);
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(c.textPrimary);
        const QString value = durationWord(all[i].duration);
        const int wide = painter.fontMetrics().horizontalAdvance(value) + 4;
        painter.drawText(at, Qt::AlignVCenter | Qt::AlignRight, value);
        const QRectF name = at.adjusted(11, 0, -wide, 0);
        painter.setFont(theme.font(TextStyle::Caption));
        painter.setPen(c.textTertiary);
        painter.drawText(
            name, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(all[i].name, Qt::ElideRight, static_cast<int>(name.width())));
    }
}

} // namespace batuta::views
