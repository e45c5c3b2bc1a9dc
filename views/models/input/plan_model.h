// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QAbstractListModel>
#include <QStringList>

namespace batuta::views {

/// The steps of a flow with what would become of each, as the engine previews it. A new preview of the same
/// steps changes the rows in place.
class PlanModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        VerdictRole = Qt::UserRole + 1, ///< runs, skips, filtered or depends
        ReasonRole,                     ///< the engine's own words, in English; may be empty
        KindRole,
        LevelRole,
        IsFinallyRole,
        NeedsRole, ///< step ids
    };
    struct Counts
    {
        int runs = 0, skips = 0, filtered = 0, depends = 0;
    };

    using QAbstractListModel::QAbstractListModel;

    void setPreview(const client::FlowPreview &preview);
    void clear();
    bool isEmpty() const { return m_preview.steps.empty(); }
    const client::FlowPreview &preview() const { return m_preview; }
    /// Of the flow's own steps: those of `finally` come after every run and are not counted.
    Counts counts() const;
    /// Keys of the environment without which planned steps are skipped: `MATCH_CANDIDATO_URL`.
    QStringList missingKeys() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// The display text is the id of the step.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    client::FlowPreview m_preview;
};

} // namespace batuta::views
