// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/logs/log_desk.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <set>

namespace batuta::views {

/// Fields and their values with how many lines have them; which are chosen is what the query says.
class LogFacetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        FieldRole = Qt::UserRole + 1,
        ValueRole,
        CountRole,
        ShareRole,
        IsHeadRole,
        IsFoldedRole,
        IsSureRole
    };

    using QAbstractListModel::QAbstractListModel;
    void setSeverities(const logs::SeverityCounts &counts);
    /// `isSure`: nothing is counted any more.
    void setFacets(const LogFacets &facets);
    void setSure(bool isSure);
    bool isSure() const { return m_isSure; }
    void setQuery(const logs::LogQuery &query);
    void fold(const QString &field);
    QStringList valuesOf(const QString &field) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString field, value; ///< a head has no value
        std::uint64_t count = 0, most = 1;
        bool isChosen = false;
    };
    void rebuild();
    void append(const QString &field, const std::vector<std::pair<QString, std::uint64_t>> &values);

    logs::SeverityCounts m_severities{};
    LogFacets m_facets;
    logs::LogQuery m_query;
    std::vector<Row> m_rows;
    std::set<QString> m_folded;
    bool m_isSure = true;
};

class LogFacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The facets as a list: a click or Space chooses a value besides, Alt+click it alone; a head folds.
class LogFacetList final : public QListView
{
    Q_OBJECT

public:
    explicit LogFacetList(QWidget *parent = nullptr);
    LogFacetModel &facets() { return *m_model; }

signals:
    /// The query with another choice.
    void chosen(const batuta::logs::LogQuery &query);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void toggle(const QModelIndex &index, bool alone);

    LogFacetModel *m_model;
    logs::LogQuery m_query;

public:
    void setQuery(const logs::LogQuery &query);
};

} // namespace batuta::views
