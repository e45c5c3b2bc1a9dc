// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/pages/editor/canvas/canvas_marks.h"

#include <QObject>

#include <map>
#include <string>
#include <vector>

namespace batuta::views {

/// Figures of each step over ended runs; those that are older come behind newer ones. Durations are the
/// nearest rank over successful steps; skipped steps count nowhere. `isSlow`: p95 is above three times p50,
/// and above a second.
std::map<std::string, StepFigures> figuresOf(const std::vector<client::ExecutionRecord> &runs);

/// The figures of one flow's last 24 hours, at most its newest 500 runs; tests of drafts do not count. Asks
/// when the flow is set, at most once in ten seconds while its runs end, and when told. Lives on the window's
/// thread.
class FiguresSource final : public QObject
{
    Q_OBJECT

public:
    explicit FiguresSource(EngineLink &engine, QObject *parent = nullptr);

    void setFlow(const std::string &flow);
    void refresh();
    const std::map<std::string, StepFigures> &figures() const { return m_figures; }
    int runs() const { return m_runs; } ///< that they are made from

signals:
    void changed();

private:
    void take(const client::EventBatch &batch);

    EngineLink &m_engine;
    std::string m_flow;
    std::map<std::string, StepFigures> m_figures;
    int m_runs = 0;
    QTimer m_later;
};

} // namespace batuta::views
