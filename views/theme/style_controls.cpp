// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/draw.h"
#include "views/theme/style.h"
#include "views/theme/style_state.h"
#include "views/theme/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QStyleOption>
#include <QTabBar>

namespace batuta::views {
void BatutaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        return drawTab(option, painter);
    case CE_TabBarTabLabel:
        return drawTabLabel(option, painter);
    case CE_HeaderSection:
        return drawHeader(option, painter, widget);
    case CE_HeaderEmptyArea:
        return painter->fillRect(option->rect, m_theme.colors().raised);
    case CE_MenuItem:
        return drawMenuItem(option, painter);
    case CE_Splitter: {
        const Colors &c = m_theme.colors();
        painter->fillRect(option->rect, isOn(option, State_MouseOver) ? c.active : c.panel);
        const QRect r = option->rect;
        const bool upright = r.height() > r.width();
        painter->fillRect(upright ? QRect(r.center().x(), r.y(), 1, r.height())
                                  : QRect(r.x(), r.center().y(), r.width(), 1),
                          c.borderSubtle);
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void BatutaStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const Colors &c = m_theme.colors();
    const QRect r = option->rect;
    if (isOn(option, State_MouseOver) && !isOn(option, State_Selected))
        painter->fillRect(r, c.raised);
    if (isOn(option, State_Selected))
        painter->fillRect(QRect(r.x() + 8, r.bottom() - 1, r.width() - 16, 2), c.accent.fg);
    if (isOn(option, State_HasFocus) && isOn(option, State_KeyboardFocusChange))
        drawFocusRing(*painter, r.adjusted(4, 4, -4, -4), 4, c.focus, true);
}

void BatutaStyle::drawTabLabel(const QStyleOption *option, QPainter *painter) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const Colors &c = m_theme.colors();
    const bool selected = isOn(option, State_Selected);
    QFont font = m_theme.font(TextStyle::Small);
    font.setWeight(selected ? QFont::DemiBold : QFont::Medium);
    painter->setFont(font);
    painter->setPen(!isOn(option, State_Enabled) ? c.textDisabled
                    : selected                   ? c.textPrimary
                                                 : c.textSecondary);
    painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextHideMnemonic, tab->text);
}

void BatutaStyle::drawHeader(const QStyleOption *option, QPainter *painter, const QWidget *) const
{
    const Colors &c = m_theme.colors();
    const QRect r = option->rect;
    painter->fillRect(r, c.raised);
    painter->fillRect(QRect(r.x(), r.bottom(), r.width(), 1), c.borderSubtle);
    if (isOn(option, State_MouseOver))
        painter->fillRect(QRect(r.right(), r.y() + 6, 1, r.height() - 12), c.borderStrong);
}

void BatutaStyle::drawMenuItem(const QStyleOption *option, QPainter *painter) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Colors &c = m_theme.colors();
    const QRect r = item->rect;
    painter->fillRect(r, c.raised);
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return painter->fillRect(QRect(r.x(), r.center().y(), r.width(), 1), c.borderSubtle);
    if (isOn(option, State_Selected) && isOn(option, State_Enabled))
        painter->fillRect(r, c.active);
    const QColor ink = isOn(option, State_Enabled) ? c.textPrimary : c.textDisabled;
    const int lead = m_theme.scaled(32);
    if (item->checked)
        drawTick(*painter, QRectF(r.x() + 9, r.center().y() - 7, 14, 14), c.accent.fg);
    else if (!item->icon.isNull())
        item->icon.paint(painter, QRect(r.x() + 10, r.center().y() - 6, 14, 14), Qt::AlignCenter,
                         isOn(option, State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = item->text.split('\t');
    painter->setFont(m_theme.font(TextStyle::Body));
    painter->setPen(ink);
    painter->drawText(r.adjusted(lead, 0, -12, 0),
                      Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic, parts.value(0));
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        return drawChevron(*painter, QRectF(r.right() - 18, r.y(), 12, r.height()), c.textTertiary,
                           Qt::RightArrow);
    painter->setPen(c.textTertiary);
    painter->drawText(r.adjusted(lead, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, parts.value(1));
}

void BatutaStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    case CC_SpinBox:
        return drawSpinBox(option, painter, widget);
    case CC_ComboBox:
        return drawComboBox(option, painter);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void BatutaStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Colors &c = m_theme.colors();
    painter->fillRect(option->rect, widget ? widget->palette().color(widget->backgroundRole()) : c.panel);
    const QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const bool held = isOn(option, State_Sunken) || isOn(option, State_MouseOver);
    const QRectF thumb = bar->orientation == Qt::Vertical ? QRectF(slider).adjusted(2.5, 2, -2.5, -2)
                                                          : QRectF(slider).adjusted(2, 2.5, -2, -2.5);
    drawBox(*painter, thumb, 2.5, held ? c.borderControl : c.borderStrong, {});
}

void BatutaStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Colors &c = m_theme.colors();
    const bool enabled = isOn(option, State_Enabled);
    drawBox(*painter, option->rect, 5, c.panel, enabled ? c.borderControl : c.borderStrong);
    if (isOn(option, State_HasFocus))
        drawFocusRing(*painter, option->rect, 5, c.focus, true);
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown})
        drawChevron(*painter, subControlRect(CC_SpinBox, option, part, widget),
                    enabled ? c.textSecondary : c.textDisabled,
                    part == SC_SpinBoxUp ? Qt::UpArrow : Qt::DownArrow);
}

void BatutaStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const Colors &c = m_theme.colors();
    const bool enabled = isOn(option, State_Enabled);
    if (combo && combo->frame) {
        drawBox(*painter, option->rect, 5, c.panel, enabled ? c.borderControl : c.borderStrong);
        if (isOn(option, State_HasFocus))
            drawFocusRing(*painter, option->rect, 5, c.focus, true);
    }
    const QRectF arrow(option->rect.right() - 22, option->rect.y(), 18, option->rect.height());
    drawChevron(*painter, arrow, enabled ? c.textSecondary : c.textDisabled, Qt::DownArrow);
}

QRect BatutaStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ScrollBar) { // no arrow buttons
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return option->rect;
        if (bar && part == SC_ScrollBarSlider) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            const int thumb = qBound(
                qMin(24, length),
                static_cast<int>(qint64(bar->pageStep) * length / qMax<qint64>(1, range + bar->pageStep)),
                length);
            const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                   length - thumb, bar->upsideDown);
            return upright ? QRect(bar->rect.x(), bar->rect.y() + at, bar->rect.width(), thumb)
                           : QRect(bar->rect.x() + at, bar->rect.y(), thumb, bar->rect.height());
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(8, 1, -24, -1);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize BatutaStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {qMax(result.width(), size.width() + 24), m_theme.scaled(28)};
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        return {result.width(), m_theme.scaled(28)};
    case CT_TabBarTab:
        return {result.width(), m_theme.scaled(32)};
    case CT_HeaderSection:
        return {result.width(), m_theme.scaled(26)};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {result.width() + m_theme.scaled(40), m_theme.scaled(26)};
    }
    default:
        return result;
    }
}

} // namespace batuta::views
