// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/trace_model.h"

#include <algorithm>
#include <map>

namespace batuta::views {
namespace {

// An index carries kind and position in its id; the row of an attempt is its number.
quintptr idOf(TraceModel::Kind kind, int at)
{
    return (static_cast<quintptr>(at) << 2) | static_cast<quintptr>(kind);
}

int rowsOf(const TraceStep &step)
{
    const auto rows = static_cast<int>(step.rows().size());
    return rows >= 2 || !step.items.empty() ? rows : 0;
}

/// Worst first; what is open comes before what has ended well.
int weight(Status status)
{
    switch (status) {
    case Status::Failed:
        return 6;
    case Status::Running:
        return 5;
    case Status::Waiting:
        return 4;
    case Status::Cancelled:
        return 3;
    case Status::Success:
        return 2;
    case Status::Queued:
        return 1;
    case Status::Skipped:
        return 0;
    }
    return 0;
}

} // namespace

TraceModel::TraceModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_now(SystemClock().wall())
{
}

void TraceModel::setRecord(client::ExecutionRecord record)
{
    if (m_run.isOther(record))
        beginResetModel(); // changed() ends it
    changed(m_run.setRecord(std::move(record)));
}

void TraceModel::begin(client::ExecutionRecord record, const client::FlowSummary *flow)
{
    if (m_run.isEmpty())
        m_run.setFlow(flow); // there is no step yet that could change
    setRecord(std::move(record));
}

void TraceModel::setFlow(const client::FlowSummary *flow)
{
    TraceRun::FlowFacts facts = TraceRun::factsOf(flow);
    if (m_run.differsWith(facts)) // a reset must begin before the data changes
        beginResetModel();
    changed(m_run.setFlow(std::move(facts)));
}

void TraceModel::setChild(int step, const client::ExecutionRecord &child)
{
    m_run.setChild(step, child);
    growAttempts(step);
    tell({step});
    emit picturesChanged();
}

void TraceModel::showAnother(client::ExecutionRecord record, WallTime now)
{
    if (m_run.isOther(record))
        return;
    m_now = now;
    changed(m_run.showAnother(std::move(record)));
}

bool TraceModel::apply(const std::vector<client::EventRecord> &events, std::optional<WallTime> now)
{
    const TraceRun::Changed change = m_run.apply(events);
    if (change.isEmpty()) {
        if (now)
            setNow(*now);
        return false;
    }
    m_now = now.value_or(m_now);
    changed(change);
    return true;
}

void TraceModel::clear()
{
    beginResetModel();
    m_run = {};
    build();
    endResetModel();
    emit runChanged();
}

void TraceModel::setNow(WallTime now)
{
    m_now = now;
    if (m_run.hasEnded() || m_run.isEmpty())
        return;
    m_run.updatePathTime(m_now);
    updateGroups(true);
    emit runChanged();
    emit picturesChanged();
}

void TraceModel::changed(const TraceRun::Changed &change)
{
    const std::vector<int> onPath = m_run.updatePath(m_now);
    if (change.structure) {
        build();
        updateGroups(false);
        endResetModel();
    } else {
        for (const int step : change.steps)
            growAttempts(step);
        tell(change.steps);
        tell(onPath);
        updateGroups(true);
        if (change.run && !m_run.isEmpty())
            emit dataChanged(runIndex(), runIndex());
    }
    emit runChanged();
    emit picturesChanged();
}

void TraceModel::build()
{
    m_groups.clear();
    m_top.clear();
    m_groupRow.clear();
    const std::vector<TraceStep> &steps = m_run.steps();
    m_place.assign(steps.size(), {});
    m_attempts.assign(steps.size(), 0);
    std::map<std::string, int> count;
    for (const TraceStep &step : steps)
        ++count[step.domain];
    std::map<std::string, int> groups;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string &domain = steps[i].domain;
        const int at = static_cast<int>(i);
        // A group says something only when it holds more than one step, and not all of them.
        if (domain.empty() || count[domain] < 2 || count.size() < 2) {
            m_place[i] = {-1, static_cast<int>(m_top.size())};
            m_top.push_back({Kind::Step, at, -1});
        } else {
            const auto [entry, isNew] = groups.emplace(domain, static_cast<int>(m_groups.size()));
            if (isNew) {
                m_groupRow.push_back(static_cast<int>(m_top.size()));
                m_top.push_back({Kind::Group, entry->second, -1});
                m_groups.push_back({domain, {}, Status::Queued, {}, {}, false, false});
            }
            TraceGroup &group = m_groups[static_cast<std::size_t>(entry->second)];
            m_place[i] = {entry->second, static_cast<int>(group.steps.size())};
            group.steps.push_back(at);
        }
        m_attempts[i] = rowsOf(steps[i]);
    }
}

void TraceModel::updateGroups(bool tell)
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        TraceGroup &group = m_groups[i];
        TraceGroup next{group.domain, std::move(group.steps), Status::Skipped, {}, {}, false, false};
        for (const int at : next.steps) {
            const TraceStep &step = m_run.step(at);
            if (weight(step.picture()) > weight(next.status))
                next.status = step.picture();
            next.isOpen = next.isOpen || step.isOpen();
            if (!step.hasRun())
                continue;
            next.startedAt = next.hasRun ? std::min(next.startedAt, step.startedAt) : step.startedAt;
            next.endedAt = std::max(next.endedAt, step.end(m_now));
            next.hasRun = true;
        }
        const bool differs = next.status != group.status || next.endedAt != group.endedAt;
        group = std::move(next);
        if (differs && tell)
            emit dataChanged(groupIndex(static_cast<int>(i)), groupIndex(static_cast<int>(i)));
    }
}

void TraceModel::growAttempts(int step)
{
    int &shown = m_attempts[static_cast<std::size_t>(step)];
    const int rows = rowsOf(m_run.step(step));
    if (rows > shown) {
        beginInsertRows(indexOf(step), shown, rows - 1);
        shown = rows;
        endInsertRows();
    } else if (rows < shown) {
        beginRemoveRows(indexOf(step), rows, shown - 1);
        shown = rows;
        endRemoveRows();
    }
}

void TraceModel::tell(const std::vector<int> &steps)
{
    for (const int step : steps) {
        const QModelIndex index = indexOf(step);
        emit dataChanged(index, index);
        if (const int rows = m_attempts[static_cast<std::size_t>(step)]; rows > 0)
            emit dataChanged(indexOf(step, 0), indexOf(step, rows - 1));
    }
}

TraceModel::Node TraceModel::node(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto kind = static_cast<Kind>(index.internalId() & 3);
    return {kind, static_cast<int>(index.internalId() >> 2), kind == Kind::Attempt ? index.row() : -1};
}

QModelIndex TraceModel::indexOf(int step, int attempt) const
{
    if (step < 0 || step >= static_cast<int>(m_place.size()))
        return {};
    if (attempt >= 0)
        return attempt < m_attempts[static_cast<std::size_t>(step)]
                   ? createIndex(attempt, 0, idOf(Kind::Attempt, step))
                   : QModelIndex();
    return createIndex(m_place[static_cast<std::size_t>(step)].row, 0, idOf(Kind::Step, step));
}

int TraceModel::groupOf(int step) const
{
    return m_place[static_cast<std::size_t>(step)].group;
}

QModelIndex TraceModel::groupIndex(int group) const
{
    return createIndex(m_groupRow[static_cast<std::size_t>(group)], 0, idOf(Kind::Group, group));
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(0, 0, idOf(Kind::Run, 0));
    const Node of = node(parent);
    if (of.kind == Kind::Run) {
        const Node &child = m_top[static_cast<std::size_t>(row)];
        return createIndex(row, 0, idOf(child.kind, child.at));
    }
    if (of.kind == Kind::Group)
        return createIndex(
            row, 0,
            idOf(Kind::Step, m_groups[static_cast<std::size_t>(of.at)].steps[static_cast<std::size_t>(row)]));
    return createIndex(row, 0, idOf(Kind::Attempt, of.at));
}

QModelIndex TraceModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node of = node(child);
    if (of.kind == Kind::Run)
        return {};
    if (of.kind == Kind::Attempt)
        return indexOf(of.at);
    if (of.kind == Kind::Step)
        if (const int group = groupOf(of.at); group >= 0)
            return groupIndex(group);
    return runIndex();
}

int TraceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_run.isEmpty() ? 0 : 1;
    const Node of = node(parent);
    switch (of.kind) {
    case Kind::Run:
        return static_cast<int>(m_top.size());
    case Kind::Group:
        return static_cast<int>(m_groups[static_cast<std::size_t>(of.at)].steps.size());
    case Kind::Step:
        return m_attempts[static_cast<std::size_t>(of.at)];
    case Kind::Attempt:
        break;
    }
    return 0;
}

int TraceModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node of = node(index);
    if (role == KindRole)
        return static_cast<int>(of.kind);
    if (role == StepRole)
        return of.kind == Kind::Step || of.kind == Kind::Attempt ? of.at : -1;
    switch (of.kind) {
    case Kind::Run:
        return runData(role);
    case Kind::Group:
        return groupData(m_groups[static_cast<std::size_t>(of.at)], role);
    case Kind::Step:
        return stepData(of.at, role);
    case Kind::Attempt:
        return attemptData(m_run.step(of.at), static_cast<std::size_t>(of.attempt), role);
    }
    return {};
}

} // namespace batuta::views
