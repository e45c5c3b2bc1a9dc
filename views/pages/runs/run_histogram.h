// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/questions.h"

#include <QWidget>

namespace batuta::views {

class Preferences;

/// Started runs in time, by their state, with a flag where a revision, or a version of the one flow that is
/// shown, ran first. Drag over bars, or move with Left and Right (Shift widens) and press Enter, to choose a
/// time; Escape gives up. A click on a flag, or F on its bar, asks for what was released.
class RunHistogram final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHistogram(const Preferences &preferences, QWidget *parent = nullptr);

    void setFigures(const client::RunFigures &figures, bool isOneFlow);
    /// In time.
    struct Release
    {
        int bucket = 0;
        QString name;
        bool isRevision = false; ///< otherwise a version of the one flow that is shown
    };
    const QList<Release> &releases() const { return m_releases; }
    /// Where the flag of one stands; empty when another one has its place.
    QRectF flagOf(int release) const;
    QSize sizeHint() const override;

signals:
    void brushed(batuta::WallTime since, batuta::WallTime until);
    void releaseChosen(const QString &name, bool isRevision);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int buckets() const;
    int bucketAt(double x) const;
    QRectF barsRect() const;
    QRectF barOf(int bucket) const;
    std::int64_t countIn(int bucket) const;
    WallTime startOf(int bucket) const { return m_figures.since + m_figures.width * bucket; }
    QString timeOf(WallTime time) const;
    void choose();
    void tell();
    void findReleases();
    QString tipOf(int bucket) const;
    QString flagName(const Release &release, const QFontMetrics &metrics) const;
    /// The release whose flag stands there, -1 for none.
    int releaseAt(const QPointF &at) const;
    void openRelease(int release);
    void paintReleases(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;

    const Preferences &m_preferences;
    client::RunFigures m_figures;
    QList<Release> m_releases; ///< what ran first in the time that is shown
    bool m_isOneFlow = false;
    int m_from = -1; ///< where a brush began, -1 for none
    int m_to = -1;
};

} // namespace batuta::views
