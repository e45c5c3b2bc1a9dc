// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/overview/section_list.h"

#include <QStyledItemDelegate>

namespace batuta::views {

class Theme;

/// Where the columns of a flow's line are; the titles above them stand there too.
struct FlowColumns
{
    FlowColumns(const QRect &row, const Theme &theme);
    QRect name, runs, success, recent, p50, p95, change;
    int ticks = 0; ///< runs that `recent` has room for: the newest

    qsizetype firstTick(qsizetype count) const { return count > ticks ? count - ticks : 0; }
};

/// The same of a service's line.
struct ServiceColumns
{
    ServiceColumns(const QRect &row, const Theme &theme);
    QRect name, instances, requests, p95;
};

/// Paints the lines of a section, and knows what is where in them.
class SectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SectionDelegate(SectionList::Kind kind, SectionList *list);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The button of a line; empty when it has none.
    static QRect buttonOf(const OverviewLine &line, const QRect &row, const QWidget *widget);
    /// The run of a flow's strip at a place, or "".
    static QString runAt(const OverviewLine &line, const QRect &row, const QPoint &at, const QWidget *widget);

private:
    void paintAttention(QPainter &painter, const OverviewLine &line, QRect room) const;
    void paintRunning(QPainter &painter, const OverviewLine &line, QRect room) const;
    void paintFlow(QPainter &painter, const OverviewLine &line, const QRect &row) const;
    void paintService(QPainter &painter, const OverviewLine &line, const QRect &row) const;
    void paintActivity(QPainter &painter, const OverviewLine &line, QRect room) const;
    void paintGlyph(QPainter &painter, const OverviewLine &line, QRect &room) const;

    SectionList::Kind m_kind;
    SectionList *m_list;
};

/// The titles above the flows, or the services.
class SectionTitles final : public QWidget
{
    Q_OBJECT

public:
    explicit SectionTitles(SectionList::Kind kind, QWidget *parent = nullptr);
    void setTexts(const QStringList &texts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SectionList::Kind m_kind;
    QStringList m_texts;
};

} // namespace batuta::views
