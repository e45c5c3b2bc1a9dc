// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/deploy_run.h"

#include "engine/json/json.h"
#include "engine/releases/traffic.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kRunPace = 800;

/// What a step has failed of, in the words of its last attempt.
std::string failureOf(const client::StepRecord &step)
{
    const json::Array &attempts = step.attemptsDetail.asArray();
    const std::string said = attempts.empty() ? std::string() : attempts.back()["error"].asString();
    return said.empty() ? step.reason : said;
}

} // namespace

DeployRun::DeployRun(EngineLink &engine, QString execution, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_execution(std::move(execution))
    , m_log(engine)
{
    m_again.setInterval(kRunPace);
    connect(&m_again, &QTimer::timeout, this, &DeployRun::ask);
    connect(&m_log, &LogTail::changed, this, &DeployRun::changed);
    m_again.start();
    ask();
}

void DeployRun::ask()
{
    if (m_isAsking || !m_engine.isRunning())
        return;
    m_isAsking = true;
    m_engine.execution(m_execution, this, [this](const Result<client::ExecutionRecord> &record) {
        m_isAsking = false;
        if (record)
            return take(*record);
        m_problem = record.error();
        emit changed();
    });
}

void DeployRun::take(const client::ExecutionRecord &record)
{
    m_problem.reset();
    const bool wasOver = isOver();
    m_startedAt = record.startedAt;
    m_state = client::rolloutOf(record);
    m_phases.clear();
    for (const client::StepRecord &step : record.steps)
        m_phases << Phase{QString::fromStdString(step.step), step.status,
                          step.status == "failed" ? failureOf(step) : std::string(), step.startedAt,
                          step.endedAt};
    if (m_state && !m_state->revision.empty() && m_logged != m_state->revision) {
        m_logged = m_state->revision;
        m_log.start(m_state->environment, m_state->service,
                    "resource.labels.revision_name=\"" + m_logged + "\"", m_startedAt);
    }
    emit changed();
    if (!wasOver)
        askService();
    if (wasOver || !isOver())
        return;
    m_again.stop();
    emit ended();
}

void DeployRun::askService()
{
    if (!m_state)
        return;
    m_engine.releasedService(
        {m_state->environment, m_state->service}, this, [this](const Result<client::ServiceBoard> &board) {
            if (!board)
                return;
            const cloud::Service &service = board->service;
            m_traffic = releases::trafficText(service.routed.empty() ? service.traffic : service.routed);
            m_conditions.clear();
            const auto &all = board->revisions;
            // Before the step has ended nobody tells its name: it is the newest.
            const auto found = std::find_if(all.begin(), all.end(), [&](const cloud::Revision &one) {
                return m_state->revision.empty() ? one.created >= m_startedAt : one.name == m_state->revision;
            });
            if (found != all.end())
                m_conditions = found->conditions;
            emit changed();
        });
}

} // namespace batuta::views
