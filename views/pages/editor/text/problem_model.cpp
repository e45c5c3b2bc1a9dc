// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/problem_model.h"

#include "views/pages/editor/text/problem_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace batuta::views {

QString missingKey(const edit::Problem &problem)
{
    const bool isKey =
        problem.code == "check.key_without_value" || problem.code == "check.secret_without_value";
    return isKey ? QString::fromStdString(problem.detail.substr(0, problem.detail.find(' '))) : QString();
}

QString firstAct(const edit::Problem &problem)
{
    if (!problem.fixes.empty())
        return fixTitle(problem.fixes.front());
    return missingKey(problem).isEmpty() ? QString() : QCoreApplication::translate("Problems", "Set value");
}

void ProblemModel::present(const edit::Problems &problems)
{
    m_problems = problems;
    filter();
}

void ProblemModel::setShown(edit::Severity severity, bool isShown)
{
    m_shown[static_cast<std::size_t>(severity)] = isShown;
    filter();
}

void ProblemModel::setReadOnly(bool readOnly)
{
    beginResetModel();
    m_isReadOnly = readOnly;
    endResetModel();
}

bool ProblemModel::isFiltered() const
{
    return std::find(m_shown.begin(), m_shown.end(), false) != m_shown.end();
}

void ProblemModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_problems.size(); ++i)
        if (isShown(m_problems[i].severity))
            m_rows.push_back(static_cast<int>(i));
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](int a, int b) {
        return m_problems[static_cast<std::size_t>(a)].severity <
               m_problems[static_cast<std::size_t>(b)].severity;
    });
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const edit::Problem &problem = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case MessageRole:
        return problemMessage(problem);
    case Qt::ToolTipRole:
        return problemMessage(problem) + '\n' + problemAdvice(problem);
    case PlaceRole:
        return problemPlace(problem);
    case SeverityRole:
        return static_cast<int>(problem.severity);
    case FixRole:
        return m_isReadOnly ? QString() : firstAct(problem);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(severityWord(problem.severity), problemMessage(problem), problemPlace(problem));
    case Qt::AccessibleDescriptionRole:
        return problemAdvice(problem);
    default:
        return {};
    }
}

} // namespace batuta::views
