// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/runs/run_figures.h"

#include <QAbstractListModel>
#include <QListView>

namespace batuta::views {

/// The values that the runs of a list have in each field, with counts and what they were in time. Values of a
/// field stay in their order while only their counts change, so that nothing moves under the pointer.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        QString key;   ///< of RunFilter
        QString value; ///< "" is the heading of the field
        qint64 count = 0;
        std::vector<std::int64_t> trend{};
        bool isChosen = false;
        bool isExcluded = false;
    };

    explicit FacetModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {
    }

    void show(const RunFigures &figures, const RunFilter &filter);
    const Row *row(int at) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void retranslate();

private:
    QList<Row> m_rows;
};

/// The pane of facets beside the list of runs. A click, Space or Enter filters by a value; once more lets go
/// of it. With Shift the value is left out, with Alt it is the only filter; the menu has all three.
class FacetList final : public QListView
{
    Q_OBJECT

public:
    explicit FacetList(QWidget *parent = nullptr);

    void show(const RunFigures &figures, const RunFilter &filter);
    using QListView::show;

signals:
    void toggled(const QString &key, const QString &value);  ///< "" lets go
    void isolated(const QString &key, const QString &value); ///< every other filter but the time is let go
    void excluded(const QString &key, const QString &value); ///< left out, or no longer
    void left();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Way { Toggle, Isolate, Exclude };
    static Way wayOf(Qt::KeyboardModifiers keys);
    void choose(const QModelIndex &index, Way way);

    FacetModel m_model;
};

} // namespace batuta::views
