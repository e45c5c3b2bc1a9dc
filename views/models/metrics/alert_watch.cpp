// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/alert_watch.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kEvery = 10'000;

bool isForDesktop(const series::AlertRule &rule)
{
    return std::find(rule.to.begin(), rule.to.end(), "desktop") != rule.to.end();
}

} // namespace

AlertWatch::AlertWatch(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, &AlertWatch::look);
    connect(&engine, &EngineLink::stateChanged, this, [this] {
        m_knows = m_knows && m_engine.isRunning(); // another engine's past is no news
        if (m_engine.isRunning())
            m_timer.start();
        else
            m_timer.stop();
    });
    if (engine.isRunning())
        m_timer.start();
}

void AlertWatch::look()
{
    m_engine.alerts(this, [this](const Result<series::AlertBook> &book) {
        if (book)
            came(*book);
    });
}

void AlertWatch::came(const series::AlertBook &book)
{
    std::map<std::string, bool> firing;
    const WallTime now = SystemClock().wall();
    for (const series::Alert &alert : book.alerts) {
        const bool isFiring = firing[alert.rule.name] = alert.state == series::AlertState::Firing;
        const auto before = m_firing.find(alert.rule.name);
        const bool wasFiring = before != m_firing.end() && before->second;
        if (!m_knows || isFiring == wasFiring || alert.mutedUntil > now || !isForDesktop(alert.rule))
            continue;
        if (isFiring)
            emit raised(alert);
        else
            emit resolved(alert);
    }
    m_firing = std::move(firing);
    m_knows = true;
    emit looked();
}

} // namespace batuta::views
