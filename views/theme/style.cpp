// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/style.h"

#include "views/theme/draw.h"
#include "views/theme/style_state.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QStyleFactory>
#include <QStyleOption>

namespace batuta::views {
BatutaStyle::BatutaStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create("fusion"))
    , m_theme(theme)
{
}

void BatutaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
    case PE_Frame:
        if (drawField(element, option, painter, widget))
            return;
        break;
    case PE_PanelButtonCommand:
        return drawButton(option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawIndicator(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawIndicator(option, painter, true);
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        return drawRow(option, painter, widget);
    case PE_PanelMenu:
    case PE_FrameMenu:
        return drawBox(*painter, option->rect, 0, m_theme.colors().raised, m_theme.colors().borderStrong);
    case PE_PanelTipLabel:
        return drawBox(*painter, option->rect, 0, m_theme.colors().raised, m_theme.colors().borderStrong);
    case PE_FrameFocusRect:
        // Rows mark their selection themselves; a ring on each cell would only be noise.
        if (!qobject_cast<const QAbstractItemView *>(widget))
            drawFocusRing(*painter, option->rect, 4, m_theme.colors().focus, true);
        return;
    case PE_IndicatorBranch: {
        if (isOn(option, State_Children))
            drawChevron(*painter, option->rect, m_theme.colors().textTertiary,
                        isOn(option, State_Open) ? Qt::DownArrow : Qt::RightArrow);
        return;
    }
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            drawChevron(*painter, option->rect, m_theme.colors().textSecondary,
                        header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::DownArrow : Qt::UpArrow);
        return;
    }
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

/// Frames of fields; false when this is some other frame.
bool BatutaStyle::drawField(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Colors &c = m_theme.colors();
    if (element == PE_Frame) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        if (!area || !widget->property("field").toBool())
            return qobject_cast<const QAbstractItemView *>(widget) != nullptr;
    }
    if (element == PE_PanelLineEdit && widget && widget->property("bare").toBool())
        return true;
    if (element == PE_FrameLineEdit)
        return true; // PE_PanelLineEdit has drawn it
    const bool invalid = widget && widget->property("invalid").toBool();
    const QColor border = !isOn(option, State_Enabled) ? c.borderStrong
                          : invalid                    ? c.of(Status::Failed).solid
                                                       : c.borderControl;
    drawBox(*painter, option->rect, 5, element == PE_Frame ? QColor() : c.panel, border);
    if (isOn(option, State_HasFocus) && isOn(option, State_Enabled))
        drawFocusRing(*painter, option->rect, 5, invalid ? c.of(Status::Failed).solid : c.focus, true);
    return true;
}

void BatutaStyle::drawButton(const QStyleOption *option, QPainter *painter) const
{
    const Colors &c = m_theme.colors();
    const bool held = isOn(option, State_Sunken) || isOn(option, State_On);
    const QColor fill = held ? c.active
                        : isOn(option, State_MouseOver) && isOn(option, State_Enabled)
                            ? mixed(c.raised, c.active, 0.6)
                            : c.raised;
    drawBox(*painter, option->rect, 5, fill, c.borderStrong);
    if (isOn(option, State_HasFocus) && isOn(option, State_KeyboardFocusChange))
        drawFocusRing(*painter, option->rect, 5, c.focus, true);
}

void BatutaStyle::drawIndicator(const QStyleOption *option, QPainter *painter, bool isRadio) const
{
    const Colors &c = m_theme.colors();
    const bool on = isOn(option, State_On), enabled = isOn(option, State_Enabled);
    const qreal side = qMin(option->rect.width(), option->rect.height());
    const QRectF box(option->rect.x(), option->rect.y() + (option->rect.height() - side) / 2, side, side);
    const QColor fill = on && enabled ? c.accent.solid : c.panel;
    drawBox(*painter, box, isRadio ? side / 2 : 4, fill, on && enabled ? c.accent.solid : c.borderControl);
    if (on && isRadio)
        drawBox(*painter, box.adjusted(4, 4, -4, -4), side, c.accent.onSolid, {});
    else if (on)
        drawTick(*painter, box, enabled ? c.accent.onSolid : c.textDisabled);
    if (isOn(option, State_HasFocus) && isOn(option, State_KeyboardFocusChange))
        drawFocusRing(*painter, box, isRadio ? side / 2 + 1 : 5, c.focus, false);
}

void BatutaStyle::drawRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    const Colors &c = m_theme.colors();
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (isOn(option, State_Selected)) {
        painter->fillRect(option->rect, c.selection);
        const bool first = item->viewItemPosition == QStyleOptionViewItem::Beginning ||
                           item->viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                           item->index.column() == 0;
        if (first)
            painter->fillRect(
                QRect(widget ? 0 : option->rect.x(), option->rect.y(), 2, option->rect.height()),
                c.accent.fg);
    } else if (isOn(option, State_MouseOver)) {
        painter->fillRect(option->rect, mixed(c.panel, c.active, 0.45));
    }
}

int BatutaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.scaled(15);
    case PM_CheckBoxLabelSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_SplitterWidth:
        return 5;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return m_theme.scaled(14);
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget) && !widget->property("field").toBool() ? 0
                                                                                                        : 1;
    case PM_TabBarTabHSpace:
        return 20;
    case PM_TabBarTabVSpace:
        return 12;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_TreeViewIndentation:
        return 16;
    case PM_HeaderGripMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BatutaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected;
    case SH_Menu_MouseTracking:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_UnderlineShortcut:
        return 0;
    case SH_Widget_Animation_Duration:
        return 0; // nothing fades: data never animates
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

void BatutaStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractItemView *>(widget) && !qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // The edit inside a spin box or an editable combo has its inset from its owner.
    auto *edit = qobject_cast<QLineEdit *>(widget);
    if (edit && !edit->property("bare").toBool() && edit->textMargins().isNull() &&
        !qobject_cast<QAbstractSpinBox *>(edit->parent()) && !qobject_cast<QComboBox *>(edit->parent()))
        edit->setTextMargins(6, 0, 6, 0);
}

} // namespace batuta::views
