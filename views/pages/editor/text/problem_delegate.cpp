// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/problem_delegate.h"

#include "engine/edit/problem.h"
#include "views/pages/editor/text/problem_model.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kInset = 14;
constexpr int kGlyph = 14;
constexpr int kGap = 8;
constexpr int kRow = 46;
constexpr int kButton = 22; ///< beside the message, which has its height; the place below has the whole row
constexpr int kAbove = 4;

QPixmap glyphOf(edit::Severity severity, const Theme &theme, qreal ratio)
{
    const int size = theme.scaled(kGlyph);
    const Colors &colors = theme.colors();
    if (severity == edit::Severity::Error)
        return theme.statusPixmap(Status::Failed, size, ratio);
    if (severity == edit::Severity::Warning)
        return theme.pixmap("warnf", size, colors.of(Status::Waiting).fg, ratio);
    return theme.pixmap("info", size, colors.of(Status::Running).fg, ratio);
}

} // namespace

QRect ProblemDelegate::buttonOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data(ProblemModel::FixRole).toString();
    if (text.isEmpty() || !option.widget)
        return {};
    const Theme &theme = themeOf(option.widget);
    const QFontMetrics metrics(theme.font(TextStyle::Small));
    const int width = std::min(metrics.horizontalAdvance(text) + theme.scaled(16), option.rect.width() / 2);
    const int height = theme.scaled(kButton);
    return {option.rect.right() - theme.scaled(kInset) - width, option.rect.top() + theme.scaled(kAbove),
            width, height};
}

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &colors = theme.colors();
    const QRect row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter->save();
    if (isSelected || isHovered)
        painter->fillRect(row, isSelected ? colors.selection : colors.active);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colors.borderSubtle);
    const auto severity = static_cast<edit::Severity>(index.data(ProblemModel::SeverityRole).toInt());
    const int inset = theme.scaled(kInset);
    painter->drawPixmap(row.left() + inset, row.top() + theme.scaled(kAbove + (kButton - kGlyph) / 2),
                        glyphOf(severity, theme, painter->device()->devicePixelRatioF()));
    const QRect button = buttonOf(option, index);
    const int left = row.left() + inset + theme.scaled(kGlyph + kGap);
    const int right = (button.isEmpty() ? row.right() - inset : button.left() - theme.scaled(kGap));
    const QRect first(left, row.top() + theme.scaled(kAbove), right - left, theme.scaled(kButton));
    const QRect second(left, first.bottom() + 1, row.right() - inset - left,
                       theme.lineHeight(TextStyle::MonoSmall));
    const auto draw = [&](const QRect &area, TextStyle style, const QColor &color, const QString &text) {
        painter->setFont(theme.font(style));
        painter->setPen(color);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    };
    draw(first, TextStyle::Body, colors.textPrimary, index.data(ProblemModel::MessageRole).toString());
    draw(second, TextStyle::MonoSmall, isSelected ? colors.textSecondary : colors.textTertiary,
         index.data(ProblemModel::PlaceRole).toString());
    if (!button.isEmpty()) {
        drawBox(*painter, button, 4, colors.raised, colors.borderControl);
        painter->setFont(theme.font(TextStyle::Small));
        painter->setPen(colors.textPrimary);
        const QString text = index.data(ProblemModel::FixRole).toString();
        painter->drawText(
            button, Qt::AlignCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(text, Qt::ElideRight, button.width() - theme.scaled(12)));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(*painter, row, 0, colors.focus, true);
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.widget ? themeOf(option.widget).scaled(kRow) : kRow};
}

} // namespace batuta::views
