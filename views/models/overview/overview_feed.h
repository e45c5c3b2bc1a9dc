// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/alert_values.h"
#include "views/models/engine_link.h"
#include "views/models/environments/environment_list.h"
#include "views/models/overview/attention.h"
#include "views/models/overview/overview_cloud.h"
#include "views/models/runs/run_row.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace batuta::views {

/// The figures of the strip. Values that are not known are NaN.
struct OverviewFigures
{
    std::int64_t runs = 0;
    std::int64_t runsBefore = 0; ///< in as long a time before
    std::int64_t ended = 0;
    std::int64_t failed = 0;
    std::optional<double> objective; ///< share of runs that may fail, of a board of this workspace
    double p50 = 0, p95 = 0;         ///< seconds
    std::vector<double> runLine, successLine, p95Line, runningLine, queuedLine;

    double successRate() const; ///< 0 to 1, NaN before anything ended
    double budgetUsed() const;  ///< share of the error budget, NaN without an objective
};

/// One flow with its last runs, the oldest first.
struct OverviewFlow
{
    std::string name;
    std::int64_t runs = 0;
    std::int64_t failed = 0;
    double p50 = 0, p95 = 0, p95Week = 0; ///< seconds, NaN while unknown
    std::vector<RunRow> recent;
};

/// Something that somebody or something did.
struct OverviewDeed
{
    enum class Kind { Published, Fired, Resolved, Acknowledged, Muted, Addressed, Noted, Applied, Acted };
    Kind kind = Kind::Published;
    WallTime at{};
    std::string subject;
    std::string who;    ///< or ""
    std::string verb{}; ///< of an act of engine/client/acts.h
    int count = 1;      ///< how many such acts one person did in a row; `subject` is of the last
};

/// The acts of the audit that nothing else tells: those of one person in a row on several executions are
/// one. `entries` as the audit has them, the newest first.
std::vector<OverviewDeed> deedsOf(const std::vector<client::AuditEntry> &entries);

/// What the overview shows, in the words of the engine: asked for when it is seen, again every ten seconds,
/// and at most every two seconds while runs begin and end. Each part becomes ready by itself. Lives on the
/// window's thread.
class OverviewFeed final : public QObject
{
    Q_OBJECT

public:
    enum class Part { Figures, Attention, Running, Flows, Release, Services, Activity };
    static constexpr int kRecent = 46;

    /// `workspace`: whose environments are looked at; "" for none, as of an engine elsewhere.
    OverviewFeed(EngineLink &link, std::string workspace, const Clock &clock, QObject *parent = nullptr);

    /// The time that is looked at; all parts are read again.
    void setHours(int hours);
    int hours() const { return m_hours; }
    /// While false nothing is asked: the page cannot be seen.
    void setWanted(bool wanted);
    void refresh();

    /// False when it has said that it keeps none: then there are no alerts either.
    bool keepsFigures() const { return m_keepsFigures; }
    bool isReady(Part part) const { return m_ready.contains(part); }
    /// Why the last question for a part found no answer.
    const Error *error(Part part) const;
    const OverviewFigures &figures() const { return m_figures; }
    std::vector<Cause> causes() const;
    /// When something last went wrong, ever; zero when nothing is known.
    WallTime lastProblem() const { return m_lastProblem; }
    const std::vector<RunRow> &running() const { return m_running; }
    const std::vector<OverviewFlow> &flows() const { return m_flows; }
    std::vector<OverviewDeed> deeds() const; ///< the newest first
    const OverviewCloud &cloud() const { return *m_cloud; }

signals:
    void changed(batuta::views::OverviewFeed::Part part);

private:
    void tell(Part part);
    void tellServices();
    void askSoon(const client::EventBatch &batch);
    void ask();
    void askAttention();
    void askRunning();
    // Figures and flows (overview_figures.cpp)
    void askFigures();
    void askLines();
    void askObjective();
    void askFlows(const client::RunFigures &figures);
    void askRecent(const std::string &flow);
    void askByFlow(Duration range, double quantile, double OverviewFlow::*field);
    void takeFigures(const client::RunFigures &figures);
    void askPublishes();
    void askActs();
    series::Question question(const char *metric, series::Function function, Duration range) const;
    OverviewFlow &flow(const std::string &name);
    WallTime since() const;

    EngineLink &m_link;
    const Clock &m_clock;
    EnvironmentList *m_environments;
    OverviewCloud *m_cloud;
    QTimer m_soon;
    QTimer m_often;
    int m_hours = 24;
    int m_generation = 0;
    int m_cloudGeneration = -1; ///< of which the cloud was asked
    bool m_isWanted = false;
    bool m_keepsFigures = true;
    std::set<Part> m_ready;
    std::map<Part, Error> m_errors;
    OverviewFigures m_figures;
    client::FailureReport m_failures;
    std::vector<client::WaitingStep> m_waiting;
    series::AlertBook m_alerts;
    WallTime m_lastProblem{};
    std::vector<RunRow> m_running;
    std::vector<OverviewFlow> m_flows;
    std::vector<OverviewDeed> m_publishes, m_acts;
};

} // namespace batuta::views
