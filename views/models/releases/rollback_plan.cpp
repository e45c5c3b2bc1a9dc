// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/rollback_plan.h"

#include <algorithm>
#include <map>

namespace batuta::views {
namespace {

using Kind = ReleaseCheck::Kind;
using State = ReleaseCheck::State;

constexpr Duration kFresh = std::chrono::seconds(60);
constexpr double kFewRequests = 20;    ///< below that a share of failures says nothing
constexpr double kManyFailures = 0.02; ///< as lastKnownGood() has it

std::map<std::string, std::string> keysOf(const cloud::Revision &revision)
{
    std::map<std::string, std::string> keys;
    for (const cloud::EnvVar &variable : revision.config.env)
        keys[variable.name] = variable.value + "\n" + variable.secret + "\n" + variable.secretVersion;
    return keys;
}

} // namespace

RollbackPlan::RollbackPlan(ReleasesModel &model, EngineLink &engine, std::string target,
                           std::optional<releases::Traffic> traffic, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_engine(engine)
    , m_target(std::move(target))
    , m_traffic(std::move(traffic))
{
    look();
}

void RollbackPlan::setTarget(const std::string &target)
{
    m_target = target;
    look();
}

releases::Traffic RollbackPlan::traffic() const
{
    if (m_traffic)
        return *m_traffic;
    return m_model.service() ? releases::allTo(m_model.service()->service.traffic, m_target)
                             : releases::Traffic();
}

int RollbackPlan::moving() const
{
    if (!m_model.service())
        return 0;
    int points = 0;
    for (const releases::Move &move : releases::movesBetween(m_model.service()->service.traffic, traffic()))
        points += std::max(0, move.after - move.before);
    return points;
}

std::optional<double> RollbackPlan::movingRate() const
{
    double rate = 0;
    bool isKnown = false;
    for (const TrafficShare &share : m_model.serving())
        if (const client::RevisionFigures *figures = m_model.figures(share.revision);
            figures && figures->requestsPerSecond) {
            rate += *figures->requestsPerSecond;
            isKnown = true;
        }
    return isKnown ? std::optional(rate * moving() / 100) : std::nullopt;
}

bool RollbackPlan::isLooking() const
{
    return std::any_of(m_checks.begin(), m_checks.end(),
                       [](const ReleaseCheck &check) { return check.state == State::Looking; });
}

bool RollbackPlan::fails() const
{
    return std::any_of(m_checks.begin(), m_checks.end(),
                       [](const ReleaseCheck &check) { return check.state == State::Fails; });
}

int RollbackPlan::done() const
{
    return static_cast<int>(std::count_if(m_checks.begin(), m_checks.end(), [](const ReleaseCheck &check) {
        return check.state != State::Looking;
    }));
}

bool RollbackPlan::isStale() const
{
    return SystemClock().wall() - m_lookedAt > kFresh;
}

bool RollbackPlan::isOvertaken() const
{
    return m_model.service() && m_model.service()->service.etag != m_etag;
}

void RollbackPlan::look()
{
    m_checks = {{Kind::Image, State::Looking, {}, 0, 0}};
    if (!m_model.service())
        return;
    addReady();
    addInstances();
    addKeys();
    addRecord();
    m_checks.push_back({Kind::Cloud, State::Looking, {}, 0, 0});
    m_lookedAt = SystemClock().wall();
    const client::ServiceBoard &board = *m_model.service();
    m_etag = board.service.etag;
    m_engine.checkRoute({board.place.environment, board.service.name.service, board.service.etag, traffic()},
                        this, [this, generation = ++m_generation](const Result<client::RouteCheck> &check) {
                            if (generation == m_generation)
                                take(check);
                        });
    emit changed();
}

void RollbackPlan::addReady()
{
    const cloud::Revision *revision = m_model.find(m_target);
    ReleaseCheck check{Kind::Ready, State::Fails, {}, 0, 0};
    if (revision != nullptr && revision->isReady())
        check.state = State::Passes;
    else if (revision != nullptr)
        if (const cloud::Condition *ready = revision->condition("Ready"))
            check.detail = ready->message;
    m_checks.push_back(check);
}

/// Without instances the first requests wait for one: no reason to stay where it burns.
void RollbackPlan::addInstances()
{
    const client::RevisionFigures *figures = m_model.figures(m_target);
    ReleaseCheck check{Kind::Instances, State::Unknown, {}, 0, 0};
    if (figures != nullptr && figures->instances) {
        check.figure = *figures->instances;
        check.state = check.figure > 0 ? State::Passes : State::Warns;
    }
    m_checks.push_back(check);
}

void RollbackPlan::addKeys()
{
    const cloud::Revision *target = m_model.find(m_target);
    const TrafficShares serving = m_model.serving();
    const auto other = std::find_if(serving.begin(), serving.end(),
                                    [this](const TrafficShare &share) { return share.revision != m_target; });
    const cloud::Revision *from = other == serving.end() ? nullptr : m_model.find(other->revision);
    ReleaseCheck check{Kind::Keys, State::Unknown, {}, 0, 0};
    if (target != nullptr && from != nullptr) {
        const auto there = keysOf(*target), now = keysOf(*from);
        auto all = there;
        all.insert(now.begin(), now.end());
        for (const auto &[key, value] : all) {
            const auto a = there.find(key), b = now.find(key);
            if (a != there.end() && b != now.end() && a->second == b->second)
                continue;
            ++check.other;
            check.detail += (check.detail.empty() ? "" : ", ") + key;
        }
        check.figure = static_cast<double>(there.size());
        check.state = check.other > 0 ? State::Warns : State::Passes;
    }
    m_checks.push_back(check);
}

void RollbackPlan::addRecord()
{
    const client::RevisionFigures *figures = m_model.figures(m_target);
    ReleaseCheck check{Kind::Record, State::Unknown, {}, 0, 0};
    if (figures != nullptr && figures->requests >= kFewRequests) {
        check.figure = figures->failures / figures->requests;
        check.other = figures->requests;
        check.state = check.figure > kManyFailures ? State::Warns : State::Passes;
    }
    m_checks.push_back(check);
}

void RollbackPlan::take(const Result<client::RouteCheck> &check)
{
    ReleaseCheck &image = m_checks.front(), &cloud = m_checks.back();
    image.state = State::Unknown;
    cloud.state = State::Passes;
    if (!check || check->refused) {
        const Error &error = check ? *check->refused : check.error();
        // An engine that does not know the question says nothing about the cloud.
        cloud.state = error.code == ErrorCode::HttpNotFound && !check ? State::Unknown : State::Fails;
        cloud.detail = error.detail.empty() ? std::string(codeTitle(error.code)) : error.detail;
    }
    if (check) {
        image.detail = check->image;
        if (check->imageFound)
            image.state = *check->imageFound ? State::Passes : State::Fails;
    }
    emit changed();
}

} // namespace batuta::views
