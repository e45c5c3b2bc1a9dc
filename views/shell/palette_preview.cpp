// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/palette_preview.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QPainter>
#include <QRegularExpression>

namespace batuta::views {
namespace {

constexpr int kMargin = 16;

} // namespace

PalettePreview::PalettePreview(EngineLink &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
{
}

void PalettePreview::show(const PaletteItem *item)
{
    ++m_generation;
    m_flow = item && item->kind == PaletteItem::Kind::Flow ? item->address.id : QString();
    m_title = item && item->kind != PaletteItem::Kind::Heading ? item->text : QString();
    m_words = item ? QStringList{item->whyNot, item->detail, item->keys}
                         .filter(QRegularExpression("."))
                         .join(QChar('\n'))
                   : QString();
    if (!item || !item->run) {
        m_run.reset();
        return update();
    }
    const bool same = m_run && m_run->id == item->run->id && !m_run->steps.empty();
    if (!same)
        m_run = item->run;
    update();
    if (same || !m_run->steps.empty())
        return;
    m_link.execution(item->address.id, this,
                     [this, asked = m_generation](Result<client::ExecutionRecord> record) {
                         if (asked != m_generation || !record)
                             return;
                         m_run = std::move(*record);
                         update();
                     });
}

void PalettePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.raised);
    painter.fillRect(QRect(0, 0, 1, height()), c.borderSubtle);
    if (m_run)
        paintRun(painter);
    else if (!m_flow.isEmpty())
        paintFlow(painter);
    else
        paintWords(painter);
}

void PalettePreview::paintWords(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const int row = theme.scaled(22), wide = width() - 2 * kMargin;
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(theme.colors().textPrimary);
    painter.drawText(QRect(kMargin, kMargin, wide, row), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideMiddle, wide));
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.colors().textSecondary);
    painter.drawText(QRect(kMargin, kMargin + row, wide, height() - 2 * kMargin - row), Qt::TextWordWrap,
                     m_words);
}

void PalettePreview::paintRun(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const Status status = statusOf(m_run->status);
    const int row = theme.scaled(22), glyph = theme.scaled(13);
    int y = kMargin;
    painter.drawPixmap(kMargin, y, theme.statusPixmap(status, glyph, devicePixelRatioF()));
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.of(status).fg);
    painter.drawText(QRect(kMargin + glyph + 7, y - 3, width(), glyph + 6), Qt::AlignVCenter,
                     statusWord(m_run->status) + "  " + durationWord(m_run->duration));
    y += row + 6;
    const int names = (width() - 2 * kMargin) * 58 / 100;
    const qreal room = width() - 2.0 * kMargin - names - 8;
    const double whole = qMax(0.001, secondsOf(m_run->duration));
    for (const client::StepRecord &step : m_run->steps) {
        if (y + row > height() - 3 * row)
            break;
        const Status state = statusOf(step.status);
        painter.drawPixmap(kMargin, y + (row - glyph) / 2,
                           theme.statusPixmap(state, glyph, devicePixelRatioF()));
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(state == Status::Skipped ? c.textTertiary : c.textPrimary);
        const int wide = names - glyph - 8;
        painter.drawText(
            QRect(kMargin + glyph + 7, y, wide, row), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(QString::fromStdString(step.step), Qt::ElideMiddle, wide));
        if (step.startedAt != WallTime{}) {
            const double from =
                secondsOf(std::chrono::duration_cast<Duration>(step.startedAt - m_run->startedAt)) / whole;
            const double part = secondsOf(step.duration) / whole;
            const qreal left = kMargin + names + 8 + room * qBound(0.0, from, 1.0);
            drawStatusBar(painter,
                          QRectF(left, y + row / 2.0 - 4, qMax(3.0, room * qMin(part, 1.0 - from)), 8), state,
                          c, theme.patterns());
        }
        y += row;
    }
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    const QRect rest(kMargin, y + 8, width() - 2 * kMargin, height() - y - 16);
    painter.drawText(rest, Qt::TextWordWrap, QString::fromStdString(m_run->error).left(300));
}

void PalettePreview::paintFlow(QPainter &painter) const
{
    const client::FlowSummary *flow = m_link.flow(m_flow);
    if (!flow)
        return;
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int row = theme.scaled(22);
    painter.setFont(theme.font(TextStyle::Strong));
    painter.setPen(c.textPrimary);
    painter.drawText(QRect(kMargin, kMargin, width() - 2 * kMargin, row), Qt::AlignVCenter,
                     localText(flow->title));
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(c.textSecondary);
    QRect used;
    painter.drawText(QRect(kMargin, kMargin + row, width() - 2 * kMargin, 3 * row), Qt::TextWordWrap,
                     QString::fromStdString(flow->description), &used);
    int y = used.bottom() + 12;
    painter.setPen(c.textPrimary);
    for (const client::StepPreview &step : flow->steps) {
        if (y + row > height())
            break;
        painter.drawText(QRect(kMargin + 10 * qMin(step.level, 6), y, width() - 2 * kMargin, row),
                         Qt::AlignVCenter, localText(step.title));
        y += row;
    }
}

} // namespace batuta::views
