// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/traffic_bar.h"

#include "views/models/releases/config_text.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kHeight = 30, kGrip = 6, kShareInset = 10, kLeast = 34, kStep = 5;

/// The next multiple of the step in that direction.
int stepped(int percent, int step, bool isUp)
{
    const int rest = percent % step;
    return isUp ? percent - rest + step : rest > 0 ? percent - rest : percent - step;
}

} // namespace

TrafficBar::TrafficBar(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize TrafficBar::sizeHint() const
{
    return {themeOf(this).scaled(240), themeOf(this).scaled(kHeight)};
}

void TrafficBar::setShares(TrafficShares shares, const std::string &service)
{
    if (shares == m_shares && service == m_service)
        return;
    m_shares = std::move(shares);
    m_service = service;
    const int last = static_cast<int>(m_shares.size()) - 2;
    m_divider = last < 0 ? -1 : std::clamp(m_divider < 0 ? last : m_divider, 0, last);
    if (m_dragged > last)
        m_dragged = -1;
    describe();
    update();
}

void TrafficBar::setPending(bool isPending)
{
    m_isPending = isPending;
    describe();
    update();
}

void TrafficBar::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    if (isLocked)
        m_dragged = -1;
    unsetCursor();
    update();
}

/// In proportion, but none so narrow that it cannot be read.
QRect TrafficBar::boxOf(std::size_t share) const
{
    const int least = themeOf(this).scaled(kLeast);
    const int spare = std::max(0, width() - least * static_cast<int>(m_shares.size()));
    int left = 0, before = 0;
    for (std::size_t i = 0; i < share; ++i) {
        before += m_shares[i].percent;
        left += least;
    }
    const int from = left + spare * before / 100;
    const int to = left + least + spare * (before + m_shares[share].percent) / 100;
    const bool isLast = share + 1 == m_shares.size();
    return {from, 0, (isLast ? width() : to) - from - (isLast ? 0 : 2), height()};
}

int TrafficBar::dividerAt(const QPoint &at) const
{
    for (std::size_t i = 0; i + 1 < m_shares.size(); ++i)
        if (std::abs(at.x() - boxOf(i).right()) <= kGrip)
            return static_cast<int>(i);
    return -1;
}

void TrafficBar::describe()
{
    QStringList words;
    for (const TrafficShare &share : m_shares)
        words << tr("%1 %2 %", "a revision and its share")
                     .arg(QString::fromStdString(shortRevision(share.revision, m_service)))
                     .arg(share.percent);
    const QString list = words.join(QStringLiteral(", "));
    setAccessibleName(m_isPending ? tr("Traffic, not applied: %1").arg(list) : tr("Traffic: %1").arg(list));
    setToolTip(m_shares.size() > 1 ? tr("Drag the divider, or use Left and Right: 5 % steps, with Shift 1 %")
                                   : tr("All of the traffic goes to one revision. T gives the selected "
                                        "revision a share."));
}

void TrafficBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = themeOf(this).colors();
    if (m_shares.empty())
        drawBox(painter, rect(), 4, c.raised, c.borderSubtle);
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        paintShare(painter, i);
    if (hasFocus() && m_divider >= 0 && m_divider + 1 < static_cast<int>(m_shares.size())) {
        const int x = boxOf(static_cast<std::size_t>(m_divider)).right() + 1;
        painter.fillRect(QRect(x - 1, 0, 3, height()), c.focus);
    }
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()), 4, c.focus, true);
}

void TrafficBar::paintShare(QPainter &painter, std::size_t index) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const TrafficShare &share = m_shares[index];
    QRect box = boxOf(index);
    const bool isFirst = index == 0;
    const QColor fill = isFirst      ? c.active
                        : index == 1 ? c.accent.solid
                                     : mixed(c.panel, c.series.at(index % c.series.size()), 0.6);
    const QColor ink = isFirst ? c.textPrimary : index == 1 ? c.accent.onSolid : c.textPrimary;
    drawBox(painter, box, 3, fill, m_isPending ? c.accent.fg : QColor());
    if (isFirst)
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), c.textTertiary);
    box.adjust(std::min(kShareInset, box.width() / 6), 0, -std::min(kShareInset, box.width() / 8), 0);
    painter.setPen(ink);
    painter.setFont(theme.font(TextStyle::Mono));
    const QString percent = tr("%1 %", "a share of the traffic").arg(share.percent);
    const int wide = painter.fontMetrics().horizontalAdvance(percent);
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, percent);
    const QRect name = box.adjusted(0, 0, -wide - kShareInset, 0);
    const QString word = QString::fromStdString(shortRevision(share.revision, m_service));
    if (name.width() > theme.scaled(40))
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(word, Qt::ElideRight, name.width()));
}

void TrafficBar::mousePressEvent(QMouseEvent *event)
{
    const int divider = dividerAt(event->pos());
    if (divider < 0 || m_isLocked || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_divider = m_dragged = divider;
    update();
}

void TrafficBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged < 0) {
        if (dividerAt(event->pos()) >= 0 && !m_isLocked)
            setCursor(Qt::SplitHCursor);
        else
            unsetCursor();
        return;
    }
    const auto first = static_cast<std::size_t>(m_dragged);
    const int both = m_shares[first].percent + m_shares[first + 1].percent;
    const int least = themeOf(this).scaled(kLeast);
    const int left = boxOf(first).left(), right = boxOf(first + 1).right();
    const int room = std::max(1, right - left - 2 * least);
    const double wish = both * static_cast<double>(event->pos().x() - left - least) / room;
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : kStep;
    const int percent = std::clamp(qRound(wish / step) * step, 0, both);
    if (percent != m_shares[first].percent)
        emit shareWished(m_dragged, percent);
}

void TrafficBar::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragged = -1;
    QWidget::mouseReleaseEvent(event);
}

void TrafficBar::step(int points)
{
    if (m_divider < 0 || m_isLocked)
        return;
    const int now = m_shares[static_cast<std::size_t>(m_divider)].percent;
    const int step = std::abs(points);
    emit shareWished(m_divider, stepped(now, step, points > 0));
}

/// Apply and cancel are the bar's own while something is pending, whatever else these keys do.
bool TrafficBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_isPending) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TrafficBar::keyPressEvent(QKeyEvent *event)
{
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : kStep;
    const int last = static_cast<int>(m_shares.size()) - 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return this->step(-step);
    case Qt::Key_Right:
        return this->step(step);
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_divider = last < 0 ? -1 : std::clamp(m_divider + (event->key() == Qt::Key_Up ? -1 : 1), 0, last);
        return update();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_isPending)
            return emit applyWished();
        break;
    case Qt::Key_Escape:
        if (m_isPending)
            return emit cancelWished();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TrafficBar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

} // namespace batuta::views
