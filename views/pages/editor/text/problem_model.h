// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/problem.h"

#include <QAbstractListModel>

#include <array>

namespace batuta::views {

/// The problems of a document that are not filtered out: errors first, then by place.
class ProblemModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { MessageRole = Qt::UserRole + 1, PlaceRole, SeverityRole, FixRole };

    using QAbstractListModel::QAbstractListModel;

    void present(const edit::Problems &problems);
    void setShown(edit::Severity severity, bool isShown);
    bool isShown(edit::Severity severity) const { return m_shown[static_cast<std::size_t>(severity)]; }
    bool isFiltered() const;
    void setReadOnly(bool readOnly); ///< nothing is offered that would mend one
    bool isReadOnly() const { return m_isReadOnly; }
    const edit::Problem &at(int row) const
    {
        return m_problems[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void filter();

    edit::Problems m_problems;
    std::vector<int> m_rows;
    std::array<bool, 3> m_shown{true, true, true};
    bool m_isReadOnly = false;
};

/// What the button of a problem does: the title of its first fix, or what the page offers instead.
QString firstAct(const edit::Problem &problem);
/// The environment key without a value that the problem is about, or "".
QString missingKey(const edit::Problem &problem);

} // namespace batuta::views
