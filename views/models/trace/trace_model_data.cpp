// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What each kind of row of a TraceModel answers to its roles.
#include "views/models/text.h"
#include "views/models/trace/trace_model.h"

#include <algorithm>

namespace batuta::views {
QVariant TraceModel::runData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(m_run.record().flow);
    case PictureRole:
        return static_cast<int>(m_run.picture());
    case StatusWordRole:
        return textOf(m_run.record().status);
    case StartRole:
        return qint64(0);
    case DurationRole:
        return qint64(m_run.length(m_now).count());
    case OpenRole:
        return !m_run.hasEnded();
    case ReasonRole:
        return textOf(m_run.record().error);
    case HasRunRole:
        return true;
    default:
        return {};
    }
}

QVariant TraceModel::groupData(const TraceGroup &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(group.domain);
    case PictureRole:
        return static_cast<int>(group.status);
    case StartRole:
        return group.hasRun ? startOf(group.startedAt) : qint64(0);
    case DurationRole:
        return group.hasRun ? qint64((group.endedAt - group.startedAt).count()) : qint64(0);
    case OpenRole:
        return group.isOpen;
    case HasRunRole:
        return group.hasRun;
    default:
        return {};
    }
}

QVariant TraceModel::stepData(int at, int role) const
{
    const TraceStep &step = m_run.step(at);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(step.id);
    case PictureRole:
        return static_cast<int>(step.picture());
    case StatusWordRole:
        return textOf(step.status);
    case StartRole:
        return startOf(step.startedAt);
    case DurationRole:
        return qint64((step.end(m_now) - step.startedAt).count());
    case OpenRole:
        return step.isOpen();
    case AttemptsRole:
        return static_cast<int>(step.attempts.size());
    case BackoffRole:
        return qint64(step.waited().count());
    case SegmentsRole:
        return segments(step);
    case CriticalRole:
        return step.isCritical;
    case StatusCodeRole:
        return step.statusCode;
    case ReasonRole:
        return textOf(step.reason);
    case HasRunRole:
        return step.hasRun();
    default:
        return {};
    }
}

QVariant TraceModel::segments(const TraceStep &step) const
{
    QVariantList list;
    for (const TraceAttempt &attempt : step.attempts) {
        const Duration length =
            attempt.isOpen
                ? std::chrono::duration_cast<Duration>(std::max(m_now, attempt.startedAt) - attempt.startedAt)
                : attempt.duration;
        list.push_back(QVariantList{startOf(attempt.startedAt), qint64(length.count()),
                                    static_cast<int>(attempt.status)});
    }
    return list;
}

QVariant TraceModel::attemptData(const TraceStep &step, std::size_t at, int role) const
{
    const TraceAttempt &attempt = step.rows()[at];
    switch (role) {
    case Qt::DisplayRole:
        return attempt.number;
    case ItemRole:
        return attempt.item;
    case PictureRole:
        return static_cast<int>(attempt.status);
    case StartRole:
        return startOf(attempt.startedAt);
    case DurationRole:
        return attempt.isOpen ? qint64((std::max(m_now, attempt.startedAt) - attempt.startedAt).count())
                              : qint64(attempt.duration.count());
    case OpenRole:
        return attempt.isOpen;
    case BackoffRole:
        return qint64(backoffBefore(step, at).count());
    case CriticalRole:
        return step.isCritical;
    case StatusCodeRole:
        return attempt.statusCode;
    case ReasonRole:
        return textOf(attempt.error);
    case HasRunRole:
        return true;
    default:
        return {};
    }
}

} // namespace batuta::views
