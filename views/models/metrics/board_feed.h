// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/cloud_values.h"
#include "engine/series/board.h"
#include "views/models/engine_link.h"
#include "views/models/metrics/board_axis.h"
#include "views/models/metrics/panel_data.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace batuta::views {

/// What the panels of a board show: asks the engine for each, again when the range changes and while it is
/// live, and keeps the last picture meanwhile. What comes late is dropped. Lives on the window's thread.
class BoardFeed final : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };
    struct PanelState
    {
        PanelData data; ///< the last that came, also while something else is loaded
        State state = State::Loading;
        Error error;
    };

    BoardFeed(EngineLink &engine, BoardAxis &axis, QObject *parent = nullptr);

    void setBoard(series::Board board);
    const series::Board &board() const { return m_board; }
    series::Board &board() { return m_board; }
    const PanelState &panel(int index) const { return m_panels[static_cast<std::size_t>(index)]; }
    PanelState &panel(int index) { return m_panels[static_cast<std::size_t>(index)]; }
    /// When something was released in the time that is shown, the oldest first.
    const std::vector<client::ReleaseMark> &marks() const { return m_marks; }
    /// Only figures of this flow, of those that are kept by flow; "" for all.
    void setFlow(const QString &flow);
    const QString &flow() const { return m_flow; }
    /// Whose figures panels of Cloud Monitoring show that do not say it: an environment, and one service of
    /// it or all.
    void setPlace(const QString &environment, const QString &service);
    const QString &environment() const { return m_environment; }
    const QString &service() const { return m_service; }
    /// Whether a panel is about a cloud.
    bool hasCloud() const;
    /// How often a live range is read again; 0 not by itself.
    void setEvery(int seconds);
    /// Nobody looks: nothing is asked.
    void setActive(bool active);
    void refresh();
    /// The question that a panel's series is asked with now.
    series::Question questionOf(const series::PanelSeries &series) const;
    /// How lines are called that were summed up, in the language of the window.
    void setOtherWord(const QString &word) { m_other = word; }

signals:
    void panelChanged(int panel);
    void marksChanged();
    void boardChanged();

private:
    struct Asking;
    void ask(int panel);
    void answered(const std::shared_ptr<Asking> &asking, std::size_t series, Result<series::Answer> answer);
    void askMarks();
    void tick();

    EngineLink &m_engine;
    BoardAxis &m_axis;
    series::Board m_board;
    std::vector<PanelState> m_panels;
    std::vector<client::ReleaseMark> m_marks;
    client::MarkQuery m_marked; ///< whose marks these are
    QElapsedTimer m_markedAt, m_refreshedAt;
    QString m_flow;
    QString m_environment, m_service;
    QString m_other;
    QTimer m_timer;
    QTimer m_soon;
    int m_generation = 0;
    bool m_isActive = false;
};

/// Whether a panel shows figures of Cloud Monitoring.
bool isAboutCloud(const series::Panel &panel);

} // namespace batuta::views
