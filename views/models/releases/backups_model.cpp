// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/backups_model.h"

namespace batuta::views {

BackupsModel::BackupsModel(EngineLink &engine, std::string environment, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_environment(std::move(environment))
{
    read();
}

void BackupsModel::read()
{
    m_engine.lookUpRelease(
        {"backups", m_environment, {}, json::Object{}}, this, [this](const Result<json::Value> &answer) {
            Result<client::BackupList> list = answer ? client::backupListFromJson(*answer) : answer.error();
            m_problem = list ? std::nullopt : std::optional(list.error());
            if (list)
                m_list = std::move(*list);
            emit changed();
        });
}

void BackupsModel::backUp()
{
    if (isBusy())
        return;
    m_isBackingUp = true;
    client::Act act;
    act.verb = "back_up";
    act.subject = m_environment + "/";
    act.actor = client::thisUser();
    act.data = json::Object{};
    emit changed();
    m_engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        m_isBackingUp = false;
        m_problem = done ? std::nullopt : std::optional(done.error());
        emit changed();
        if (!done)
            return;
        emit backedUp(QString::fromStdString((*done)["folder"].asString()),
                      static_cast<int>((*done)["services"].asInteger()));
        read();
    });
}

void BackupsModel::compare(const std::string &backup, const std::vector<std::string> &services)
{
    m_sides.clear();
    m_now.clear();
    m_then.clear();
    m_problem.reset();
    m_missing = static_cast<int>(services.size());
    const int generation = ++m_generation;
    emit changed();
    for (const std::string &service : services)
        m_engine.lookUpRelease({"backup", m_environment, service, json::Object{{"backup", backup}}}, this,
                               [this, service, generation](const Result<json::Value> &answer) {
                                   if (generation != m_generation)
                                       return;
                                   Result<client::BackupSides> sides =
                                       answer ? client::backupSidesFromJson(*answer) : answer.error();
                                   if (sides)
                                       m_sides[service] = std::move(*sides);
                                   else
                                       m_problem = sides.error();
                                   if (--m_missing == 0)
                                       gather();
                                   emit changed();
                               });
}

/// All of them below each other, in the order of their names.
void BackupsModel::gather()
{
    for (const auto &[service, sides] : m_sides) {
        const std::string title = m_sides.size() > 1 ? "# " + service + "\n" : std::string();
        m_now += title + sides.now;
        m_then += title + sides.then;
    }
}

void BackupsModel::restore(const std::string &backup, const std::vector<std::string> &services,
                           const QString &why, const QString &typed)
{
    if (isBusy() || services.empty())
        return;
    m_restored.clear();
    m_waiting = services;
    m_act = {};
    m_act.verb = "restore_service";
    m_act.actor = client::thisUser();
    m_act.why = why.trimmed().toStdString();
    m_act.data = json::Object{{"backup", backup}, {"confirmed", typed.toStdString()}};
    restoreNext();
}

void BackupsModel::restoreNext()
{
    emit changed();
    if (m_waiting.empty())
        return emit restoreEnded();
    const std::string service = m_waiting.front();
    client::Act act = m_act;
    act.subject = m_environment + "/" + service;
    m_engine.act(std::move(act), this, [this, service](const Result<json::Value> &done) {
        m_restored.push_back({service, done ? std::nullopt : std::optional(done.error())});
        if (done)
            m_waiting.erase(m_waiting.begin());
        else
            m_waiting.clear();
        restoreNext();
    });
}

} // namespace batuta::views
