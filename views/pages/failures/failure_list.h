// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/preferences.h"
#include "views/models/runs/failure_feed.h"
#include "views/models/status.h"

#include <QAbstractListModel>
#include <QListView>

namespace batuta::views {

/// The lines of the inbox: groups that are open or addressed, or steps that wait.
class FailureListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Show { Open, Addressed, Waiting };
    struct Line
    {
        Status status = Status::Failed;
        QString key; ///< of the group, or execution and step of what waits
        QString text;
        QString detail;
        QString count;
        QString time;
        std::vector<std::int64_t> trend{};
    };

    FailureListModel(FailureFeed &feed, const Preferences &preferences, QObject *parent = nullptr);

    void setShow(Show show);
    Show shown() const { return m_show; }
    static int countOf(const FailureFeed &feed, Show show);
    const Line *line(int row) const;
    int rowOf(const QString &key) const; ///< -1 when it is not there
    void refill();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Line lineOf(const client::FailureGroup &group) const;
    Line lineOf(const client::WaitingStep &step) const;

    FailureFeed &m_feed;
    const Preferences &m_preferences;
    Show m_show = Show::Open;
    QList<Line> m_lines;
};

/// The list of the inbox. Keeps the line that is chosen when others come and go.
class FailureList final : public QListView
{
    Q_OBJECT

public:
    explicit FailureList(FailureListModel &model, QWidget *parent = nullptr);

    QString currentKey() const;
    void setCurrentKey(const QString &key);

signals:
    void currentKeyChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    FailureListModel &m_model;
};

} // namespace batuta::views
