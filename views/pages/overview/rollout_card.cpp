// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/overview/rollout_card.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kCardInset = 14, kCardGap = 8;
constexpr int kNameRow = 34, kTrafficRow = 22, kStagesRow = 34, kSentenceRow = 26;
constexpr int kChip = 20, kStageLine = 4;

QString fitted(const QPainter &painter, const QString &text, int width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

} // namespace

RolloutCard::RolloutCard(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RolloutCard::setPicture(const RolloutPicture &picture)
{
    m_picture = picture;
    QStringList said{picture.service, picture.state};
    for (const RolloutPicture::Share &share : picture.shares)
        said << share.revision + QStringLiteral(" %1 %").arg(share.percent);
    said << picture.sentence;
    said.removeAll(QString());
    setAccessibleName(said.join(", "));
    setToolTip(said.mid(1).join('\n'));
    updateGeometry();
    update();
}

QSize RolloutCard::sizeHint() const
{
    const int rows = kNameRow + (m_picture.shares.isEmpty() ? 0 : kTrafficRow + kCardGap) +
                     (m_picture.stages.isEmpty() ? 0 : kStagesRow) +
                     (m_picture.sentence.isEmpty() ? 0 : kSentenceRow);
    return {200, themeOf(this).scaled(rows + kCardGap)};
}

void RolloutCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void RolloutCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    QRect row(kCardInset, 0, width() - 2 * kCardInset, theme.scaled(kNameRow));
    paintState(painter, row);
    const auto next = [&](int height) {
        row = QRect(row.left(), row.bottom() + 1, row.width(), theme.scaled(height));
        return row;
    };
    if (!m_picture.shares.isEmpty()) {
        paintTraffic(painter, next(kTrafficRow));
        next(kCardGap);
    }
    if (!m_picture.stages.isEmpty())
        paintStages(painter, next(kStagesRow));
    if (m_picture.sentence.isEmpty())
        return;
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.colors().textSecondary);
    next(kSentenceRow);
    painter.drawText(row, Qt::AlignVCenter, fitted(painter, m_picture.sentence, row.width()));
}

void RolloutCard::paintState(QPainter &painter, const QRect &row) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const auto &role = c.of(m_picture.status);
    const int glyph = theme.scaled(13), high = theme.scaled(kChip);
    painter.setFont(theme.font(TextStyle::Small));
    const int wide = painter.fontMetrics().horizontalAdvance(m_picture.state) + glyph + 22;
    const QRect chip(row.right() - wide + 1, row.center().y() - high / 2, wide, high);
    drawBox(painter, chip, 4, role.soft, role.softBorder);
    painter.drawPixmap(chip.left() + 8, chip.center().y() - glyph / 2 + 1,
                       theme.statusPixmap(m_picture.status, glyph, devicePixelRatioF()));
    painter.setPen(role.fg);
    painter.drawText(chip.adjusted(8 + glyph + 6, 0, 0, 0), Qt::AlignVCenter, m_picture.state);
    QRect name = row;
    name.setRight(chip.left() - kCardGap);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    const QString shown = fitted(painter, m_picture.service, name.width());
    painter.drawText(name, Qt::AlignVCenter, shown);
    name.setLeft(name.left() + painter.fontMetrics().horizontalAdvance(shown) + kCardGap);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(c.textTertiary);
    painter.drawText(name, Qt::AlignVCenter, fitted(painter, m_picture.region, name.width()));
}

void RolloutCard::paintTraffic(QPainter &painter, const QRect &row) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter.setFont(theme.font(TextStyle::MonoSmall));
    int x = row.left(), sum = 0;
    for (const RolloutPicture::Share &share : m_picture.shares) {
        sum += share.percent;
        const int end = row.left() + row.width() * std::min(sum, 100) / 100;
        const QRect part(x, row.top(), std::max(1, end - x), row.height());
        painter.fillRect(part, share.isNew ? c.accent.solid : c.active);
        painter.setPen(share.isNew ? c.accent.onSolid : c.textPrimary);
        const QString text = QStringLiteral("%1 %2 %").arg(share.revision).arg(share.percent);
        const QString few = QStringLiteral("%1 %").arg(share.percent);
        const QRect room = part.adjusted(8, 0, -4, 0);
        const bool hasRoom = painter.fontMetrics().horizontalAdvance(text) <= room.width();
        if (hasRoom || painter.fontMetrics().horizontalAdvance(few) <= room.width())
            painter.drawText(room, Qt::AlignVCenter, hasRoom ? text : few);
        x = end + 1;
    }
}

void RolloutCard::paintStages(QPainter &painter, const QRect &row) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int count = static_cast<int>(m_picture.stages.size());
    const int glyph = theme.scaled(12), pitch = (row.width() + kCardGap / 2) / count;
    for (int i = 0; i < count; ++i) {
        const RolloutPicture::Stage &stage = m_picture.stages.at(i);
        const bool isAhead = stage.status == Status::Queued || stage.status == Status::Skipped;
        const QRect place(row.left() + i * pitch, row.top(), pitch - kCardGap / 2, row.height());
        painter.fillRect(QRect(place.left(), place.top(), place.width(), kStageLine),
                         isAhead ? c.active : c.of(stage.status).solid);
        QRect text = place.adjusted(0, kStageLine + 2, 0, 0);
        if (!isAhead) {
            painter.drawPixmap(text.left(), text.center().y() - glyph / 2,
                               theme.statusPixmap(stage.status, glyph, devicePixelRatioF()));
            text.setLeft(text.left() + glyph + 5);
        }
        painter.setFont(
            theme.font(stage.status == Status::Success || isAhead ? TextStyle::Small : TextStyle::Strong));
        painter.setPen(isAhead ? c.textTertiary : c.textPrimary);
        painter.drawText(text, Qt::AlignVCenter, fitted(painter, stage.word, text.width()));
    }
}

} // namespace batuta::views
