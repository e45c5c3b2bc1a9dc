// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_run.h"

#include <QAbstractItemModel>

namespace batuta::views {

/// Steps of one domain, where the flow has several.
struct TraceGroup
{
    std::string domain;
    std::vector<int> steps;
    Status status = Status::Queued;
    WallTime startedAt{};
    WallTime endedAt{}; ///< the latest end known; open groups end now
    bool hasRun = false;
    bool isOpen = false;
};

/// A trace as a tree of one column: run → group → step → attempt. Steps without a group stand under the run;
/// attempts are rows when there are at least two, and items of a foreach and steps of a sub-flow always.
/// Changes are told in place; the model is reset only for another execution or other steps. Holds no words:
/// the view makes them from the roles. On the window's thread.
class TraceModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Run, Group, Step, Attempt };
    enum Role {
        KindRole = Qt::UserRole + 1,
        StepRole,       ///< int: position in run().steps(); -1 for run and group
        PictureRole,    ///< int of Status
        StatusWordRole, ///< the engine's word
        StartRole,      ///< qint64, µs from the start of the execution
        DurationRole,   ///< qint64, µs; of what is open: up to the last tick
        OpenRole,       ///< bool: it still grows
        AttemptsRole,   ///< int: how many there were
        BackoffRole,    ///< qint64, µs: of an attempt the wait before it, of a step all its waits
        SegmentsRole,   ///< QVariantList, one {start, duration, status} for each attempt
        CriticalRole,   ///< bool
        StatusCodeRole, ///< int, 0 for none
        ReasonRole,     ///< QString: why it failed or was skipped
        HasRunRole,     ///< bool
        ItemRole,       ///< int: of an attempt of a foreach its item, else -1
    };
    /// What a row is: the position of its group or step, and of its attempt.
    struct Node
    {
        Kind kind = Kind::Run;
        int at = -1; ///< of a step or an attempt: the step; of a group: the group
        int attempt = -1;
    };

    explicit TraceModel(QObject *parent = nullptr);

    const TraceRun &run() const { return m_run; }
    const std::vector<TraceGroup> &groups() const { return m_groups; }

    /// The first record of an execution, with its flow: one change of all rows instead of two.
    void begin(client::ExecutionRecord record, const client::FlowSummary *flow);
    void setRecord(client::ExecutionRecord record);
    void setFlow(const client::FlowSummary *flow);
    /// Unfolds a sub-flow: its steps become rows of the step that started it.
    void setChild(int step, const client::ExecutionRecord &child);
    /// The same execution as it stood at another time, which is now.
    void showAnother(client::ExecutionRecord record, WallTime now);
    /// With `now` also what setNow() does. Returns whether any of them told something new.
    bool apply(const std::vector<client::EventRecord> &events, std::optional<WallTime> now = std::nullopt);
    /// The time up to which open bars grow.
    void setNow(WallTime now);
    WallTime now() const { return m_now; }
    void clear();

    Node node(const QModelIndex &index) const;
    QModelIndex indexOf(int step, int attempt = -1) const;
    QModelIndex runIndex() const { return index(0, 0); }
    /// Group of a step, or -1.
    int groupOf(int step) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// Facts of the execution changed: status, length, critical path.
    void runChanged();
    /// Something in the picture changed: bars, path or facts.
    void picturesChanged();

private:
    struct Place
    {
        int group = -1;
        int row = 0;
    };
    void changed(const TraceRun::Changed &changed);
    void build();
    void updateGroups(bool tell);
    void growAttempts(int step);
    void tell(const std::vector<int> &steps);
    QModelIndex groupIndex(int group) const;
    QVariant runData(int role) const;
    QVariant groupData(const TraceGroup &group, int role) const;
    QVariant stepData(int step, int role) const;
    QVariant attemptData(const TraceStep &step, std::size_t attempt, int role) const;
    QVariant segments(const TraceStep &step) const;
    qint64 startOf(WallTime at) const { return m_run.offset(at).count(); }

    TraceRun m_run;
    std::vector<TraceGroup> m_groups;
    std::vector<Node> m_top;    ///< children of the run
    std::vector<Place> m_place; ///< of each step
    std::vector<int> m_groupRow;
    std::vector<int> m_attempts; ///< rows of attempts that have been told, of each step
    WallTime m_now{};
};

} // namespace batuta::views
