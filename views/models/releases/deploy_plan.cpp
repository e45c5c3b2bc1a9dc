// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/deploy_plan.h"

#include "engine/releases/draft.h"
#include "views/models/releases/releases_model.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr Duration kFreshLook = std::chrono::seconds(60);
constexpr int kBuildPoll = 700;
constexpr std::size_t kLongestLog = 256'000; ///< of a build, shown

/// As the mockups have it: little, then more, each long enough to see something.
std::vector<client::RolloutStage> usualStages()
{
    using std::chrono::minutes;
    return {{5, minutes(20)}, {25, minutes(20)}, {50, minutes(20)}};
}

std::vector<DeployDraft::Gate> usualGates()
{
    const auto gate = [](const char *figure, double max, bool isOn) {
        client::RolloutGate rule;
        rule.figure = figure;
        rule.max = max;
        return DeployDraft::Gate{std::move(rule), isOn};
    };
    return {gate("error_rate", 0.01, true), gate("p95", 2'000, true), gate("memory", 0.85, true)};
}

client::CloudPlace placeOf(const ReleasesModel &model)
{
    if (model.board())
        for (const client::CloudPlace &place : model.board()->places)
            if (place.environment == model.environment())
                return place;
    return {};
}

bool isTag(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

} // namespace

DeployPlan::Step stepOf(const std::string &code)
{
    if (code == "image" || code == "name")
        return DeployPlan::Step::Source;
    if (code == "env")
        return DeployPlan::Step::Keys;
    return code == "revision" ? DeployPlan::Step::Rollout : DeployPlan::Step::Configuration;
}

DeployPlan::DeployPlan(ReleasesModel &model, EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_engine(engine)
{
    m_buildPoll.setInterval(kBuildPoll);
    connect(&m_buildPoll, &QTimer::timeout, this, &DeployPlan::askBuild);
}

void DeployPlan::begin(bool isNew)
{
    m_draft = {};
    m_build = {};
    m_buildPoll.stop();
    m_draft.environment = m_model.environment();
    m_draft.region = placeOf(m_model).region;
    m_draft.isNew = isNew || !m_model.service();
    m_draft.stages = usualStages();
    m_draft.gates = usualGates();
    if (m_draft.isNew) {
        m_draft.begin(releases::guideDefaults());
    } else {
        m_draft.service = m_model.serviceName();
        m_draft.now = m_model.service()->service.config;
        m_draft.begin(m_draft.now);
        m_draft.rollout = DeployDraft::Rollout::Canary;
        m_draft.tag = "canary";
    }
    touched();
}

void DeployPlan::copy(const std::string &revision)
{
    const cloud::Revision *copied = m_model.find(revision);
    edit([&](DeployDraft &draft) {
        draft.from = copied == nullptr ? std::string() : revision;
        if (copied != nullptr)
            draft.begin(copied->config);
        else if (m_model.service())
            draft.begin(m_model.service()->service.config);
    });
}

void DeployPlan::touched()
{
    m_findings = m_draft.findings();
    m_changes = m_draft.changes();
    m_check.reset();
    m_problem.reset();
    m_isLooking = false;
    ++m_generation;
    emit changed();
}

bool DeployPlan::hasWarnings(Step step) const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [&](const releases::Finding &one) { return stepOf(one.code) == step; });
}

QString DeployPlan::whyNot(Step step) const
{
    for (const releases::Finding &one : m_findings)
        if (one.weight == releases::Finding::Weight::Fails && stepOf(one.code) == step &&
            (one.code != "name" || !m_draft.service.empty()))
            return QString::fromStdString(one.text);
    switch (step) {
    case Step::Source:
        if (m_draft.service.empty())
            return QString(QT_TRANSLATE_NOOP("DeployPlan", "The service has no name yet"));
        if (m_draft.source == DeployDraft::Source::Directory && m_build.status != "success")
            return isBuilding() ? QString(QT_TRANSLATE_NOOP("DeployPlan", "The image is being built"))
                                : QString(QT_TRANSLATE_NOOP("DeployPlan", "The image is not built yet"));
        return m_draft.source == DeployDraft::Source::Revision && m_draft.from.empty()
                   ? QString(QT_TRANSLATE_NOOP("DeployPlan", "No revision is chosen"))
                   : QString();
    case Step::Rollout:
        if (!isTag(m_draft.tag))
            return QString(QT_TRANSLATE_NOOP("DeployPlan", "A tag has small letters, digits and hyphens"));
        if (m_draft.rollout == DeployDraft::Rollout::NoTraffic && m_draft.tag.empty())
            return QString(
                QT_TRANSLATE_NOOP("DeployPlan", "Without traffic it needs a tag, or nobody could reach it"));
        if (m_draft.rollout != DeployDraft::Rollout::Canary)
            return {};
        if (m_draft.stages.empty())
            return QString(QT_TRANSLATE_NOOP("DeployPlan", "A canary needs a stage"));
        return m_draft.badStage() < 0
                   ? QString()
                   : QString(QT_TRANSLATE_NOOP("DeployPlan", "Stages rise from 1 % to 99 %"));
    case Step::Preflight:
        if (m_isLooking)
            return QString(QT_TRANSLATE_NOOP("DeployPlan", "The checks are not done yet"));
        return !m_check  ? QString(QT_TRANSLATE_NOOP("DeployPlan", "It has not been looked at yet"))
               : fails() ? QString(QT_TRANSLATE_NOOP("DeployPlan", "A check fails"))
                         : QString();
    default:
        return {};
    }
}

bool DeployPlan::isReachable(Step step) const
{
    for (int before = 0; before < static_cast<int>(step); ++before)
        if (!whyNot(static_cast<Step>(before)).isEmpty())
            return false;
    return true;
}

bool DeployPlan::isStale() const
{
    return !m_check || SystemClock().wall() - m_lookedAt > kFreshLook;
}

bool DeployPlan::fails() const
{
    return m_check && std::any_of(m_check->findings.begin(), m_check->findings.end(), [](const auto &one) {
               return one.state == client::DeployFinding::State::Fails;
           });
}

void DeployPlan::look()
{
    m_isLooking = true;
    m_problem.reset();
    client::ReleaseLookup lookup{"deploy", m_draft.environment, m_draft.service,
                                 client::toJson(m_draft.request())};
    emit changed();
    m_engine.lookUpRelease(lookup, this,
                           [this, generation = ++m_generation](const Result<json::Value> &answer) {
                               if (generation != m_generation)
                                   return;
                               m_isLooking = false;
                               Result<client::DeployCheck> check =
                                   answer ? client::deployCheckFromJson(*answer) : answer.error();
                               m_lookedAt = SystemClock().wall();
                               if (check)
                                   m_check = std::move(*check);
                               else
                                   m_problem = check.error();
                               emit changed();
                           });
}

void DeployPlan::build()
{
    if (isBuilding())
        return;
    client::Act act;
    act.verb = "build_image";
    act.subject = m_draft.environment + "/" + m_draft.service;
    act.actor = client::thisUser();
    act.data = json::Object{{"directory", m_draft.directory}, {"image", m_draft.image}};
    m_build = {};
    m_build.status = "packing";
    m_engine.act(std::move(act), this, [this](const Result<json::Value> &begun) {
        if (begun) {
            m_build.id = (*begun)["build"].asString();
            return m_buildPoll.start();
        }
        m_build.status = "failure";
        m_build.said = errorText(begun.error());
        emit buildChanged();
        emit changed();
    });
    emit buildChanged();
    emit changed();
}

void DeployPlan::askBuild()
{
    client::ReleaseLookup lookup{"build", m_draft.environment, m_draft.service,
                                 json::Object{{"id", m_build.id}, {"from", m_build.next}}};
    m_engine.lookUpRelease(lookup, this, [this, id = m_build.id](const Result<json::Value> &answer) {
        Result<client::BuildState> state = answer ? client::buildStateFromJson(*answer) : answer.error();
        if (!m_buildPoll.isActive() || id != m_build.id)
            return;
        if (!state) {
            m_buildPoll.stop();
            m_build.status = "failure";
            m_build.said = errorText(state.error());
        } else if (state->next >= m_build.next) {
            state->log = m_build.log + state->log;
            if (state->log.size() > kLongestLog)
                state->log.erase(0, state->log.size() - kLongestLog);
            m_build = std::move(*state);
        }
        emit buildChanged();
        if (isBuilding())
            return;
        m_buildPoll.stop();
        if (m_build.status == "success" && !m_build.image.empty())
            return edit([this](DeployDraft &draft) { draft.image = m_build.image; });
        emit changed();
    });
}

void DeployPlan::send(const QString &why, const QString &typed, bool withBackup)
{
    if (m_isSending)
        return;
    m_isSending = true;
    client::RolloutRequest request = m_draft.request();
    request.why = why.trimmed().toStdString();
    request.confirmed = typed.toStdString();
    emit changed();
    if (!withBackup)
        return rollOut(request);
    client::Act act;
    act.verb = "back_up";
    act.subject = m_draft.environment + "/";
    act.actor = client::thisUser();
    act.why = request.why;
    act.data = json::Object{};
    m_engine.act(std::move(act), this, [this, request](const Result<json::Value> &done) {
        if (!done)
            return refuse(done.error());
        rollOut(request);
    });
}

void DeployPlan::rollOut(const client::RolloutRequest &request)
{
    m_engine.act(client::rolloutAct(request, client::thisUser()), this,
                 [this](const Result<json::Value> &done) {
                     if (!done)
                         return refuse(done.error());
                     m_isSending = false;
                     emit changed();
                     emit sent(QString::fromStdString((*done)["execution_id"].asString()));
                 });
}

void DeployPlan::refuse(const Error &error)
{
    m_isSending = false;
    emit changed();
    emit refused(error);
}

} // namespace batuta::views
