// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/alerts_pane.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/widgets/delegates.h"
#include "views/widgets/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

Status statusOf(const series::Alert &alert)
{
    if (!alert.problem.empty())
        return Status::Skipped;
    switch (alert.state) {
    case series::AlertState::Firing:
        return alert.rule.severity == "info" ? Status::Running : Status::Failed;
    case series::AlertState::Pending:
        return Status::Waiting;
    case series::AlertState::Quiet:
        break;
    }
    return Status::Success;
}

QString nameOf(const series::Alert &alert)
{
    return QString::fromStdString(alert.rule.title.empty() ? alert.rule.name : alert.rule.title);
}

QVariant alignment(bool isRight)
{
    return QVariant(static_cast<int>((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

void AlertsModel::setAlerts(std::vector<series::Alert> alerts, bool utc)
{
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const auto &a, const auto &b) { return a.state > b.state; });
    const bool isSame = alerts.size() == m_alerts.size() &&
                        std::equal(alerts.begin(), alerts.end(), m_alerts.begin(),
                                   [](const auto &a, const auto &b) { return a.rule.name == b.rule.name; });
    if (isSame) { // what is selected stays
        m_alerts = std::move(alerts);
        m_utc = utc;
        if (!m_alerts.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_alerts = std::move(alerts);
    m_utc = utc;
    endResetModel();
}

const series::Alert *AlertsModel::alert(int row) const
{
    return row >= 0 && row < rowCount() ? &m_alerts[static_cast<std::size_t>(row)] : nullptr;
}

int AlertsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alerts.size());
}

int AlertsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AlertsModel::textAt(const series::Alert &alert, int column) const
{
    switch (column) {
    case StateColumn:
        return alert.mutedUntil > SystemClock().wall()
                   ? tr("%1, muted until %2").arg(alertStateWord(alert), clockTime(alert.mutedUntil, m_utc))
                   : alertStateWord(alert);
    case NameColumn:
        return nameOf(alert);
    case RuleColumn:
        return alertRuleWord(alert);
    case ValueColumn:
        return std::isnan(alert.value) ? QStringLiteral("–") : QLocale().toString(alert.value, 'g', 5);
    case SampleColumn:
        return QLocale().toString(alert.samples, 'f', 0);
    case SinceColumn:
        return clockTime(alert.since, m_utc);
    case ToColumn: {
        QStringList names;
        for (const std::string &name : alert.rule.to)
            names << QString::fromStdString(name);
        return names.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant AlertsModel::data(const QModelIndex &index, int role) const
{
    const series::Alert *alert = this->alert(index.row());
    if (alert == nullptr)
        return {};
    const bool isNumber = index.column() == ValueColumn || index.column() == SampleColumn;
    if (role == Qt::DisplayRole)
        return textAt(*alert, index.column());
    if (role == Qt::ToolTipRole)
        return alert->problem.empty() ? textAt(*alert, index.column())
                                      : QString::fromStdString(alert->problem);
    if (role == Qt::TextAlignmentRole)
        return alignment(isNumber);
    if (role == StatusRole)
        return static_cast<int>(statusOf(*alert));
    if (role == StatusInkRole && index.column() == ValueColumn && alert->state == series::AlertState::Firing)
        return static_cast<int>(Status::Failed);
    if (role == MutedRole)
        return index.column() != NameColumn;
    return {};
}

QVariant AlertsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section == ValueColumn || section == SampleColumn);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("State"),  tr("Alert"), tr("Rule"),   tr("Value"),
                            tr("Sample"), tr("Since"), tr("Told to")};
    return names.value(section);
}

void AlertHistoryModel::setEvents(std::vector<series::AlertEvent> events, bool utc)
{
    beginResetModel();
    m_events = std::move(events);
    m_utc = utc;
    endResetModel();
}

int AlertHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int AlertHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const series::AlertEvent &event = m_events[static_cast<std::size_t>(index.row())];
    if (role == MutedRole)
        return index.column() != NameColumn;
    if (role == StatusInkRole && index.column() == WhatColumn &&
        (event.what == "firing" || event.what == "not_sent"))
        return static_cast<int>(Status::Failed);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return dayAndTime(event.at, m_utc);
    case NameColumn:
        return QString::fromStdString(event.rule);
    case WhatColumn:
        return alertEventWord(event.what);
    default:
        return QString::fromStdString(event.text);
    }
}

QVariant AlertHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Time"), tr("Alert"), tr("What"), tr("Detail")}.value(section);
}

} // namespace batuta::views
