// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/models/runs/run_filter.h"
#include "views/models/runs/run_window.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <unordered_map>

namespace batuta::views {

/// The list of executions, live. Loads the pages around the rows that are seen (setVisible) and forgets the
/// others; changes rows in place as events come, at most every 250 ms; keeps new rows back while it is told
/// to (setHolding) or paused, and counts them. Gives meaning only: no words, no colours. Lives on the
/// window's thread.
class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StatusColumn,
        StartedColumn,
        ExecutionColumn,
        FlowColumn,
        StepsColumn,
        DurationColumn,
        RetriesColumn,
        SubjectColumn,
        RevisionColumn,
        EnvironmentColumn,
        TriggerColumn,
        VersionColumn,
        DetailColumn,
        SessionColumn,
        CorrelationColumn,
        ColumnCount,
    };
    enum Role {
        StatusRole = Qt::UserRole + 100, ///< int of Status; the number that the shared delegates read
        CellsRole = Qt::UserRole + 110,  ///< QByteArray: a Status for each step, in the order of the flow
        DurationRole,                    ///< qint64, microseconds; of a running one until now
    };
    /// Where the loading stands.
    enum class State { Loading, Ready, Failed };

    explicit RunsModel(EngineLink &link, QObject *parent = nullptr);

    const RunFilter &filter() const { return m_filter; }
    /// Lists again with another filter or order.
    void setFilter(const RunFilter &filter);
    /// Lists again from the engine. Rows stay until the answer comes.
    void reload();
    /// Asks again for what could not be loaded.
    void retry();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    /// More runs are still being counted than rowCount() says.
    bool isCounting() const { return m_isCounting; }
    /// By duration only so many are listed; there are more.
    bool isCut() const { return m_isCut; }
    /// By duration: such a list does not follow the engine. What ended meanwhile is counted as held.
    bool isRanked() const { return client::isByDuration(m_filter.order); }
    /// When the rows last agreed with the engine.
    WallTime freshAt() const { return m_freshAt; }
    /// Until when runs have lasted: now, or when the list stopped following the engine.
    WallTime now() const;
    bool isFollowing() const { return !m_isPaused && m_link.isRunning(); }

    /// The rows that can be seen: their surroundings are loaded. `pinned` (the selected row, or -1) stays so.
    void setVisible(int first, int last, int pinned);
    /// New runs are kept back while true; those kept before stay so until release().
    void setHolding(bool holding);
    bool isHolding() const { return m_isHolding || m_isPaused || isRanked(); }
    /// Nothing on screen changes while paused; what comes is counted.
    void setPaused(bool paused);
    bool isPaused() const { return m_isPaused; }
    int heldCount() const { return m_heldCount; }
    /// Inserts what was kept back; by duration lists again.
    void release();
    /// Started executions a second, over the last ten seconds.
    double rate() const;

    /// Null while its page is not loaded. Valid until the model changes.
    const RunRow *run(int row) const { return m_window.row(row); }
    int loadedPages() const { return m_window.loadedPages(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged(); ///< also of isCounting()
    void heldChanged();
    void rateChanged();

private:
    using PageShape = std::pair<int, std::string>; ///< how many, and the first

    QVariant textAt(const RunRow &run, int column) const;
    // Loading (runs_loading.cpp)
    client::ExecutionQuery queryOf(const RunPage &page) const;
    void firstPageCame(int generation, Result<client::ExecutionPage> page);
    void countOn(const std::string &cursor);
    void countCame(int generation, Result<client::ExecutionPage> page);
    void loadNear();
    int pageToLoad() const;
    void ask(int page);
    void pageCame(int serial, const PageShape &shape, Result<client::ExecutionPage> answer);
    void replaceRows(int page, RunRows rows);
    void forgetFar();
    void refreshLoaded();
    void fail(const Error &error);
    RunRows rowsOf(const std::vector<client::ExecutionRecord> &records, const std::string &firstId) const;
    std::shared_ptr<RunRow> rowFrom(const client::ExecutionRecord &record) const;
    // Live (runs_live.cpp)
    void eventsCame(const client::EventBatch &batch);
    void noteFresh(const client::EventRecord &event);
    void flush();
    bool applyToHeld(const client::EventRecord &event);
    void tellChanged();
    void fetchFresh();
    void freshCame(int generation, Result<client::ExecutionPage> page);
    void hold(RunRows runs);
    void insertRuns(RunRows runs);
    bool isOldestFirst() const { return m_filter.order == client::Order::Oldest; }
    int rowFor(const RunRow &run) const;
    void catchUp();
    void caughtUp(const RunPage::Place &place, Result<client::ExecutionPage> page);
    void insertPages(std::vector<RunPage> pages);
    void setHeldCount(int count);
    void linkChanged();

    EngineLink &m_link;
    RunFilter m_filter;
    RunWindow m_window;
    State m_state = State::Loading;
    Error m_error;
    WallTime m_freshAt{};
    std::optional<WallTime> m_since; ///< the filter's, as of the last reload
    int m_generation = 0;            ///< answers to older questions are dropped
    int m_asked = 0;
    bool m_isCounting = false;
    bool m_isCut = false;
    bool m_mustReload = false;
    int m_firstSeen = 0, m_lastSeen = 0, m_pinned = -1;

    QTimer m_flushTimer;
    std::vector<client::EventRecord> m_events; ///< not yet applied
    /// Of the last two seconds: they are applied to every answer, which may be older than they are.
    std::deque<client::EventRecord> m_recent;
    /// Runs that may belong into the list, and how many answers did not have them: what begins is found only
    /// once its beginning has been written.
    std::unordered_map<std::string, int> m_fresh;
    bool m_isFetching = false;
    bool m_isCatchingUp = false;
    bool m_isHolding = false;
    bool m_isPaused = false;
    WallTime m_pausedAt{};
    RunRows m_held;                   ///< newest first
    std::vector<RunPage> m_heldPages; ///< older than m_held, not loaded
    int m_heldCount = 0;
    std::deque<qint64> m_starts; ///< times of the last started executions, ms of m_clock
    QElapsedTimer m_clock;
    QTimer m_rateTimer;
};

} // namespace batuta::views
