// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What the page of a run remembers of its looks, and how its panes share the width.
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_bar.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"

#include <QJsonArray>
#include <QSplitter>

namespace batuta::views {
namespace {

constexpr int kInspector = 400;       // px
constexpr int kInspectorNarrow = 344; // px in a window narrower than kWide
constexpr int kLogs = 200;            // px

QList<int> sizesFrom(const QJsonValue &value)
{
    QList<int> sizes;
    for (const QJsonValue &size : value.toArray())
        sizes << size.toInt();
    return sizes;
}

QJsonArray toJson(const QList<int> &sizes)
{
    QJsonArray array;
    for (const int size : sizes)
        array.append(size);
    return array;
}

} // namespace

void TracePage::restore()
{
    const ViewState &state = m_context.state;
    m_bar->setLook({state.value("trace/path").toBool(true), state.value("trace/attempts").toBool(true)});
    m_bar->setGraphShown(state.value("trace/graph").toBool(true));
    m_bar->setUtc(m_context.preferences.utc());
    m_canvas->setLook(m_bar->look());
    m_canvas->setMiniGraphShown(m_bar->isGraphShown());
    m_inspector->setVisible(state.value("trace/inspector").toBool(true));
    m_logs->setVisible(state.value("trace/logs").toBool(true));
    const Theme &theme = themeOf(this);
    const QList<int> down = sizesFrom(state.value("trace/down"));
    m_down->setSizes(down.size() == 2 ? down : QList<int>{600, theme.scaled(kLogs)});
    const QList<int> across = sizesFrom(state.value("trace/across"));
    m_across->setSizes(across.size() == 2 ? across : QList<int>{1000, theme.scaled(kInspector)});
}

void TracePage::remember()
{
    ViewState &state = m_context.state;
    state.setValue("trace/path", m_bar->look().path);
    state.setValue("trace/attempts", m_bar->look().attempts);
    state.setValue("trace/graph", m_bar->isGraphShown());
    state.setValue("trace/inspector", !m_inspector->isHidden());
    state.setValue("trace/logs", !m_logs->isHidden());
    state.setValue("trace/down", toJson(m_down->sizes()));
    if (window()->width() >= kWide)
        state.setValue("trace/across", toJson(m_across->sizes()));
}

/// The inspector gives room in a narrow window.
void TracePage::narrow()
{
    const Theme &theme = themeOf(this);
    const bool isNarrow = window()->width() < kWide;
    m_inspector->setMinimumWidth(280);
    const int most = isNarrow ? std::min(theme.scaled(kInspectorNarrow), width() * 2 / 5) : QWIDGETSIZE_MAX;
    m_inspector->setMaximumWidth(most);
    if (isNarrow || m_inspector->width() > most)
        m_across->setSizes({width() - most, most});
}

} // namespace batuta::views
