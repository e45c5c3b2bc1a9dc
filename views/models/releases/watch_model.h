// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/release_lookups.h"
#include "engine/releases/watch.h"
#include "views/models/engine_link.h"

#include <optional>

namespace batuta::views {

/// Alerts on one service and the budget of its project: what there is, and what is saved. Lives on the
/// window's thread.
class WatchModel final : public QObject
{
    Q_OBJECT

public:
    WatchModel(EngineLink &engine, client::CloudPlace place, std::string service, QObject *parent = nullptr);

    const client::CloudPlace &place() const { return m_place; }
    const std::string &service() const { return m_service; }
    /// Nothing before the first answer.
    const std::optional<client::Watching> &watching() const { return m_watching; }
    const std::optional<Error> &problem() const { return m_problem; }
    bool isSaving() const { return m_isSaving; }
    void read();

    /// The alert of that kind on the service as it is, or as the guide means it: ready to be saved.
    releases::AlertForm alert(releases::AlertForm::Kind kind) const;
    /// The first budget that is about the project, or the usual one.
    cloud::Budget budget() const;
    void save(const releases::AlertForm &form, const QString &why);
    void save(const cloud::Budget &budget, const QString &why);

signals:
    void changed();
    void saved();

private:
    void send(client::Act act);

    EngineLink &m_engine;
    client::CloudPlace m_place;
    std::string m_service;
    std::optional<client::Watching> m_watching;
    std::optional<Error> m_problem;
    bool m_isSaving = false;
};

/// Amounts as people write them: `100`, `100.75`, `100,75`; nothing for what is no amount.
std::optional<std::int64_t> centsOf(const QString &text);
QString amountText(std::int64_t cents);
/// `50, 90, 100` as shares; nothing when one of them is none of 1 to 1,000 percent.
std::optional<std::vector<double>> sharesIn(const QString &text);

} // namespace batuta::views
