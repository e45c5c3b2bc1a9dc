// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/board_feed.h"

#include <QWidget>

namespace batuta::views {

/// What a panel shows below its title. Bodies on the time axis share its crosshair: they paint inside plot(),
/// and everything that lies on top (crosshair, flags, brush) is painted by an overlay of the same place. Data
/// are the caller's, and are shown from the call of show() to the next.
class PanelBody : public QWidget
{
    Q_OBJECT

public:
    struct Scene
    {
        BoardAxis &axis;
        const BoardFeed &feed;
        const bool &utc;
    };

    explicit PanelBody(Scene scene, QWidget *parent = nullptr);

    /// The panel, and what is known for it. `isStale`: something else is being loaded, and this stays at 40
    /// %.
    void show(const series::Panel &panel, const PanelData &data, bool isStale);
    /// Some lines were hidden, or colours have changed.
    void showAgain();
    /// Where time runs; empty in bodies without a time axis.
    virtual QRect plot() const { return {}; }
    /// The line at a height of the plot, or -1: which one a click is about.
    virtual int lineAt(int step, double y) const;
    /// Points that the crosshair marks: height in the plot and colour.
    virtual QVector<QPair<double, QColor>> marksAt(int step) const;
    virtual bool hasLegend() const { return false; }
    /// Nothing of `data` would be seen here.
    virtual bool isEmpty(const PanelData &data) const { return data.isEmpty(); }

    const series::Panel &panel() const { return m_panel; }
    const PanelData &data() const { return m_data; }
    bool isStale() const { return m_isStale; }
    const Scene &scene() const { return m_scene; }

signals:
    /// A person wants the runs behind a step (-1: of the whole range) of a line (-1: of all).
    void picked(int step, int line);
    void plotChanged(); ///< it has another place

protected:
    virtual void dataChanged() = 0;
    /// Under the plot, at round times.
    void paintTimes(QPainter &painter, const QRect &plot) const;
    int timesHeight() const;
    QColor faded(const QColor &color) const; ///< at 40 % while stale
    void resizeEvent(QResizeEvent *event) override;

private:
    Scene m_scene;
    series::Panel m_panel;
    PanelData m_data;
    bool m_isStale = false;
};

/// Made for a kind of panel.
PanelBody *makeBody(series::PanelKind kind, const PanelBody::Scene &scene, QWidget *parent);

} // namespace batuta::views
