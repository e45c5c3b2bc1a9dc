// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/overlay.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMargin = 24;

} // namespace

Overlay::Overlay(QWidget *window, QWidget *panel, QSize wanted, Place where)
    : QWidget(window)
    , m_panel(panel)
    , m_wanted(wanted)
    , m_place(where)
{
    panel->setParent(this);
    setAccessibleName(panel->accessibleName());
    window->installEventFilter(this);
    hide();
}

void Overlay::open()
{
    if (!m_focusBefore) // one that was set aside knows it already
        m_focusBefore = QApplication::focusWidget();
    place();
    show();
    raise();
    m_panel->show();
    if (!m_panel->isAncestorOf(QApplication::focusWidget()))
        m_panel->setFocus();
    if (!m_panel->isAncestorOf(QApplication::focusWidget()))
        m_panel->nextInFocusChain()->setFocus();
}

void Overlay::close()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
    emit closed();
    deleteLater();
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.scrim);
    drawBox(painter, QRectF(m_panel->geometry()).adjusted(-1, -1, 1, 1), 8, c.panel, c.borderStrong);
}

/// A command of the window itself, as against those of what is below the scrim.
bool Overlay::isOfWindow(const QKeyEvent &key) const
{
    const QKeySequence keys(key.keyCombination());
    const QList<QAction *> actions = parentWidget()->actions();
    return std::any_of(actions.begin(), actions.end(),
                       [&](const QAction *action) { return action->shortcuts().contains(keys); });
}

bool Overlay::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isOfWindow(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // the key goes to the panel, and is no command of a page
        return true;
    }
    return QWidget::event(event);
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    event->accept(); // nothing below the scrim hears a key
}

void Overlay::mousePressEvent(QMouseEvent *)
{
    // A click beside the panel must not lose what was typed: only Esc and the panel's own buttons close it.
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

/// Keeps Tab inside the panel.
bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from))
        from = m_panel;
    QWidget *to = from;
    do {
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
        const bool tabbable = to->focusPolicy() & Qt::TabFocus && !to->focusProxy() && to->isVisible() &&
                              to->isEnabled(); // the line of an editable list is one stop with the list
        if (m_panel->isAncestorOf(to) && tabbable) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (to != from);
    return true;
}

void Overlay::place()
{
    const QSize window = parentWidget()->size();
    setGeometry(QRect(QPoint(), window));
    const Theme &theme = themeOf(this);
    const QSize size = QSize(theme.scaled(m_wanted.width()), theme.scaled(m_wanted.height()))
                           .boundedTo(window - QSize(2 * kMargin, 2 * kMargin));
    const int top = m_place == Place::Top ? qMin(theme.scaled(94), (window.height() - size.height()) / 2)
                                          : (window.height() - size.height()) / 2;
    m_panel->setGeometry((window.width() - size.width()) / 2, top, size.width(), size.height());
    QPainterPath round;
    round.addRoundedRect(QRectF(m_panel->rect()), 7, 7);
    m_panel->setMask(QRegion(round.toFillPolygon().toPolygon()));
}

} // namespace batuta::views
