// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/compare_delegate.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

constexpr int kBar = 10;   // px of one bar
constexpr int kInset = 14; // px before a name

/// A round distance for about one tick in 90 px.
double tickStep(double span, int width)
{
    const double least = span / std::max(1.0, width / 90.0);
    const double power = std::pow(10.0, std::floor(std::log10(std::max(least, 1e-6))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (power * factor >= least)
            return power * factor;
    return power * 10;
}

} // namespace

QColor colorOfA(const Colors &colors)
{
    return colors.series[4];
}

QColor colorOfB(const Colors &colors)
{
    return colors.series[2];
}

qreal CompareDelegate::x(const QRect &room, Duration at) const
{
    const double span = std::max(1.0, static_cast<double>(m_model.span().count()) * 1.02);
    return room.left() + static_cast<double>(at.count()) / span * room.width();
}

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Colors &c = themeOf(option.widget).colors();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, isSelected ? c.selection : c.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      c.borderSubtle);
    if (isSelected && index.column() == CompareModel::Step)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()), c.accent.fg);
    switch (index.column()) {
    case CompareModel::Step:
        paintName(painter, option, index);
        break;
    case CompareModel::Bars:
        paintBars(painter, option, CompareModel::stepOf(index.row()));
        break;
    default:
        paintDelta(painter, option, index);
    }
    painter->restore();
}

/// With the glyph of what ended in another way.
void CompareDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const RunComparison &runs = *m_model.runs();
    const int step = CompareModel::stepOf(index.row());
    QRect room = option.rect.adjusted(kInset + (step < 0 ? 0 : 12), 0, -8, 0);
    Status picture = runs.b().picture();
    bool isShown = runs.a().picture() != runs.b().picture();
    if (step >= 0) {
        const ComparedStep &pair = runs.steps()[static_cast<std::size_t>(step)];
        isShown = pair.hasOtherOutcome && pair.b >= 0;
        picture = isShown ? runs.b().step(pair.b).picture() : picture;
    }
    const int glyph = theme.scaled(13);
    if (isShown)
        painter->drawPixmap(room.right() - glyph, room.center().y() - glyph / 2,
                            theme.statusPixmap(picture, glyph, option.widget->devicePixelRatioF()));
    room.setRight(room.right() - glyph - 6);
    QFont font = theme.font(TextStyle::Body);
    if (step < 0)
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(theme.colors().textPrimary);
    painter->drawText(
        room, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
}

void CompareDelegate::paintBars(QPainter *painter, const QStyleOptionViewItem &option, int step) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const RunComparison &runs = *m_model.runs();
    const double span = static_cast<double>(m_model.span().count());
    const double tick = tickStep(span, option.rect.width());
    for (double at = 0; at <= span; at += tick)
        painter->fillRect(
            QRectF(x(option.rect, Duration(std::llround(at))), option.rect.top(), 1, option.rect.height()),
            c.borderSubtle);
    const qreal middle = option.rect.center().y(), bar = theme.scaled(kBar);
    const ComparedStep pair = step < 0 ? ComparedStep() : runs.steps()[static_cast<std::size_t>(step)];
    const Side sides[] = {{&runs.a(), pair.a, m_model.shiftA(), colorOfA(c), middle - bar - 1},
                          {&runs.b(), pair.b, m_model.shiftB(), colorOfB(c), middle + 2}};
    for (const Side &side : sides) {
        if (step >= 0) {
            paintSide(painter, option, side);
            continue;
        }
        const qreal left = x(option.rect, side.shift);
        const qreal right = x(option.rect, side.shift + side.run->length(runs.now()));
        painter->fillRect(QRectF(left, side.top + bar / 4, std::max(2.0, right - left), bar / 2), side.color);
    }
}

/// Attempts that failed have the pattern of a failure; waits are dotted; a step that did not run is hollow.
void CompareDelegate::paintSide(QPainter *painter, const QStyleOptionViewItem &option, const Side &side) const
{
    if (side.step < 0)
        return;
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const TraceStep &step = side.run->step(side.step);
    const qreal bar = theme.scaled(kBar);
    const auto at = [&](WallTime time) { return x(option.rect, side.run->offset(time) + side.shift); };
    if (!step.hasRun()) {
        drawStatusBar(*painter, QRectF(at(step.startedAt), side.top, bar, bar), Status::Skipped, c,
                      theme.patterns());
        return;
    }
    qreal before = -1;
    for (const TraceAttempt &attempt : step.attempts) {
        const qreal left = at(attempt.startedAt);
        const WallTime end = attempt.isOpen ? m_model.runs()->now() : attempt.startedAt + attempt.duration;
        const QRectF rect(left, side.top, std::max(2.0, at(end) - left), bar);
        if (before >= 0 && left - before > 2) {
            QPen pen(c.textTertiary, 1.2);
            pen.setDashPattern({1.2, 2.4});
            painter->setPen(pen);
            painter->drawLine(QPointF(before + 1, rect.center().y()), QPointF(left - 1, rect.center().y()));
        }
        if (attempt.status == Status::Failed && rect.width() >= 3)
            drawStatusBar(*painter, rect, Status::Failed, c, theme.patterns());
        else
            drawBox(*painter, rect, 1.5,
                    attempt.status == Status::Failed ? c.of(Status::Failed).solid : side.color, {});
        before = rect.right();
    }
}

/// The difference as a bar from the middle, and in figures; calls in figures.
void CompareDelegate::paintDelta(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const RunComparison &runs = *m_model.runs();
    const int step = CompareModel::stepOf(index.row());
    const ComparedStep pair = step < 0 ? ComparedStep() : runs.steps()[static_cast<std::size_t>(step)];
    QColor ink = c.textSecondary;
    if (index.column() == CompareModel::Delta) {
        const Duration delta = step < 0 ? runs.delta() : pair.delta;
        const bool isLarge = step < 0 ? delta != Duration{} : pair.hasOtherTime;
        const double share = m_model.widest() > Duration{} ? static_cast<double>(std::abs(delta.count())) /
                                                                 static_cast<double>(m_model.widest().count())
                                                           : 0;
        const Role &role = c.of(delta < Duration{} ? Status::Success
                                : share > 0.5      ? Status::Failed
                                                   : Status::Waiting);
        ink = isLarge ? role.fg : c.textSecondary;
        const QRectF bar(option.rect.left() + 8, option.rect.center().y() - 3,
                         std::max(1.0, share * (option.rect.width() / 2.0 - 20)), 6);
        if (delta != Duration{})
            painter->fillRect(bar, isLarge ? role.solid : c.borderStrong);
    }
    painter->setFont(theme.font(TextStyle::Mono));
    painter->setPen(ink);
    painter->drawText(option.rect.adjusted(4, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight,
                      index.data().toString());
}

CompareHeader::CompareHeader(const CompareModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionResizeMode(QHeaderView::Fixed);
}

void CompareHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    painter->fillRect(rect, c.raised);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.borderSubtle);
    painter->setPen(c.textTertiary);
    if (section != CompareModel::Bars) {
        painter->setFont(theme.font(TextStyle::Caption));
        const bool isFirst = section == CompareModel::Step;
        painter->drawText(rect.adjusted(isFirst ? kInset : 4, 0, -12, 0),
                          Qt::AlignVCenter | (isFirst ? Qt::AlignLeft : Qt::AlignRight),
                          model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        return;
    }
    painter->setFont(theme.font(TextStyle::MonoSmall));
    const double span = std::max(1.0, static_cast<double>(m_model.span().count()) * 1.02);
    const double tick = tickStep(span, rect.width());
    for (double at = 0; at <= span; at += tick) {
        const qreal left = rect.left() + at / span * rect.width();
        painter->drawText(QRectF(left + 3, rect.top(), 86, rect.height()), Qt::AlignVCenter,
                          QLocale().toString(at / 1e6, 'g', 4) + QChar(0x2009) + 's');
    }
}

} // namespace batuta::views
