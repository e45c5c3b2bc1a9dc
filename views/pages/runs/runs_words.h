// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/preferences.h"
#include "views/models/runs/runs_model.h"

#include <QIdentityProxyModel>

namespace batuta::views {

/// The words of the list: puts what RunsModel means into the language, and tells which row is under the
/// pointer.
class RunsWords final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    RunsWords(RunsModel &model, const Preferences &preferences, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// `Run 9b1f6e0c, update_profile, failed, started 14:21:07, 24.8 s, 3 retries`.
    QString sentence(const RunRow &run) const;
    QString columnName(int column) const;
    /// For addresses of columns in what the view remembers.
    static QString columnKey(int column);
    /// -1 for none.
    void setHovered(int row);
    /// The language or the clock changed.
    void retranslate();

private:
    QVariant ground(int row, const RunRow *run) const;
    QString shown(const RunRow &run, int column) const;
    QString startWord(WallTime at) const;
    QString detail(const RunRow &run) const;
    QString hint(const RunRow &run, int column) const;

    RunsModel &m_model;
    const Preferences &m_preferences;
    int m_hovered = -1;
};

} // namespace batuta::views
