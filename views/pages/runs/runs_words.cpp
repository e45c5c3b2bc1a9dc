// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/runs_words.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/delegates.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QBrush>
#include <QLocale>

namespace batuta::views {

static_assert(static_cast<int>(RunsModel::StatusRole) == static_cast<int>(StatusRole));

namespace {

constexpr auto kFlash = std::chrono::milliseconds(600);

bool isRight(int column)
{
    return column == RunsModel::RetriesColumn;
}

/// What is shown as it is.
QString fieldOf(const RunRow &run, int column)
{
    switch (column) {
    case RunsModel::StatusColumn: {
        const std::string_view status = run.shownStatus();
        return QString::fromUtf8(status.data(), static_cast<qsizetype>(status.size()));
    }
    case RunsModel::FlowColumn:
        return QString::fromStdString(run.flow);
    case RunsModel::SubjectColumn:
        return QString::fromStdString(run.userId);
    case RunsModel::TriggerColumn:
        return QString::fromStdString(run.trigger);
    case RunsModel::SessionColumn:
        return QString::fromStdString(run.sessionId);
    case RunsModel::CorrelationColumn:
        return QString::fromStdString(run.correlationId);
    case RunsModel::RevisionColumn:
        return QString::fromStdString(run.revision);
    case RunsModel::VersionColumn:
        return QString::fromStdString(run.flowVersion);
    default:
        return {};
    }
}

} // namespace

RunsWords::RunsWords(RunsModel &model, const Preferences &preferences, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
    , m_preferences(preferences)
{
    setSourceModel(&model);
}

QVariant RunsWords::data(const QModelIndex &index, int role) const
{
    const RunRow *run = index.isValid() ? m_model.run(index.row()) : nullptr;
    if (role == Qt::BackgroundRole)
        return ground(index.row(), run);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    if (!run)
        return role == Qt::AccessibleTextRole ? QVariant(tr("This run is being loaded")) : QVariant();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(*run, column);
    case Qt::ToolTipRole:
        return hint(*run, column);
    case Qt::AccessibleTextRole:
        return column == RunsModel::StatusColumn ? sentence(*run)
                                                 : columnName(column) + ' ' + hint(*run, column);
    case MutedRole:
        return column == RunsModel::StartedColumn || column > RunsModel::RetriesColumn;
    case StatusInkRole:
        if (column == RunsModel::RetriesColumn)
            return static_cast<int>(Status::Waiting);
        if (column == RunsModel::DetailColumn && statusOf(run->status) == Status::Failed)
            return static_cast<int>(Status::Failed);
        return {};
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

/// The row under the pointer, and for a moment one that has just come, stand out.
QVariant RunsWords::ground(int row, const RunRow *run) const
{
    const Theme &theme = themeOf(nullptr);
    const Colors &c = theme.colors();
    if (run && !theme.reducedMotion() && SystemClock().wall() - run->enteredAt < kFlash)
        return QBrush(c.accent.soft);
    return row == m_hovered ? QVariant(QBrush(mixed(c.panel, c.active, 0.45))) : QVariant();
}

QVariant RunsWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return columnName(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role == Qt::ToolTipRole)
        return section == RunsModel::StartedColumn ? tr("Sort by start, or turn the order round")
               : section == RunsModel::DurationColumn
                   ? tr("Sort what has ended by its duration")
                   : tr("Runs are sorted by their start or their duration: "
                        "of so many, no other order would be quick.");
    return {};
}

/// By duration the days are mixed: of another day than today the day says more than the time.
QString RunsWords::startWord(WallTime at) const
{
    const bool utc = m_preferences.utc();
    const auto day = [utc](WallTime time) { return dayAndTime(time, utc).section(' ', 0, 1); };
    return m_model.isRanked() && day(at) != day(SystemClock().wall()) ? day(at) : clockTime(at, utc);
}

QString RunsWords::columnName(int column) const
{
    switch (column) {
    case RunsModel::StatusColumn:
        return tr("Status");
    case RunsModel::StartedColumn:
        return tr("Started");
    case RunsModel::ExecutionColumn:
        return tr("Execution");
    case RunsModel::FlowColumn:
        return tr("Flow");
    case RunsModel::StepsColumn:
        return tr("Steps");
    case RunsModel::DurationColumn:
        return tr("Duration");
    case RunsModel::RetriesColumn:
        return tr("Retries");
    case RunsModel::SubjectColumn:
        return tr("Subject");
    case RunsModel::EnvironmentColumn:
        return tr("Environment");
    case RunsModel::TriggerColumn:
        return tr("Trigger");
    case RunsModel::DetailColumn:
        return tr("Detail");
    case RunsModel::SessionColumn:
        return tr("Session");
    case RunsModel::CorrelationColumn:
        return tr("Correlation");
    case RunsModel::RevisionColumn:
        return tr("Revision");
    case RunsModel::VersionColumn:
        return tr("Version");
    default:
        return {};
    }
}

QString RunsWords::columnKey(int column)
{
    static const QStringList keys{"status",   "started", "execution", "flow",     "steps",
                                  "duration", "retries", "subject",   "revision", "environment",
                                  "trigger",  "version", "detail",    "session",  "correlation"};
    return keys.value(column);
}

QString RunsWords::shown(const RunRow &run, int column) const
{
    switch (column) {
    case RunsModel::StartedColumn:
        return startWord(run.startedAt);
    case RunsModel::ExecutionColumn:
        return shortId(run.id);
    case RunsModel::StepsColumn:
        return {};
    case RunsModel::DurationColumn:
        return durationWord(run.lasted(m_model.now()));
    case RunsModel::RetriesColumn:
        return run.retries() > 0 ? QLocale().toString(run.retries()) : QString();
    case RunsModel::EnvironmentColumn:
        return environmentWord(run.environment);
    case RunsModel::DetailColumn:
        return detail(run);
    default:
        return fieldOf(run, column);
    }
}

QString RunsWords::detail(const RunRow &run) const
{
    const RunStep *step = run.isEnded() ? nullptr : run.currentStep();
    if (!step)
        return QString::fromStdString(run.error);
    const QString name = QString::fromStdString(step->name);
    if (step->status != "waiting")
        return name;
    const Duration left = run.retryAt - m_model.now();
    return left > Duration{} ? tr("%1, next attempt in %2").arg(name, durationWord(left))
                             : tr("%1, next attempt").arg(name);
}

QString RunsWords::hint(const RunRow &run, int column) const
{
    switch (column) {
    case RunsModel::StatusColumn:
        return statusWord(run.shownStatus());
    case RunsModel::StartedColumn:
        return dayAndTime(run.startedAt, m_preferences.utc());
    case RunsModel::ExecutionColumn:
        return QString::fromStdString(run.id);
    case RunsModel::StepsColumn: {
        QStringList steps;
        for (const RunStep &step : run.steps)
            steps << tr("%1: %2").arg(QString::fromStdString(step.name), statusWord(step.status));
        return steps.join('\n');
    }
    case RunsModel::DurationColumn:
        return secondsWord(run.lasted(m_model.now()));
    case RunsModel::RetriesColumn:
        return QLocale().toString(run.retries());
    default:
        return shown(run, column);
    }
}

QString RunsWords::sentence(const RunRow &run) const
{
    QStringList parts{tr("Run %1").arg(shortId(run.id)), QString::fromStdString(run.flow),
                      statusWord(run.shownStatus()).toLower(),
                      tr("started %1").arg(clockTime(run.startedAt, m_preferences.utc())),
                      tr("%1 seconds").arg(QLocale().toString(secondsOf(run.lasted(m_model.now())), 'f', 1))};
    if (run.retries() > 0)
        parts << tr("%Ln retry(s)", nullptr, run.retries());
    return parts.join(", ");
}

void RunsWords::setHovered(int row)
{
    if (m_hovered == row)
        return;
    const int before = std::exchange(m_hovered, row);
    for (const int changed : {before, row})
        if (changed >= 0 && changed < rowCount())
            emit dataChanged(index(changed, 0), index(changed, columnCount() - 1), {Qt::BackgroundRole});
}

void RunsWords::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace batuta::views
