// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/runs_model.h"

#include "views/models/text.h"

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kFlush = 250;     // ms: what is seen changes at most this often
constexpr int kRateTick = 1000; // ms

QByteArray cellsOf(const RunRow &run)
{
    QByteArray cells;
    cells.reserve(static_cast<qsizetype>(run.steps.size()));
    for (const RunStep &step : run.steps)
        cells.append(static_cast<char>(statusOf(step.status)));
    return cells;
}

} // namespace

RunsModel::RunsModel(EngineLink &link, QObject *parent)
    : QAbstractTableModel(parent)
    , m_link(link)
{
    m_clock.start();
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(kFlush);
    m_rateTimer.setInterval(kRateTick);
    connect(&m_flushTimer, &QTimer::timeout, this, &RunsModel::flush);
    connect(&m_rateTimer, &QTimer::timeout, this, &RunsModel::rateChanged);
    connect(&m_link, &EngineLink::eventsArrived, this, &RunsModel::eventsCame);
    connect(&m_link, &EngineLink::eventsLost, this, &RunsModel::catchUp);
    connect(&m_link, &EngineLink::stateChanged, this, &RunsModel::linkChanged);
    connect(&m_link, &EngineLink::infoChanged, this, [this] { m_freshAt = SystemClock().wall(); });
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.size();
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    const RunRow *run = index.isValid() ? m_window.row(index.row()) : nullptr;
    if (!run)
        return {};
    if (role == Qt::DisplayRole)
        return textAt(*run, index.column());
    if (role == StatusRole)
        return static_cast<int>(statusOf(run->shownStatus()));
    if (role == CellsRole)
        return cellsOf(*run);
    if (role == DurationRole)
        return static_cast<qint64>(run->lasted(now()).count());
    return {};
}

QVariant RunsModel::textAt(const RunRow &run, int column) const
{
    switch (column) {
    case StatusColumn: {
        const std::string_view status = run.shownStatus();
        return QString::fromUtf8(status.data(), static_cast<qsizetype>(status.size()));
    }
    case StartedColumn:
        return textOf(isoTime(run.startedAt));
    case ExecutionColumn:
        return textOf(run.id);
    case FlowColumn:
        return textOf(run.flow);
    case StepsColumn:
        return static_cast<int>(run.steps.size());
    case DurationColumn:
        return static_cast<qint64>(run.lasted(now()).count());
    case RetriesColumn:
        return run.retries();
    case SubjectColumn:
        return textOf(run.userId);
    case EnvironmentColumn:
        return textOf(run.environment);
    case TriggerColumn:
        return textOf(run.trigger);
    case DetailColumn: {
        const RunStep *step = run.isEnded() ? nullptr : run.currentStep();
        return textOf(step ? step->name : run.error);
    }
    case SessionColumn:
        return textOf(run.sessionId);
    case CorrelationColumn:
        return textOf(run.correlationId);
    case RevisionColumn:
        return textOf(run.revision);
    case VersionColumn:
        return textOf(run.flowVersion);
    default:
        return {};
    }
}

WallTime RunsModel::now() const
{
    if (m_isPaused)
        return m_pausedAt;
    return m_link.isRunning() ? SystemClock().wall() : m_freshAt;
}

void RunsModel::setFilter(const RunFilter &filter)
{
    if (filter == m_filter && m_generation > 0)
        return;
    m_filter = filter;
    reload();
}

double RunsModel::rate() const
{
    constexpr qint64 kWindow = 10'000;
    const qint64 now = m_clock.elapsed();
    const auto recent = static_cast<double>(
        std::count_if(m_starts.begin(), m_starts.end(), [now](qint64 at) { return now - at <= kWindow; }));
    return recent * 1000 / kWindow;
}

} // namespace batuta::views
