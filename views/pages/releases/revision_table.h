// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/releases_model.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace batuta::views {

/// The revisions of the service that is looked at, newest first.
class RevisionRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Traffic, Image, Deployed, By, Failures, P95, Instances, State, ColumnCount };
    enum Role { PercentRole = Qt::UserRole + 1, NameRole, RankRole };

    explicit RevisionRows(ReleasesModel &model, QObject *parent = nullptr);

    void setUtc(bool utc);
    /// Without those that were never ready.
    void setHiding(bool isHiding);
    bool isHiding() const { return m_isHiding; }
    void present();
    int rowOf(const std::string &revision) const;
    std::string revisionAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        std::string name;
        int percent = 0;
        int rank = -1; ///< in the traffic bar; -1 when it serves nothing
    };
    QVariant text(const Row &row, const cloud::Revision &revision, int column) const;

    ReleasesModel &m_model;
    std::vector<Row> m_rows;
    bool m_utc = false;
    bool m_isHiding = true;
};

/// Shows them; the current row is the revision that is looked at.
class RevisionTable final : public QTableView
{
    Q_OBJECT

public:
    RevisionTable(RevisionRows &rows, QWidget *parent = nullptr);
    void choose(const std::string &revision); ///< does not emit chosen()

signals:
    void chosen(const std::string &revision); ///< by a person

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();

    RevisionRows &m_rows;
    bool m_isChoosing = false;
};

} // namespace batuta::views
