// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/releases_model.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kOften = 5'000, kSeldom = 60'000, kMoving = 700, kSecond = 1'000;

std::map<std::string, int> sharesOf(const releases::Traffic &traffic, const std::string &latestReady)
{
    std::map<std::string, int> shares;
    for (const cloud::TrafficTarget &target : traffic)
        if (target.percent > 0)
            shares[target.isLatest() ? latestReady : target.revision] += target.percent;
    return shares;
}

} // namespace

bool isSameTraffic(const releases::Traffic &a, const releases::Traffic &b, const std::string &latestReady)
{
    return sharesOf(a, latestReady) == sharesOf(b, latestReady);
}

ReleasesModel::ReleasesModel(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(engine)
{
    m_often.setInterval(kOften);
    m_seldom.setInterval(kSeldom);
    m_moving.setInterval(kMoving);
    m_undo.setInterval(kSecond);
    connect(&m_log, &LogTail::changed, this, &ReleasesModel::moveChanged);
    connect(&m_often, &QTimer::timeout, this, &ReleasesModel::ask);
    connect(&m_seldom, &QTimer::timeout, this, &ReleasesModel::askOthers);
    connect(&m_moving, &QTimer::timeout, this, &ReleasesModel::askService);
    connect(&m_undo, &QTimer::timeout, this, [this] {
        if (watchSecondsLeft() == 0)
            endWatch();
        emit moveChanged();
    });
    connect(&m_engine, &EngineLink::stateChanged, this, [this] {
        if (m_engine.isRunning() && m_often.isActive())
            refresh();
        emit changed();
    });
}

void ReleasesModel::setLive(bool live)
{
    if (live == m_often.isActive())
        return;
    if (!live) {
        m_often.stop();
        return m_seldom.stop();
    }
    m_often.start();
    m_seldom.start();
    refresh();
}

void ReleasesModel::refresh()
{
    m_isAsking = false; // F5 does not wait for an answer that may never come
    ask();
    askOthers();
}

void ReleasesModel::ask()
{
    if (m_isAsking || !m_engine.isRunning())
        return;
    m_isAsking = true;
    m_engine.releases({m_environment}, this,
                      [this, generation = ++m_generation](Result<client::ReleaseBoard> board) {
                          if (generation != m_generation)
                              return;
                          m_isAsking = m_isRead = false;
                          if (!board) {
                              m_problem = board.error();
                              return emit changed();
                          }
                          m_problem.reset();
                          m_isRead = true;
                          const bool isFirst = !m_board;
                          m_environment = board->environment;
                          m_board = std::move(*board);
                          const auto &services = m_board->services;
                          const bool isThere =
                              std::any_of(services.begin(), services.end(),
                                          [this](const auto &each) { return each.name.service == m_name; });
                          if (!isThere && !services.empty() && m_name.empty())
                              m_name = services.front().name.service;
                          if (isFirst)
                              askOthers();
                          emit changed();
                          askService();
                      });
}

void ReleasesModel::askService()
{
    if (m_name.empty() || !m_engine.isRunning())
        return;
    m_engine.releasedService({m_environment, m_name}, this,
                             [this, generation = ++m_serviceGeneration](Result<client::ServiceBoard> board) {
                                 if (generation != m_serviceGeneration)
                                     return;
                                 if (board)
                                     return take(std::move(*board));
                                 m_serviceProblem = board.error();
                                 emit changed();
                             });
}

/// What others changed meanwhile stands above what is pending here: it is dropped, and said by whom.
void ReleasesModel::take(client::ServiceBoard board)
{
    m_serviceProblem.reset();
    const bool isOther =
        m_service && m_pending && board.service.etag != m_pendingEtag &&
        !isSameTraffic(board.service.traffic, m_service->service.traffic, board.service.latestReady);
    if ((isOther && !isMoving()) || m_isOvertaken) {
        m_isOvertaken = false;
        m_pending.reset();
        m_changedBy = QString::fromStdString(board.service.lastModifier);
        if (m_changedBy.isEmpty())
            m_changedBy = QStringLiteral("?");
    } else if (m_pending) {
        m_pendingEtag = board.service.etag;
    }
    m_service = std::move(board);
    if (m_revision.empty() || find(m_revision) == nullptr)
        m_revision = m_service->revisions.empty() ? std::string() : m_service->revisions.front().name;
    if (m_board)
        for (cloud::Service &service : m_board->services)
            if (service.name.service == m_service->service.name.service)
                service = m_service->service;
    followMove();
    emit changed();
    emit sharesChanged();
}

void ReleasesModel::askOthers()
{
    if (!m_board || !m_engine.isRunning())
        return;
    for (const client::CloudPlace &place : m_board->places) {
        if (place.environment == m_environment)
            continue;
        m_engine.releases({place.environment}, this,
                          [this, environment = place.environment](const Other &board) {
                              m_others.insert_or_assign(environment, board);
                              emit changed();
                          });
    }
}

void ReleasesModel::chooseEnvironment(const std::string &environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    m_service.reset();
    m_serviceProblem.reset();
    m_problem.reset();
    m_isRead = false;
    if (m_board) // the environments are the same: one can go back at once
        m_board->services.clear();
    m_revision.clear();
    ++m_serviceGeneration;
    dropPending();
    emit changed();
    refresh();
}

void ReleasesModel::chooseService(const std::string &service)
{
    if (service == m_name)
        return;
    m_name = service;
    m_service.reset();
    m_serviceProblem.reset();
    m_revision.clear();
    m_changedBy.clear();
    ++m_serviceGeneration;
    dropPending();
    emit changed();
    askService();
}

void ReleasesModel::chooseRevision(const std::string &revision)
{
    if (revision == m_revision)
        return;
    m_revision = revision;
    emit changed();
}

TrafficShares ReleasesModel::serving() const
{
    TrafficShares shares;
    if (!m_service)
        return shares;
    const cloud::Service &service = m_service->service;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed) {
        if (target.percent <= 0)
            continue;
        const std::string name = target.isLatest() ? service.latestReady : target.revision;
        const auto known = std::find_if(shares.begin(), shares.end(),
                                        [&](const TrafficShare &share) { return share.revision == name; });
        if (known == shares.end())
            shares.push_back({target.revision, name, target.percent});
        else
            known->percent += target.percent;
    }
    std::stable_sort(shares.begin(), shares.end(),
                     [](const TrafficShare &a, const TrafficShare &b) { return a.percent > b.percent; });
    return shares;
}

const cloud::Revision *ReleasesModel::find(const std::string &revision) const
{
    if (!m_service)
        return nullptr;
    for (const cloud::Revision &each : m_service->revisions)
        if (each.name == revision)
            return &each;
    return nullptr;
}

const cloud::Revision *ReleasesModel::compared() const
{
    for (const TrafficShare &share : serving())
        if (share.revision != m_revision)
            return find(share.revision);
    if (!m_service)
        return nullptr;
    // All of it is the chosen one's: what came before it.
    const auto &all = m_service->revisions;
    const auto at = std::find_if(all.begin(), all.end(),
                                 [this](const cloud::Revision &each) { return each.name == m_revision; });
    return at == all.end() || at + 1 == all.end() ? nullptr : &*(at + 1);
}

const client::RevisionFigures *ReleasesModel::figures(const std::string &revision) const
{
    if (m_service)
        for (const client::RevisionFigures &each : m_service->figures)
            if (each.revision == revision)
                return &each;
    return nullptr;
}

releases::LastGood ReleasesModel::lastGood() const
{
    if (!m_service)
        return {};
    std::vector<releases::Record> records;
    for (const client::RevisionFigures &each : m_service->figures)
        records.push_back({each.revision, each.served, each.requests, each.failures});
    return releases::lastKnownGood(m_service->service, m_service->revisions, records);
}

void ReleasesModel::setShare(std::size_t first, int percent)
{
    TrafficShares now = shares();
    if (first + 1 >= now.size() || isMoving())
        return;
    const int both = now[first].percent + now[first + 1].percent;
    now[first].percent = std::clamp(percent, 0, both);
    now[first + 1].percent = both - now[first].percent;
    if (!m_pending)
        m_pendingEtag = m_service->service.etag;
    m_changedBy.clear();
    m_pending = std::move(now);
    emit sharesChanged();
}

void ReleasesModel::addShare(const std::string &revision)
{
    TrafficShares now = shares();
    const bool isThere = std::any_of(now.begin(), now.end(),
                                     [&](const TrafficShare &share) { return share.revision == revision; });
    if (!m_service || isThere || find(revision) == nullptr || isMoving())
        return;
    if (!m_pending)
        m_pendingEtag = m_service->service.etag;
    now.push_back({revision, revision, 0});
    m_pending = std::move(now);
    emit sharesChanged();
}

void ReleasesModel::dropPending()
{
    if (!m_pending)
        return;
    m_pending.reset();
    emit sharesChanged();
}

void ReleasesModel::forgetChangedBy()
{
    m_changedBy.clear();
    emit sharesChanged();
}

releases::Traffic ReleasesModel::pendingTraffic() const
{
    std::vector<releases::Share> wished;
    for (const TrafficShare &share : shares())
        if (share.percent > 0)
            wished.push_back({share.target, share.percent});
    const Result<releases::Traffic> traffic =
        m_service ? releases::withShares(m_service->service.traffic, wished) : releases::Traffic();
    return traffic ? *traffic : releases::Traffic();
}

} // namespace batuta::views
