// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/finding_list.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kFindingLine = 30, kFindingInset = 2, kFindingGlyph = 13, kFindingGap = 8, kFindingTitle = 200;
constexpr int kFindingRight = 90;

} // namespace

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
}

void FindingList::setLines(const QList<Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList words;
    for (const Line &line : lines)
        words << tr("%1: %2", "what was checked and what was found")
                     .arg(line.title, line.text + ' ' + line.advice);
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QRect FindingList::textRoom(int top) const
{
    const Theme &theme = themeOf(this);
    const int left = theme.scaled(kFindingInset + kFindingGlyph + kFindingTitle) + 2 * kFindingGap;
    const bool hasRight =
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return !line.right.isEmpty(); });
    const int right = theme.scaled(kFindingInset + (hasRight ? kFindingRight : 0));
    return {left, top, std::max(80, width() - left - right), 10'000};
}

int FindingList::heightOf(const Line &line) const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics body(theme.font(TextStyle::Body)), small(theme.font(TextStyle::Small));
    const int wide = textRoom(0).width();
    int high =
        body.boundingRect(QRect(0, 0, wide, 10'000), Qt::TextWrapAnywhere | Qt::TextWordWrap, line.text)
            .height();
    if (!line.advice.isEmpty())
        high += small.boundingRect(QRect(0, 0, wide, 10'000), Qt::TextWordWrap, line.advice).height() + 2;
    return std::max(theme.scaled(kFindingLine), high + theme.scaled(12));
}

QSize FindingList::sizeHint() const
{
    int high = 0;
    for (const Line &line : m_lines)
        high += heightOf(line);
    return {themeOf(this).scaled(360), std::max(1, high)};
}

void FindingList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry(); // texts are broken at another place now
}

void FindingList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int top = 0;
    for (const Line &line : m_lines) {
        const int high = heightOf(line);
        paintLine(painter, line, QRect(0, top, width(), high));
        top += high;
    }
}

void FindingList::paintLine(QPainter &painter, const Line &line, const QRect &room) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int inset = theme.scaled(kFindingInset), size = theme.scaled(kFindingGlyph), pad = theme.scaled(6);
    const int first = theme.scaled(kFindingLine);
    const QPixmap picture = line.isWarning
                                ? theme.pixmap("warnf", size, c.of(Status::Waiting).fg, devicePixelRatioF())
                                : theme.statusPixmap(line.picture, size, devicePixelRatioF());
    painter.drawPixmap(inset, room.top() + (first - size) / 2, picture);
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(c.textPrimary);
    const QRect title(inset + size + kFindingGap, room.top(), theme.scaled(kFindingTitle), first);
    painter.drawText(title, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.title, Qt::ElideRight, title.width()));
    QRect text = textRoom(room.top() + pad);
    painter.setPen(line.picture == Status::Failed ? c.of(Status::Failed).fg : c.textSecondary);
    QRect used;
    painter.drawText(text, Qt::TextWrapAnywhere | Qt::TextWordWrap, line.text, &used);
    if (!line.advice.isEmpty()) {
        text.setTop(used.bottom() + 3);
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(c.textSecondary);
        painter.drawText(text, Qt::TextWordWrap, line.advice);
    }
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textSecondary);
    painter.drawText(QRect(room.left(), room.top(), room.width() - inset, first),
                     Qt::AlignRight | Qt::AlignVCenter, line.right);
    painter.fillRect(QRect(inset, room.bottom(), width() - 2 * inset, 1), c.borderSubtle);
}

} // namespace batuta::views
