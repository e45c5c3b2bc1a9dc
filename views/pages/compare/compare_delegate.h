// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/compare/compare_table.h"
#include "views/theme/tokens.h"

#include <QStyledItemDelegate>

namespace batuta::views {

/// A and B keep these everywhere.
QColor colorOfA(const Colors &colors);
QColor colorOfB(const Colors &colors);

/// Paints the rows of a CompareTable.
class CompareDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CompareDelegate(const CompareModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    struct Side
    {
        const TraceRun *run = nullptr;
        int step = -1;
        Duration shift{};
        QColor color;
        qreal top = 0;
    };
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBars(QPainter *painter, const QStyleOptionViewItem &option, int step) const;
    void paintSide(QPainter *painter, const QStyleOptionViewItem &option, const Side &side) const;
    void paintDelta(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    qreal x(const QRect &room, Duration at) const;

    const CompareModel &m_model;
};

/// The captions of the table, with the ruler above its bars.
class CompareHeader final : public QHeaderView
{
    Q_OBJECT

public:
    CompareHeader(const CompareModel &model, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const CompareModel &m_model;
};

} // namespace batuta::views
