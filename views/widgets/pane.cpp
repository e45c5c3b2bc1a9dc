// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/pane.h"

#include "views/theme/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace batuta::views {

Bar::Bar(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(14, 0, 14, 0);
    m_row->setSpacing(8);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, &Bar::size);
    size();
}

void Bar::size()
{
    constexpr int kHeights[] = {46, 38, 32, 30};
    setFixedHeight(themeOf(this).scaled(kHeights[static_cast<int>(m_kind)]));
}

void Bar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), m_kind == Kind::Footer ? c.raised : c.panel);
    painter.fillRect(QRect(0, m_kind == Kind::Footer ? 0 : height() - 1, width(), 1), c.borderSubtle);
}

Surface::Surface(Level level, QWidget *parent)
    : QWidget(parent)
    , m_level(level)
{
    connect(&themeOf(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), m_level == Level::Canvas   ? c.canvas
                             : m_level == Level::Raised ? c.raised
                                                        : c.panel);
}

FactStrip::FactStrip(QWidget *parent)
    : QWidget(parent)
{
    const auto size = [this] { setFixedHeight(themeOf(this).scaled(50)); };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
}

void FactStrip::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    QStringList spoken;
    for (const Fact &fact : facts)
        spoken << fact.caption + ' ' + fact.value;
    setAccessibleName(spoken.join(", "));
    setToolTip(spoken.join('\n'));
    update();
}

void FactStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    const QFont caption = theme.font(TextStyle::Caption), value = theme.font(TextStyle::Mono);
    const QFontMetrics captions(caption), values(value);
    int x = 14;
    for (const Fact &fact : m_facts) {
        const int needed =
            qMax(captions.horizontalAdvance(fact.caption), values.horizontalAdvance(fact.value)) + 2;
        const int room = qMin(needed, width() - x - 14);
        if (room < qMin(needed, 30))
            return; // the rest stands in the hint
        painter.setFont(caption);
        painter.setPen(c.textTertiary);
        painter.drawText(QRect(x, theme.scaled(8), room, theme.scaled(14)), Qt::AlignVCenter, fact.caption);
        painter.setFont(value);
        painter.setPen(fact.isCritical ? c.critical : c.textPrimary);
        painter.drawText(QRect(x, theme.scaled(23), room, theme.scaled(18)), Qt::AlignVCenter,
                         values.elidedText(fact.value, Qt::ElideMiddle, room));
        x += needed + 14;
        painter.fillRect(QRect(x, 0, 1, height() - 1), c.borderSubtle);
        x += 14;
    }
}

} // namespace batuta::views
