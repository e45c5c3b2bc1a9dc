// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_figures.h"
#include "views/models/preferences.h"
#include "views/widgets/release_marks.h"

#include <QWidget>

namespace batuta::views {

/// Lines over time by severity. A brush (or Shift and the arrows) chooses a span of it; Esc takes it away.
class LogHistogram final : public QWidget
{
    Q_OBJECT

public:
    explicit LogHistogram(const Preferences &preferences, QWidget *parent = nullptr);

    void setHistogram(std::shared_ptr<const logs::Histogram> histogram, const logs::SeverityCounts &counts);
    void setSpan(logs::TimeSpan span);
    /// Releases in the time that is shown.
    void setMarks(MarkList marks);
    const MarkList &marks() const { return m_marks; }
    logs::TimeSpan span() const { return m_span; }
    QSize sizeHint() const override;

signals:
    /// Both kNoTime when all is chosen.
    void spanChosen(batuta::logs::TimeSpan span);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect plot() const;
    int bucketAt(int x) const;
    int xOf(logs::LineTime time) const;
    void choose(int from, int to);
    void paintBars(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    QString spoken(int bucket) const;
    TimeToPixel pixels() const;
    QString releasesIn(int bucket) const;

    const Preferences &m_preferences;
    std::shared_ptr<const logs::Histogram> m_histogram;
    logs::SeverityCounts m_counts{};
    logs::TimeSpan m_span;
    MarkList m_marks;
    int m_from = -1, m_to = -1; ///< buckets, while it is dragged
    int m_cursor = -1;
    bool m_hasRing = false; ///< the focus came by the keyboard
};

} // namespace batuta::views
