// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/releases_model.h"

#include <QWidget>

namespace batuta::views {

/// The shares of the revisions side by side. A divider is dragged in steps of 5 %, with Shift of 1 %; with
/// the keyboard Left and Right move the current divider, Up and Down choose another one, Enter applies, Esc
/// cancels. It changes nothing itself: it tells what is wished.
class TrafficBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficBar(QWidget *parent = nullptr);

    void setShares(TrafficShares shares, const std::string &service);
    const TrafficShares &shares() const { return m_shares; }
    void setPending(bool isPending);
    void setLocked(bool isLocked); ///< traffic is moving: nothing can be dragged
    /// The divider that the keys move, from 0; -1 when there is none.
    int divider() const { return m_divider; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// The share of revision `first`, at the cost of the next one.
    void shareWished(int first, int percent);
    void applyWished();
    void cancelWished();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QRect boxOf(std::size_t share) const;
    int dividerAt(const QPoint &at) const;
    void step(int points);
    void describe();
    void paintShare(QPainter &painter, std::size_t share) const;

    TrafficShares m_shares;
    std::string m_service;
    bool m_isPending = false;
    bool m_isLocked = false;
    int m_divider = -1;
    int m_dragged = -1;
};

} // namespace batuta::views
