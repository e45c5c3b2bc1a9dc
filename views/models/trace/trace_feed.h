// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/models/trace/trace_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace batuta::views {

/// Keeps the model of one execution up to date. Asks for its snapshot, applies the events that follow at most
/// each 250 ms, and asks again (at most each 250 ms, one question at a time) when something only a snapshot
/// can tell is missing: request and response of an ended attempt of the selected step, the end of the
/// execution, or events that were lost.
class TraceFeed final : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Ready, Unknown, Failed };

    TraceFeed(EngineLink &engine, TraceModel &model, QObject *parent = nullptr);

    void open(const QString &execution);
    void reload();
    const QString &execution() const { return m_execution; }
    State state() const { return m_state; }
    const Error &error() const { return m_error; } ///< in the states Unknown and Failed
    /// The step whose attempts are looked at; "" for none.
    void setSelected(const std::string &step);

signals:
    void stateChanged();
    void eventsApplied(); ///< something happened in the execution

private:
    void ask();
    void askSoon();
    void arrived(const QString &execution, Result<client::ExecutionRecord> record);
    void flush();
    void complete();
    void setState(State state);

    EngineLink &m_engine;
    TraceModel &m_model;
    QString m_execution;
    State m_state = State::Empty;
    Error m_error;
    std::string m_selected;
    std::vector<client::EventRecord> m_events; ///< that wait for the next flush
    QTimer m_flush;
    QTimer m_again;
    QElapsedTimer m_asked;
    qint64 m_cost = 0; ///< ms that the last snapshot took
    bool m_isAsking = false;
    bool m_isStale = false; ///< something happened while a question was on its way
    bool m_wasAway = false; ///< the engine could not be reached for a while
    bool m_hasEnd = false;  ///< a snapshot of the ended execution is there
};

} // namespace batuta::views
