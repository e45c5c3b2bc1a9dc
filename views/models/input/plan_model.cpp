// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/plan_model.h"

#include <algorithm>

namespace batuta::views {

void PlanModel::setPreview(const client::FlowPreview &preview)
{
    const auto &before = m_preview.steps, &after = preview.steps;
    const bool isSame = m_preview.flow == preview.flow &&
                        std::equal(before.begin(), before.end(), after.begin(), after.end(),
                                   [](const auto &a, const auto &b) { return a.step == b.step; });
    if (isSame && !after.empty()) {
        m_preview = preview;
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

void PlanModel::clear()
{
    if (!isEmpty() || !m_preview.flow.isEmpty())
        setPreview({});
}

PlanModel::Counts PlanModel::counts() const
{
    Counts counts;
    for (const client::StepPreview &step : m_preview.steps) {
        if (step.isFinally)
            continue;
        ++(step.verdict == "runs"       ? counts.runs
           : step.verdict == "skips"    ? counts.skips
           : step.verdict == "filtered" ? counts.filtered
                                        : counts.depends);
    }
    return counts;
}

QStringList PlanModel::missingKeys() const
{
    QStringList keys;
    for (const client::StepPreview &step : m_preview.steps)
        for (const char *reason : {"URL not configured: ", "Not configured: "})
            if (step.verdict == "skips" && step.reason.starts_with(reason)) {
                const QString key =
                    QString::fromStdString(step.reason.substr(std::string_view(reason).size()));
                if (!keys.contains(key))
                    keys.append(key);
            }
    return keys;
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.steps.size());
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const client::StepPreview &step = m_preview.steps[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(step.step);
    case VerdictRole:
        return QString::fromStdString(step.verdict);
    case ReasonRole:
        return QString::fromStdString(step.reason);
    case KindRole:
        return QString::fromStdString(step.kind);
    case LevelRole:
        return step.level;
    case IsFinallyRole:
        return step.isFinally;
    case NeedsRole: {
        QStringList needs;
        for (const std::string &need : step.needs)
            needs.append(QString::fromStdString(need));
        return needs;
    }
    default:
        return {};
    }
}

} // namespace batuta::views
