// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"

#include <QAbstractListModel>

namespace batuta::views {

/// The flows of a workspace under the names of their systems, and the problems of its files under a title of
/// their own. Titles cannot be chosen.
class FlowListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Title, Flow, Problem };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Kind
        NameRole,                ///< of a flow
        StepsRole,               ///< how many a flow has
        CountRole,               ///< of a title: entries under it
        PlaceRole,               ///< of a problem: `flows/a.yaml:3:5`
        MendRole,                ///< of a problem
        HasProblemRole,          ///< of a flow: its file is named by a problem
    };

    explicit FlowListModel(QObject *parent = nullptr);

    /// Does nothing when nothing changed.
    void setContent(const std::vector<client::FlowSummary> &flows, const client::EngineInfo &info);
    /// Keeps flows whose title, name, system or steps hold `text`, and problems that do.
    void setFilter(const QString &text);
    /// Titles again in the language of the window.
    void retranslate();

    bool hasFlows() const { return m_hasFlows; }
    int rowOf(const QString &flow) const; ///< -1 when it is not shown
    QString firstFlow() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry
    {
        Kind kind = Kind::Title;
        QString text, name, place, mend, searched;
        int count = 0;
        bool hasProblem = false;
        bool operator==(const Entry &) const = default;
    };
    void rebuild();
    std::vector<Entry> flowEntries() const;
    std::vector<Entry> problemEntries() const;

    std::vector<client::FlowSummary> m_flows;
    Errors m_problems;
    std::string m_workspace; ///< left out of the places of problems
    std::vector<Entry> m_entries;
    QString m_filter;
    bool m_hasFlows = false;
};

} // namespace batuta::views
