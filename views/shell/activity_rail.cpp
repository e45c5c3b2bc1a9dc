// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/activity_rail.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>

namespace batuta::views {

ActivityRail::ActivityRail(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 6, 0, 6);
    m_column->setSpacing(2);
    m_column->addStretch();
    setAccessibleName("Views");
    const auto size = [this] { setFixedWidth(themeOf(this).scaled(80)); };
    connect(&themeOf(this), &Theme::changed, this, size);
    size();
}

void ActivityRail::add(const QString &view, QAction *action, bool bottom)
{
    auto *item = new RailItem(view, action, this);
    m_items.append(item);
    m_column->insertWidget(bottom ? m_column->count() : m_top, item, 0, Qt::AlignHCenter);
    if (!bottom)
        ++m_top;
}

void ActivityRail::setCurrent(const QString &view)
{
    for (RailItem *item : m_items)
        item->setChecked(item->view() == view);
    update();
}

void ActivityRail::setBadge(const QString &view, int count, Status status)
{
    for (RailItem *item : m_items)
        if (item->view() == view)
            item->setBadge(count, status);
}

void ActivityRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.borderSubtle);
    for (const RailItem *item : m_items)
        if (item->isChecked())
            painter.fillRect(QRect(0, item->y() + 14, 2, item->height() - 28), c.accent.fg);
}

RailItem::RailItem(QString view, QAction *action, QWidget *parent)
    : QAbstractButton(parent)
    , m_view(std::move(view))
    , m_action(action)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const auto follow = [this] {
        setText(m_action->text());
        setAccessibleName(m_action->text());
        setToolTip(m_action->text() + "  " + m_action->shortcut().toString(QKeySequence::NativeText));
        update();
    };
    connect(m_action, &QAction::changed, this, follow);
    connect(this, &QAbstractButton::clicked, this, [this] {
        setChecked(!isChecked()); // the shell says which view is the current one
        m_action->trigger();
    });
    follow();
}

void RailItem::setBadge(int count, Status status)
{
    m_badge = count;
    m_status = status;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    update();
}

QSize RailItem::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.scaled(78), theme.scaled(50)};
}

void RailItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    if (isChecked() || underMouse())
        drawBox(painter, rect(), 6, isChecked() ? c.active : mixed(c.panel, c.active, 0.5), {});
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), 6, c.focus, true);
    const QColor ink = isChecked() ? c.textPrimary : c.textSecondary;
    const int size = theme.scaled(20);
    const int left = (width() - size) / 2, top = theme.scaled(7);
    painter.drawPixmap(
        left, top, theme.pixmap(m_action->property("iconName").toString(), size, ink, devicePixelRatioF()));
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(ink);
    painter.drawText(QRect(0, top + size, width(), height() - top - size - 2), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    if (m_badge <= 0)
        return;
    const Role &role = c.of(m_status);
    const QString count = m_badge > 99 ? "99+" : QString::number(m_badge);
    const int wide = qMax(theme.scaled(14), painter.fontMetrics().horizontalAdvance(count) + 6);
    const QRect badge(left + size - 4, top - 4, wide, theme.scaled(14));
    drawBox(painter, badge, badge.height() / 2.0, role.solid, {});
    painter.setPen(role.onSolid);
    painter.drawText(badge, Qt::AlignCenter, count);
}

} // namespace batuta::views
