// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleasesModel that moves traffic, and follows it until it has moved.
#include "engine/client/release_codec.h"
#include "views/models/releases/releases_model.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr Duration kUndo = std::chrono::minutes(2);
constexpr Duration kPatience = std::chrono::minutes(5); ///< for what the cloud has accepted

/// The revision that gains most.
std::string gainerOf(const releases::Traffic &before, const releases::Traffic &after)
{
    const std::vector<releases::Move> moves = releases::movesBetween(before, after);
    return moves.empty() ? std::string() : moves.front().revision;
}

} // namespace

void ReleasesModel::route(const releases::Traffic &traffic, const QString &why, bool isRollback)
{
    if (!m_service || isMoving())
        return;
    TrafficMove move;
    move.isRollback = isRollback;
    move.environment = m_service->place.environment;
    move.service = m_service->service.name.service;
    move.before = m_service->service.traffic;
    move.after = traffic;
    move.sentAt = SystemClock().wall();
    client::Act act;
    act.verb = isRollback ? "roll_back" : "route_traffic";
    act.subject = move.environment + "/" + move.service;
    act.why = why.trimmed().toStdString();
    act.actor = client::thisUser();
    act.data = json::Object{{"etag", m_service->service.etag},
                            {"revision", gainerOf(move.before, move.after)},
                            {"traffic", client::trafficJson(traffic)},
                            {"before", releases::trafficText(move.before)}};
    m_log.start(move.environment, move.service, {}, move.sentAt);
    m_watched.reset();
    m_move = std::move(move);
    m_pending.reset();
    m_changedBy.clear();
    emit sharesChanged();
    emit moveChanged();
    m_engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        if (!m_move || m_move->phase != TrafficMove::Phase::Sent)
            return;
        if (!done)
            return endMove(TrafficMove::Phase::Failed, done.error());
        m_move->phase = TrafficMove::Phase::Accepted;
        m_move->acceptedAt = SystemClock().wall();
        m_moving.start();
        emit moveChanged();
        askService();
    });
}

bool ReleasesModel::isMoving() const
{
    return m_move &&
           (m_move->phase == TrafficMove::Phase::Sent || m_move->phase == TrafficMove::Phase::Accepted);
}

/// Looks in what was just read whether the traffic is where it was to go.
void ReleasesModel::followMove()
{
    if (!m_move || m_move->phase != TrafficMove::Phase::Accepted ||
        m_move->service != m_service->service.name.service ||
        m_move->environment != m_service->place.environment)
        return;
    const cloud::Service &service = m_service->service;
    const bool isSettled = !service.isReconciling && service.observedGeneration >= service.generation;
    if (isSettled && isSameTraffic(service.routed, m_move->after, service.latestReady))
        return endMove(TrafficMove::Phase::Done);
    if (isSettled && service.ready.state == cloud::ConditionState::Failed)
        return endMove(TrafficMove::Phase::Failed,
                       {ErrorCode::CloudRefused, service.name.service, service.ready.message, {}, {}});
    if (SystemClock().wall() - m_move->acceptedAt > kPatience)
        endMove(TrafficMove::Phase::Failed, {ErrorCode::NetTimeout,
                                             service.name.service,
                                             "the cloud has accepted it, and has not moved the traffic yet",
                                             {},
                                             "Look at the conditions of the service."});
}

void ReleasesModel::endMove(TrafficMove::Phase phase, const Error &error)
{
    m_move->phase = phase;
    m_move->error = error;
    m_move->doneAt = SystemClock().wall();
    m_moving.stop();
    if (phase == TrafficMove::Phase::Done)
        m_undo.start();
    else
        m_log.stop();
    m_isOvertaken = phase == TrafficMove::Phase::Failed && error.code == ErrorCode::CloudConflict;
    emit moveChanged();
    refresh();
}

void ReleasesModel::endWatch()
{
    m_undo.stop();
    m_log.stop();
    m_watched = Watched{m_move->service, m_move->isRollback, m_log.failures()};
    emit watchEnded();
}

void ReleasesModel::forgetWatched()
{
    m_watched.reset();
    emit moveChanged();
}

int ReleasesModel::undoSecondsLeft() const
{
    const bool isHere = m_move && m_service && m_move->service == m_service->service.name.service &&
                        m_move->environment == m_service->place.environment;
    return isHere ? watchSecondsLeft() : 0;
}

int ReleasesModel::watchSecondsLeft() const
{
    if (!m_move || m_move->phase != TrafficMove::Phase::Done)
        return 0;
    const Duration left = kUndo - std::chrono::duration_cast<Duration>(SystemClock().wall() - m_move->doneAt);
    return std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

/// Only the shares go back: tags that came meanwhile stay.
void ReleasesModel::undo(const QString &why)
{
    if (undoSecondsLeft() == 0)
        return;
    std::vector<releases::Share> shares;
    for (const cloud::TrafficTarget &target : m_move->before)
        if (target.percent > 0)
            shares.push_back({target.revision, target.percent});
    const Result<releases::Traffic> back = releases::withShares(m_service->service.traffic, shares);
    if (back)
        route(*back, why, false);
}

} // namespace batuta::views
