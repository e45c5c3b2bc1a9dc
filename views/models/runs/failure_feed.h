// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/models/runs/change_book.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace batuta::views {

/// What failed and what waits, as the engine tells it: asked for again at most every two seconds while runs
/// end. Lives on the window's thread.
class FailureFeed final : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };
    /// When a version, or a deployment, ran first.
    struct Change
    {
        WallTime version{}; ///< zero while unknown
        WallTime revision{};
    };

    explicit FailureFeed(EngineLink &link, QObject *parent = nullptr);

    /// Failures of runs that started in the last so many hours; 0 for all.
    void setHours(int hours);
    int hours() const { return m_hours; }
    /// While false nothing is asked: the page cannot be seen.
    void setWanted(bool wanted);
    void refresh();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    const client::FailureReport &report() const { return m_report; }
    const std::vector<client::WaitingStep> &waiting() const { return m_waiting; }
    const client::FailureGroup *group(const std::string &key) const;
    /// Asks for it when it is not known yet: changed() follows.
    Change changeBefore(const client::FailureGroup &group);
    /// What people published or edited in the time before the group's first failure, the newest first.
    std::vector<ChangeBook::Change> editsBefore(const client::FailureGroup &group, Duration window);

signals:
    void changed();

private:
    void ask();
    void askFirst(const std::string &name, client::ExecutionQuery query);

    EngineLink &m_link;
    client::FailureReport m_report;
    std::vector<client::WaitingStep> m_waiting;
    ChangeBook m_changes;
    std::map<std::string, WallTime> m_firsts; ///< of versions and revisions: zero while asked for
    Error m_error;
    QTimer m_again;
    State m_state = State::Loading;
    int m_hours = 24;
    int m_generation = 0;
    bool m_isWanted = false;
    bool m_isAsked = false;
    bool m_isStale = true;
};

} // namespace batuta::views
