// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/focus_order.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace batuta::views {
namespace {

constexpr int kSameRow = 10; // controls of one row may differ by a few pixels

struct Stop
{
    QWidget *widget;
    QPoint at;
};

bool takesTab(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy() && widget.isEnabled() &&
           widget.isVisible();
}

std::vector<Stop> stopsOf(const QWidget &pane)
{
    std::vector<Stop> stops;
    for (QWidget *widget : pane.findChildren<QWidget *>())
        if (takesTab(*widget) && !widget->isWindow())
            stops.push_back({widget, widget->mapTo(&pane, QPoint())});
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop &a, const Stop &b) { return a.at.y() < b.at.y(); });
    for (auto first = stops.begin(); first != stops.end();) {
        const auto last =
            std::find_if(first, stops.end(),
                         [top = first->at.y() + kSameRow](const Stop &stop) { return stop.at.y() > top; });
        std::stable_sort(first, last, [](const Stop &a, const Stop &b) { return a.at.x() < b.at.x(); });
        first = last;
    }
    return stops;
}

/// The next in Qt's own order that is not in the pane; null when there is none.
QWidget *behind(const QWidget &pane, QWidget *from, bool isForward)
{
    for (QWidget *to = from;;) {
        to = isForward ? to->nextInFocusChain() : to->previousInFocusChain();
        if (!to || to == from)
            return nullptr;
        if (takesTab(*to) && to != &pane && !pane.isAncestorOf(to) && to->window() == pane.window())
            return to;
    }
}

} // namespace

bool moveFocusAsRead(QWidget &pane, bool isForward)
{
    QWidget *from = QApplication::focusWidget();
    const std::vector<Stop> stops = stopsOf(pane);
    if (!from || stops.empty())
        return false;
    const auto here =
        std::find_if(stops.begin(), stops.end(), [from](const Stop &stop) { return stop.widget == from; });
    QWidget *to = nullptr;
    if (here == stops.end())
        to = isForward ? stops.front().widget : stops.back().widget;
    else if (isForward)
        to = here + 1 == stops.end() ? behind(pane, &pane, true) : (here + 1)->widget;
    else
        to = here == stops.begin() ? behind(pane, &pane, false) : (here - 1)->widget;
    if (!to)
        return false;
    to->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace batuta::views
