// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/legend.h"

#include "views/pages/metrics/metrics_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kDash = 14;
constexpr int kGap = 6;
constexpr int kMostRows = 3;
constexpr int kLongest = 190; ///< pixels of a name, at text scale 1

} // namespace

LegendItem::LegendItem(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus); // the panel has keys for its lines
    setCursor(Qt::PointingHandCursor);
}

void LegendItem::setLine(const QString &name, const QString &value, const QColor &color, bool isDashed,
                         bool isHidden)
{
    setText(name);
    m_value = value;
    m_color = color;
    m_isDashed = isDashed;
    m_isHidden = isHidden;
    setAccessibleName(isHidden ? MetricsText::tr("%1, hidden").arg(name)
                               : QStringLiteral("%1 %2").arg(name, value));
    setToolTip(MetricsText::tr("%1: click hides or shows it, Alt and click shows it alone").arg(name));
    updateGeometry();
    update();
}

QSize LegendItem::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int name = std::min(theme.scaled(kLongest),
                              QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(text()));
    const int value = QFontMetrics(theme.font(TextStyle::MonoSmall)).horizontalAdvance(m_value);
    return {kDash + kGap + name + (m_value.isEmpty() ? 0 : kGap + value) + 2, theme.scaled(18)};
}

void LegendItem::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isOwn = isDown() && rect().contains(event->position().toPoint());
    QAbstractButton::mouseReleaseEvent(event);
    if (isOwn)
        emit toggled(event->modifiers().testFlag(Qt::AltModifier));
}

void LegendItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.setPen(QPen(m_isHidden ? c.textDisabled : m_color, 2, m_isDashed ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(0, height() / 2, kDash, height() / 2);
    QFont font = theme.font(TextStyle::Caption);
    font.setStrikeOut(m_isHidden);
    painter.setFont(font);
    painter.setPen(m_isHidden ? c.textDisabled : underMouse() ? c.textPrimary : c.textSecondary);
    const int value = QFontMetrics(theme.font(TextStyle::MonoSmall)).horizontalAdvance(m_value);
    const QRect name(kDash + kGap, 0, width() - kDash - kGap - (m_value.isEmpty() ? 0 : value + kGap),
                     height());
    painter.drawText(name, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, name.width()));
    if (m_isHidden)
        return;
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textPrimary);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_value);
}

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::setEntries(const QList<Entry> &entries)
{
    while (m_items.size() > entries.size()) {
        m_items.last()->hide();
        m_items.takeLast()->deleteLater();
    }
    while (m_items.size() < entries.size()) {
        auto *item = new LegendItem(this);
        const int number = static_cast<int>(m_items.size());
        connect(item, &LegendItem::toggled, this,
                [this, number](bool isolate) { emit toggled(number, isolate); });
        item->show();
        m_items.append(item);
    }
    for (int i = 0; i < entries.size(); ++i) {
        m_items[i]->setLine(entries[i].name, entries[i].value, entries[i].color, entries[i].isDashed,
                            entries[i].isHidden);
        m_items[i]->setEnabled(!entries[i].isFixed);
    }
    updateGeometry();
    arrange(width(), true);
}

int Legend::arrange(int width, bool place) const
{
    constexpr int kBetween = 16, kInset = 14;
    const int tall = themeOf(this).scaled(18);
    int x = kInset, row = 0;
    for (LegendItem *item : m_items) {
        const QSize wanted = item->sizeHint();
        if (x > kInset && x + wanted.width() > width - kInset) {
            x = kInset;
            ++row;
        }
        if (place) {
            item->setGeometry(x, row * tall, std::min(wanted.width(), width - 2 * kInset), tall);
            item->setVisible(row < kMostRows);
        }
        x += wanted.width() + kBetween;
    }
    return m_items.isEmpty() ? 0 : std::min(row + 1, kMostRows) * tall + 6;
}

int Legend::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize Legend::sizeHint() const
{
    return {100, arrange(width(), false)};
}

void Legend::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

} // namespace batuta::views
