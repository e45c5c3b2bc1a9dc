// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/models/runs/run_filter.h"

#include <QObject>
#include <QTimer>

namespace batuta::views {

/// The figures that belong to a list of runs: counted again when its filter changes, and at most every two
/// seconds while runs begin or end. Lives on the window's thread.
class RunFigures final : public QObject
{
    Q_OBJECT

public:
    explicit RunFigures(EngineLink &link, QObject *parent = nullptr);

    void setFilter(const RunFilter &filter);
    /// While false nothing is asked: the page cannot be seen, or is paused.
    void setWanted(bool wanted);
    void refresh();

    const client::RunFigures &figures() const { return m_figures; }
    /// They are those of the filter that is set.
    bool isReady() const { return m_isReady; }
    const std::optional<Error> &error() const { return m_error; }
    /// The figures of one field; null before they are there.
    const client::Facet *facet(const char *field) const;

signals:
    void changed();

private:
    void ask();
    void came(int generation, Result<client::RunFigures> figures);

    EngineLink &m_link;
    RunFilter m_filter;
    client::RunFigures m_figures;
    std::optional<Error> m_error;
    QTimer m_again;
    int m_generation = 0;
    bool m_isReady = false;
    bool m_isWanted = false;
    bool m_isAsked = false;
    bool m_isStale = true;
};

} // namespace batuta::views
