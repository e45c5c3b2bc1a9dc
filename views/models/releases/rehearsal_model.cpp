// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/rehearsal_model.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kLookEvery = 400; // milliseconds between two looks

const std::string &targetName(const cloud::Service &service, const cloud::TrafficTarget &target)
{
    return target.isLatest() ? service.latestReady : target.revision;
}

} // namespace

std::string rehearsalTag(const cloud::Service &service, const std::string &revision)
{
    std::string tag;
    for (const cloud::TrafficTarget &target : service.routed.empty() ? service.traffic : service.routed) {
        if (targetName(service, target) != revision)
            continue;
        if (target.percent > 0)
            return {};
        if (tag.empty())
            tag = target.tag;
    }
    return tag;
}

RehearsalModel::RehearsalModel(EngineLink &engine, client::RehearsalRequest wanted,
                               std::vector<std::string> callers, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_wanted(std::move(wanted))
{
    for (const std::string &caller : callers)
        m_flows << QString::fromStdString(caller);
    m_callers = static_cast<int>(m_flows.size());
    for (const client::FlowSummary &flow : engine.flows())
        if (const QString name = QString::fromStdString(flow.name.value); !m_flows.contains(name))
            m_flows << name;
    m_again.setSingleShot(true);
    m_again.setInterval(kLookEvery);
    connect(&m_again, &QTimer::timeout, this, &RehearsalModel::look);
}

void RehearsalModel::start(const client::RehearsalRequest &request)
{
    if (isRunning())
        return;
    m_wanted = request;
    m_isAsked = true;
    m_problem.reset();
    m_state.reset();
    emit changed();
    m_engine.act(client::rehearsalAct(request, client::thisUser()), this,
                 [this](const Result<json::Value> &done) {
                     m_isAsked = done.has_value();
                     m_problem = done ? std::nullopt : std::optional(done.error());
                     emit changed();
                     if (!done)
                         return;
                     m_execution = QString::fromStdString((*done)["execution_id"].asString());
                     look();
                 });
}

void RehearsalModel::stop()
{
    if (!m_execution.isEmpty() && isRunning())
        m_engine.cancel(m_execution, this, [](const Result<void> &) {});
}

void RehearsalModel::look()
{
    m_engine.execution(m_execution, this, [this](const Result<client::ExecutionRecord> &record) {
        m_problem = record ? std::nullopt : std::optional(record.error());
        if (record) {
            m_state = client::rehearsalOf(*record);
            m_isAsked = false;
        }
        if (!record || (m_state && !m_state->isOver))
            m_again.start();
        emit changed();
    });
}

} // namespace batuta::views
