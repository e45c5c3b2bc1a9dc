// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace batuta::views {

/// What the card of a rollout says.
struct RolloutPicture
{
    struct Share
    {
        QString revision;
        int percent = 0;
        bool isNew = false; ///< the revision that is rolled out
    };
    struct Stage
    {
        QString word; ///< `25 %`
        Status status = Status::Queued;
    };

    QString service, region;
    QString state; ///< `Held by a gate`
    Status status = Status::Running;
    QList<Share> shares;
    QList<Stage> stages;
    QString sentence; ///< what the gates found
};

/// A rollout in progress: the traffic as it is, the stages, what the gates found. Shows only; as high as it
/// needs to be.
class RolloutCard final : public QWidget
{
    Q_OBJECT

public:
    explicit RolloutCard(QWidget *parent = nullptr);

    void setPicture(const RolloutPicture &picture);
    const RolloutPicture &picture() const { return m_picture; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintState(QPainter &painter, const QRect &row) const;
    void paintTraffic(QPainter &painter, const QRect &row) const;
    void paintStages(QPainter &painter, const QRect &row) const;

    RolloutPicture m_picture;
};

} // namespace batuta::views
