// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/window_strip.h"

#include "views/pages/releases/release_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kStripHigh = 58, kStripInset = 14, kStripBar = 12;
constexpr Duration kDay = std::chrono::hours(24);
constexpr double kBadShare = 0.02, kFairShare = 0.005; ///< as lastKnownGood() has it

} // namespace

WindowStrip::WindowStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize WindowStrip::sizeHint() const
{
    return {themeOf(this).scaled(200), themeOf(this).scaled(kStripHigh)};
}

QString WindowStrip::wordsOf(const client::ServingWindow &window) const
{
    const double share = window.requests > 0 ? window.failures / window.requests : 0;
    return tr("%1 to %2: %3 requests, %4 with 5xx")
        .arg(releaseTime(window.from, m_now, m_utc),
             window.to >= m_now ? tr("now") : releaseTime(window.to, m_now, m_utc),
             QLocale().toString(window.requests, 'f', 0), ratioWord(share));
}

void WindowStrip::setWindows(const QString &revision, const std::vector<client::ServingWindow> &windows,
                             WallTime now, bool utc)
{
    m_revision = revision;
    m_windows = windows;
    m_now = now;
    m_utc = utc;
    QStringList words;
    for (const client::ServingWindow &window : windows)
        words << wordsOf(window);
    setAccessibleName(tr("When %1 took requests in the last day").arg(revision));
    setAccessibleDescription(words.isEmpty() ? tr("never") : words.join(QStringLiteral("; ")));
    update();
}

QRect WindowStrip::axis() const
{
    const Theme &theme = themeOf(this);
    const int inset = theme.scaled(kStripInset), high = theme.scaled(kStripBar);
    return {inset, height() - high - theme.scaled(12), width() - 2 * inset, high};
}

QRect WindowStrip::boxOf(const client::ServingWindow &window) const
{
    const QRect room = axis();
    const auto at = [&](WallTime time) {
        const double share = 1 - std::chrono::duration<double>(m_now - time).count() /
                                     std::chrono::duration<double>(kDay).count();
        return room.left() + static_cast<int>(room.width() * std::clamp(share, 0.0, 1.0));
    };
    const int left = at(window.from);
    return {left, room.top(), std::max(3, at(window.to) - left), room.height()};
}

void WindowStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.fillRect(QRect(0, 0, width(), 1), c.borderSubtle);
    const QRect room = axis();
    const QRect words(room.left(), 4, room.width(), room.top() - 8);
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    const QString title = tr("%1 took requests in the last day", "a revision").arg(m_revision);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, title);
    const QString last = m_windows.empty() ? tr("never") : wordsOf(m_windows.back());
    const int left = painter.fontMetrics().horizontalAdvance(title) + 16;
    painter.drawText(words.adjusted(left, 0, 0, 0), Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(last, Qt::ElideRight, words.width() - left));
    drawBox(painter, room, 3, c.active, {});
    for (const client::ServingWindow &window : m_windows) {
        const double share = window.requests > 0 ? window.failures / window.requests : 0;
        const Status status = share > kBadShare    ? Status::Failed
                              : share > kFairShare ? Status::Waiting
                                                   : Status::Success;
        drawStatusBar(painter, boxOf(window), status, c, theme.patterns());
    }
}

bool WindowStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const client::ServingWindow &window : m_windows)
        if (boxOf(window).adjusted(-2, -6, 2, 6).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), wordsOf(window), this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

} // namespace batuta::views
