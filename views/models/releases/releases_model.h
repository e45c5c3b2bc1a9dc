// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_values.h"
#include "engine/releases/last_good.h"
#include "engine/releases/traffic.h"
#include "views/models/engine_link.h"
#include "views/models/releases/log_tail.h"

#include <QTimer>

#include <map>
#include <optional>

namespace batuta::views {

/// One stretch of the traffic bar.
struct TrafficShare
{
    std::string target;   ///< of the request: a revision, or "" for whatever was ready last
    std::string revision; ///< its name
    int percent = 0;

    bool operator==(const TrafficShare &) const = default;
};
using TrafficShares = std::vector<TrafficShare>;

/// A change of traffic that was asked for here, until it is done or failed, and a while longer for its undo.
struct TrafficMove
{
    enum class Phase { Sent, Accepted, Done, Failed };
    Phase phase = Phase::Sent;
    bool isRollback = false;
    std::string environment, service;
    releases::Traffic before, after;
    WallTime sentAt{}, acceptedAt{}, doneAt{}; ///< the window's clock
    Error error;
};

/// What runs in the clouds of the workspace, and the change of traffic that is being made. Asks again every
/// few seconds while it is live, and faster while traffic moves. Lives on the window's thread.
class ReleasesModel final : public QObject
{
    Q_OBJECT

public:
    using Other = Result<client::ReleaseBoard>;

    explicit ReleasesModel(EngineLink &engine, QObject *parent = nullptr);

    void setLive(bool live);
    void refresh();

    const std::optional<client::ReleaseBoard> &board() const { return m_board; }
    /// The board is of the environment that was chosen; before that it only tells which ones there are.
    bool isRead() const { return m_isRead; }
    const std::optional<client::ServiceBoard> &service() const { return m_service; }
    /// Why there is no board, or it is old; the same for the service.
    const std::optional<Error> &problem() const { return m_problem; }
    const std::optional<Error> &serviceProblem() const { return m_serviceProblem; }
    /// Boards of the other environments, as they came.
    const std::map<std::string, Other> &others() const { return m_others; }

    const std::string &environment() const { return m_environment; }
    const std::string &serviceName() const { return m_name; }
    const std::string &revision() const { return m_revision; } ///< that is looked at
    void chooseEnvironment(const std::string &environment);
    void chooseService(const std::string &service);
    void chooseRevision(const std::string &revision);
    /// Those with a share now, the largest first.
    TrafficShares serving() const;
    /// The revision that the chosen one is compared with: the one that serves most besides it.
    const cloud::Revision *compared() const;
    const cloud::Revision *find(const std::string &revision) const;
    const client::RevisionFigures *figures(const std::string &revision) const;
    releases::LastGood lastGood() const;

    /// The bar as it is shown: the pending change, or what serves.
    TrafficShares shares() const { return m_pending ? *m_pending : serving(); }
    bool isPending() const { return m_pending.has_value(); }
    /// Only between two neighbours of the bar: the first of them gets `percent`.
    void setShare(std::size_t first, int percent);
    /// The chosen revision gets a place in the bar, with nothing yet.
    void addShare(const std::string &revision);
    void dropPending();
    releases::Traffic pendingTraffic() const;
    /// Who changed the traffic while a change was pending; "" when nobody did.
    const QString &changedBy() const { return m_changedBy; }
    void forgetChangedBy();

    /// One act; `why` may be empty where the environment is not guarded.
    void route(const releases::Traffic &traffic, const QString &why, bool isRollback);
    const std::optional<TrafficMove> &move() const { return m_move; }
    bool isMoving() const;
    /// Of the two minutes in which the last change can be taken back; 0 when it cannot.
    int undoSecondsLeft() const;
    /// Of the same two minutes, whatever service is looked at.
    int watchSecondsLeft() const;
    void undo(const QString &why);
    /// What the service has logged since the last change of traffic was sent, until the two minutes are over.
    LogTail &moveLog() { return m_log; }
    /// What these two minutes have shown, once they are over; nothing before, and when it was taken note of.
    struct Watched
    {
        std::string service;
        bool isRollback = false;
        int failures = 0; ///< lines of the log with ERROR and above
    };
    const std::optional<Watched> &watched() const { return m_watched; }
    void forgetWatched();

signals:
    void watchEnded();    ///< of the two minutes
    void changed();       ///< what was read, or what is looked at
    void sharesChanged(); ///< of the bar
    void moveChanged();

private:
    void ask();
    void askService();
    void askOthers();
    void take(client::ServiceBoard board);
    void followMove();
    void endWatch();
    void endMove(TrafficMove::Phase phase, const Error &error = {});

    EngineLink &m_engine;
    std::optional<client::ReleaseBoard> m_board;
    std::optional<client::ServiceBoard> m_service;
    std::optional<Error> m_problem, m_serviceProblem;
    std::map<std::string, Other> m_others;
    std::string m_environment, m_name, m_revision;
    std::optional<TrafficShares> m_pending;
    std::string m_pendingEtag;
    QString m_changedBy;
    std::optional<TrafficMove> m_move;
    bool m_isAsking = false, m_isRead = false;
    bool m_isOvertaken = false; ///< what was sent came too late: who was first is read next
    int m_generation = 0, m_serviceGeneration = 0;
    LogTail m_log;
    std::optional<Watched> m_watched;
    QTimer m_often, m_seldom, m_moving, m_undo;
};

/// The same shares, whatever their order and tags.
bool isSameTraffic(const releases::Traffic &a, const releases::Traffic &b, const std::string &latestReady);

} // namespace batuta::views
